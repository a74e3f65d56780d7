import { describe, expect, it } from 'vitest';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { wideRates } from '../../testing/wide-rates.ts';
import { openWorld } from '../../testing/world.ts';
import { storeInLane } from './lane.ts';

const VISITORS_MAX = 3;

describe.each(ENGINES)('what visitors write, on $engine', ({ openTestStore }) => {
  it('is refused when their queue is full, while all that merchants write is taken', async () => {
    const test = await openTestStore({ visitorQueueMax: VISITORS_MAX });
    const world = await openWorld(test.store, plainProgram(), null, { rates: wideRates() });
    const { deps, keys } = world;
    const token = await world.token('mika');
    const visit = (i: number): Promise<Response> =>
      Promise.resolve(
        world.request(`/storefront/v1/${keys.publicKey}/me`, {
          method: 'PATCH',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ name: `Mika ${i}` }),
        }),
      );
    expect((await visit(0)).status).toBe(200);
    const visits = Array.from({ length: 60 }, (_, i) => visit(i));
    const orders = Array.from({ length: 60 }, (_, i) =>
      world.merchant('PUT', `/v1/orders/${i}`, anOrder()),
    );
    const outcomes = await Promise.all(visits);
    const refused = outcomes.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(await refused[0]?.json()).toMatchObject({ code: 'busy' });
    const taken = outcomes.filter(({ status }) => status === 200);
    expect(taken.length).toBeGreaterThanOrEqual(VISITORS_MAX);
    expect(taken.length + refused.length).toBe(60);
    const statuses = (await Promise.all(orders)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(deps.store.writes().waiting).toEqual({ merchant: 0, visitor: 0 });
    await test.dispose();
  });

  it('is counted beside what merchants write while it waits', async () => {
    const test = await openTestStore();
    const visitors = storeInLane(test.store, 'visitor');
    const nothing = async (): Promise<void> => undefined;
    const all = [
      ...Array.from({ length: 3 }, () => visitors.write(nothing)),
      ...Array.from({ length: 2 }, () => test.store.write(nothing)),
    ];
    expect(test.store.writes().waiting).toEqual({ merchant: 2, visitor: 3 });
    await Promise.all(all);
    await test.dispose();
  });
});
