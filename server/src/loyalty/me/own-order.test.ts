import type { OwnOrder } from '@okaeri/shared/own-order';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('an order of one’s own, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram({ holdDays: 14, from: 'fulfilled' }));
    acts = actsOf(world);
  });
  afterAll(() => test.dispose());

  const ask = async (orderId: string, who = 'ada'): Promise<Response> =>
    world.storefront('GET', `/me/orders/${orderId}`, { token: await world.token(who) });
  const own = async (orderId: string): Promise<OwnOrder> =>
    (await (await ask(orderId)).json()) as OwnOrder;
  const twoMugs = (change: object = {}) =>
    anOrder({ fulfilledAt: null, lines: [aLine('mug', 2650, { quantity: 2 })], ...change });
  const later = (minutes: number) => ({
    updatedAt: new Date(world.clock.at + minutes * 60_000).toISOString(),
  });

  it('brings its points so many days after the parcel leaves, and on a date once it has left', async () => {
    await acts.put('K-1', twoMugs());
    expect(await own('K-1')).toEqual({
      orderId: 'K-1',
      points: 53,
      yours: { kind: 'after', days: 14, event: 'fulfilled' },
    });
    const fulfilledAt = new Date(world.clock.at).toISOString();
    await acts.put('K-1', twoMugs({ fulfilledAt, ...later(1) }));
    const at = new Date(world.clock.at + 14 * 86_400_000).toISOString();
    expect((await own('K-1')).yours).toEqual({ kind: 'on', at });
    acts.days(15);
    expect((await own('K-1')).yours).toEqual({ kind: 'now' });
  });

  it('brings half, rounded for the shopper, when half of it came back, and all again when the refund is undone', async () => {
    await acts.put('K-2', twoMugs());
    const refunded = aLine('mug', 2650, { quantity: 2, refundedQuantity: 1, refundedMinor: 2650 });
    await acts.put('K-2', twoMugs({ lines: [refunded], ...later(1) }));
    expect(await own('K-2')).toMatchObject({ points: 27 });
    await acts.put('K-2', twoMugs(later(2)));
    expect(await own('K-2')).toMatchObject({ points: 53 });
  });

  it('brings nothing once it is cancelled, and says why', async () => {
    await acts.put('K-3', twoMugs({ cancelledAt: new Date(world.clock.at).toISOString() }));
    expect(await own('K-3')).toEqual({
      orderId: 'K-3',
      points: 0,
      yours: { kind: 'never', reason: 'orderCancelled' },
    });
  });

  it('is as unknown to everybody else as one that does not exist', async () => {
    await acts.put('K-4', twoMugs());
    await acts.put('K-5', twoMugs({ shopper: null }));
    const answers = [await ask('K-4', 'ben'), await ask('K-5'), await ask('none')];
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (const body of bodies) expect(body).toMatchObject({ code: 'unknownOrder' });
    const signedOut = await world.storefront('GET', '/me/orders/K-4', {});
    expect(signedOut.status).toBe(401);
  });

  it('stays the order of who is merged into another', async () => {
    await acts.put('K-6', twoMugs({ shopper: { id: 'old' } }));
    await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'old' });
    expect(await own('K-6')).toMatchObject({ points: 53 });
  });
});
