import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quote } from '@okaeri/shared/storefront';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';

const at = (days: number): string => new Date(TODAY + days * DAY_MS).toISOString();
/** 5 points for each full 2.50. */
const FULL = { amountMinor: 250, points: 5, wholeSteps: true } as const;
const RULE = orderRuleWith({ points: { per: { USD: FULL } }, rounding: 'ceil' });

describe.each(ENGINES)('a rate in whole steps, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (change: Parameters<typeof programWith>[0]): Promise<void> => {
    world = await openWorld(test.store, programWith({ earning: [RULE], ...change }));
    acts = actsOf(world);
  };

  it('gives nothing for what is left over, counted over the whole order, and says so', async () => {
    await given({});
    // 1.99 and 3.00 and 4.99: each line has a rest, and together they are 9.98.
    const lines = [aLine('a', 199), aLine('b', 300), aLine('c', 499)];
    const { points, receipt } = await acts.put('1', anOrder({ lines }));
    expect(points.posted).toBe(15);
    expect(receipt).toMatchObject({ rate: FULL, desired: 15, awarded: 15 });
    expect(receipt?.lines.map(({ share }) => share)).toEqual([3, 5, 7]);
    const small = await acts.put('2', anOrder({ lines: [aLine('a', 249)] }));
    expect(small).toMatchObject({ points: { posted: 0 }, receipt: { reason: 'belowOnePoint' } });
    expect((await acts.put('3', anOrder({ lines: [aLine('a', 250)] }))).points.posted).toBe(5);
  });

  it('keeps of a partly refunded line its share rounded up, and counts no steps anew', async () => {
    await given({});
    const lines = [aLine('a', 500), aLine('b', 500)];
    expect((await acts.put('1', anOrder({ lines }))).points.posted).toBe(20);
    // A cent goes back. Of 4.99 there is one full step, which would be 5; the share is 10 and stays.
    const cent = [{ ...lines[0], refundedMinor: 1 }, lines[1]] as typeof lines;
    const once = await acts.put('1', anOrder({ updatedAt: hours(1), lines: cent }));
    expect(once.points.posted).toBe(20);
    const half = [{ ...lines[0], refundedMinor: 250 }, lines[1]] as typeof lines;
    const twice = await acts.put('1', anOrder({ updatedAt: hours(2), lines: half }));
    expect(twice.points.posted).toBe(5 + 10);
    expect(twice.receipt).toMatchObject({ rate: FULL, awarded: 20 });
    const all = lines.map((line) => ({ ...line, refundedMinor: 500 }));
    const none = await acts.put('1', anOrder({ updatedAt: hours(3), lines: all }));
    expect(none.points.posted).toBe(0);
  });

  it('is promised by a quote as the order then earns, with a campaign on its steps', async () => {
    const running = { enabled: true, name: { en: 'C' }, from: at(-1), until: at(1) };
    await given({ campaigns: [{ id: 'half', ...running, effect: { multiplier: '1.5' } }] });
    const answer = await world.storefront('POST', '/quote', {
      body: {
        currency: 'USD',
        lines: [{ productId: 'p-a', quantity: 1, priceMinor: 749 }],
      },
    });
    const quote = (await answer.json()) as Quote;
    expect(quote.receipt.rate).toEqual(FULL);
    // Two steps are 10, and half as much again is 5 more.
    expect(quote.points).toBe(15);
    const order = await acts.put('1', anOrder({ lines: [aLine('a', 749)] }));
    expect(order.points.posted).toBe(15);
    expect(order.receipts.map(({ awarded }) => awarded)).toEqual([10, 5]);
  });
});
