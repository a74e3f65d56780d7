import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TouchLine } from '@okaeri/shared/affairs';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  askFor,
  openForMarketing,
  planFor,
  subscriber,
  TAKES_ALL,
} from '../../testing/marketing-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what was said to people, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, undefined, TAKES_ALL);
    await openForMarketing(world, { daysBetween: 0 });
    for (const who of ['ada', 'bea']) await subscriber(world, who);
    world.clock.at += 1000;
  });

  const log = async (who: string): Promise<readonly TouchLine[]> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${who}/touches`);
    return ((await answer.json()) as { items: TouchLine[] }).items;
  };
  const choose = async (who: string, body: object): Promise<Response> =>
    world.storefront('PUT', '/me/consents', { token: await world.token(who), body });
  const marketing = { purpose: 'marketing', channel: 'email' };
  const show = (who: string, subject: string) =>
    askFor(world.deps, world, { id: who, channel: 'page', subject });

  it('is nothing once they are blocked, who can agree to nothing, but may withdraw and dismiss (E10)', async () => {
    const shown = await show('ada', 's1');
    await world.merchant('PUT', '/v1/shoppers/ada', { blocked: true });
    expect(await askFor(world.deps, world, { id: 'ada' })).toMatchObject({ reason: 'blocked' });
    expect(await show('ada', 's2')).toMatchObject({ decision: 'dropped', reason: 'blocked' });
    const given = await choose('ada', { ...marketing, state: 'given', wordingId: 'w1' });
    expect([given.status, await given.json()]).toMatchObject([403, { code: 'shopperBlocked' }]);
    const token = await world.token('ada');
    const touchId = 'row' in shown ? shown.row?.id : '';
    const dismissed = await world.storefront('POST', `/me/touches/${touchId}/dismiss`, { token });
    expect(dismissed.status).toBe(204);
    expect((await choose('ada', { ...marketing, state: 'withdrawn' })).status).toBe(200);
    expect((await world.merchant('GET', '/v1/shoppers/ada/export')).status).toBe(200);
    expect((await world.merchant('DELETE', '/v1/shoppers/ada')).status).toBe(204);
  });

  it('goes with who is merged, what they dismissed too, and what was planned for them (E11)', async () => {
    await show('bea', 's1');
    const body = { kind: 'nextStep', subject: 's1' };
    const token = await world.token('bea');
    await world.storefront('POST', '/me/contacts/dismiss', { token, body });
    await planFor(world.deps, world, { id: 'bea', key: 'later' });
    await askFor(world.deps, world, { id: 'ada' });
    world.clock.at += 1000;
    const merged = await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'bea' });
    expect(merged.status).toBe(200);
    expect((await log('ada')).map(({ decision }) => decision)).toEqual(
      expect.arrayContaining([null, 'shown', 'sent']),
    );
    expect(await show('ada', 's1')).toMatchObject({ decision: 'dropped', reason: 'dismissed' });
    // Its key is the same: what was planned for one is decided once, for whom they became.
    expect(await askFor(world.deps, world, { id: 'ada', key: 'later' })).toMatchObject({
      decision: 'sent',
    });
    expect(await log('ada')).toHaveLength(3);
  });

  it('is gone with who is erased, but that the address gets nothing, and that they withdrew (E12)', async () => {
    await askFor(world.deps, world, { id: 'ada' });
    await world.merchant('POST', '/v1/contacts/suppressions', { email: 'ada@example.com' });
    await choose('ada', { ...marketing, state: 'withdrawn' });
    expect((await world.merchant('DELETE', '/v1/shoppers/ada')).status).toBe(204);
    const all = await world.merchant('GET', '/v1/touches');
    expect(await all.json()).toMatchObject({ items: [] });
    // Whoever comes with the address meets both.
    await subscriber(world, 'new');
    await world.merchant('PUT', '/v1/shoppers/new', { email: 'ADA@example.com' });
    const asked = () => askFor(world.deps, world, { id: 'new' });
    expect(await asked()).toMatchObject({ reason: 'suppressed' });
    await world.merchant('POST', '/v1/contacts/suppressions/lift', { email: 'ada@example.com' });
    expect(await asked()).toMatchObject({ reason: 'noConsent' });
    const lines: string[] = [];
    for await (const line of exportShop(world.deps, await world.shop())) lines.push(line);
    expect(lines.filter((line) => line.startsWith('["touches"'))).toHaveLength(2);
  });

  it('is in what they take along: touches with reasons, consents, and why nothing is sent to them (E13)', async () => {
    await askFor(world.deps, world, { id: 'ada', subject: 'sent' });
    await choose('ada', { ...marketing, state: 'withdrawn' });
    await askFor(world.deps, world, { id: 'ada', subject: 'refused' });
    await world.merchant('POST', '/v1/contacts/suppressions', { email: 'ada@example.com' });
    const answer = await world.merchant('GET', '/v1/shoppers/ada/export');
    const own = (await answer.json()) as Record<string, object[]>;
    expect(own['touches']).toHaveLength(2);
    expect(own['touches']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: 'sent', decision: 'sent', reason: null }),
        expect.objectContaining({ subject: 'refused', decision: 'dropped', reason: 'noConsent' }),
      ]),
    );
    expect(own['consents']).toMatchObject([
      { state: 'withdrawn', source: 'widget' },
      { state: 'given', wordingId: 'w1' },
    ]);
    expect(own['suppressions']).toMatchObject([{ reason: 'manual' }]);
  });
});
