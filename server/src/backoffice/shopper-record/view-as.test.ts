import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('the widget as a shopper sees it, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let view: string;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    await world.merchant('PUT', '/v1/shoppers/ada', { name: 'Ada' });
    const answer = await world.merchant('GET', '/v1/shoppers/ada/view');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    view = ((await answer.json()) as { token: string }).token;
  });
  afterAll(() => test.dispose());

  const code = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { code: unknown }).code;

  it('shows what they have, and what a cart would earn them', async () => {
    const me = await world.storefront('GET', '/me', { token: view });
    expect(me.status).toBe(200);
    const body = { currency: 'USD', lines: [{ productId: 'p', quantity: 1, priceMinor: 1000 }] };
    expect((await world.storefront('POST', '/quote', { token: view, body })).status).toBe(200);
    const carts = { token: view, body: { carts: [body] } };
    expect((await world.storefront('POST', '/quotes', carts)).status).toBe(200);
  });

  it('can do nothing in their name', async () => {
    for (const [method, path, body] of [
      ['POST', '/me/enroll', {}],
      ['PATCH', '/me', { name: 'Eve' }],
      ['DELETE', '/me', undefined],
      ['POST', '/redemptions', { rewardId: 'any' }],
      ['POST', '/me/contacts', { kind: 'nextStep', subject: 'x' }],
      ['PUT', '/me/reviews/p', { rating: 5 }],
      ['POST', '/products/p/questions', { body: 'Why?' }],
    ] as const) {
      const answer = await world.storefront(method, path, { token: view, body });
      expect([path, await code(answer)]).toEqual([path, 'viewOnly']);
    }
    const ada = await world.merchant('GET', '/v1/shoppers/ada');
    expect(await ada.json()).toMatchObject({ name: 'Ada' });
  });

  it('brings nobody in, whose birthday ever it is', async () => {
    const nobody = await world.token('nobody', { view_only: true });
    const me = await world.storefront('GET', '/me', { token: nobody });
    expect(await code(me)).toBe('notEnrolled');
    expect((await world.merchant('GET', '/v1/shoppers/nobody')).status).toBe(404);
    expect((await world.merchant('GET', '/v1/shoppers/nobody/view')).status).toBe(404);
  });
});
