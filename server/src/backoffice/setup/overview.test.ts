import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Overview } from '@okaeri/shared/setup';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what the console says on every page, on $engine', ({ openTestStore }) => {
  let test: TestStore | undefined;
  let world: World;
  beforeEach(async () => {
    await test?.dispose();
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test?.dispose());

  const overview = async (): Promise<Overview> =>
    (await (await world.merchant('GET', '/v1/overview')).json()) as Overview;
  const tagOf = async (path: string): Promise<string> =>
    (await world.merchant('GET', path)).headers.get('etag') ?? '';

  it('has a new shop begin with nothing done and nobody waiting', async () => {
    expect(await overview()).toEqual({
      now: new Date(world.clock.at).toISOString(),
      waiting: { reviews: 0, questions: 0, unanswered: 0, referrals: 0, cases: 0 },
      hasDraft: false,
      done: [],
    });
  });

  it('notes each step as it is done, by what the shop then knows', async () => {
    const change = async (path: string, of: object): Promise<void> => {
      const was = await world.merchant('GET', path);
      const body = { ...((await was.json()) as object), ...of };
      const headers = { 'If-Match': was.headers.get('etag') ?? '' };
      expect((await world.merchant('PUT', path, body, headers)).status).toBe(200);
    };
    await change('/v1/reviews/settings', { languages: ['en'] });
    expect((await overview()).done).toEqual(['shop']);
    await world.publish(testProgram({ name: { en: 'Club' } }));
    expect((await overview()).done).toEqual(['shop', 'program']);
    const { theme } = (await (await world.merchant('GET', '/v1/appearance')).json()) as {
      theme: object;
    };
    await change('/v1/appearance', { theme: { ...theme, accent: '#2f6b4f' } });
    expect((await world.merchant('PUT', '/v1/orders/o-1', anOrder())).ok).toBe(true);
    const { done } = await overview();
    expect(done.slice(0, 4)).toEqual(['shop', 'program', 'colour', 'orders']);
    // The widget runs on the shop's page, and says who is there.
    const token = await world.token('zoe');
    await world.storefront('GET', '/me', { token, headers: { origin: world.origin } });
    await expect
      .poll(async () => (await overview()).done)
      .toEqual(expect.arrayContaining(['token', 'widget']));
  });

  it('takes neither what the console signs for itself nor a token that is looked at for one of the shop’s', async () => {
    await world.merchant('PUT', '/v1/shoppers/ada', {});
    const view = await world.merchant('GET', '/v1/shoppers/ada/view');
    const { token } = (await view.json()) as { token: string };
    expect((await world.storefront('GET', '/me', { token })).status).toBe(200);
    const pasted = await world.token('ada');
    await world.merchant('POST', '/v1/shop/check/token', { token: pasted });
    expect((await overview()).done).not.toContain('token');
    await world.storefront('GET', '/me', { token: pasted });
    await expect.poll(async () => (await overview()).done).toContain('token');
  });

  it('tells a draft that differs from one that was saved as it is published', async () => {
    const path = '/v1/program/draft';
    const save = async (name: string): Promise<void> => {
      const { version: _, ...document } = (await (await world.merchant('GET', path)).json()) as {
        version: number;
      };
      const headers = { 'If-Match': await tagOf(path) };
      const body = { ...document, name: { en: name } };
      expect((await world.merchant('PUT', path, body, headers)).status).toBe(200);
    };
    await world.publish(testProgram({ name: { en: 'Club' } }));
    await save('Club');
    expect((await overview()).hasDraft).toBe(false);
    await save('Circle');
    expect((await overview()).hasDraft).toBe(true);
  });
});
