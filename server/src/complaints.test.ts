import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '@okaeri/shared/ledger';
import type { OrderState } from '@okaeri/shared/orders';
import { verifyLedger } from './loyalty/ledger/verify-ledger.ts';
import { settleDueShoppers } from './loyalty/ledger/settle-due.ts';
import { actsOf, plainProgram, type Acts } from './testing/acts.ts';
import { ENGINES, type TestStore } from './testing/engines.ts';
import { aLine, anOrder, hours } from './testing/order-states.ts';
import { orderRuleWith, programWith } from './testing/programs.ts';
import { openWorld, type World } from './testing/world.ts';

/**
 * What users of the other programmes complain of (reference loyalty-peers, section
 * 2), as far as an engine can be the cause; the numbers are the list's.
 */
describe.each(ENGINES)('nobody has reason to complain, on $engine', ({ openTestStore }) => {
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

  const given = async (document = plainProgram()): Promise<void> => {
    world = await openWorld(test.store, document);
    acts = actsOf(world);
  };
  const available = async (): Promise<number> => (await acts.me()).balance.available;
  const newest = async (): Promise<Transaction | undefined> => (await acts.history())[0];
  /** The order of 40 and 60 dollars, with so much of each sent back. */
  const refunded = (hour: number, a: number, b: number): OrderState =>
    anOrder({
      updatedAt: hours(hour),
      lines: [aLine('a', 4000, { refundedMinor: a }), aLine('b', 6000, { refundedMinor: b })],
    });

  it('1: a second partial refund takes what it should, and says which line and how much', async () => {
    await given();
    await acts.put('1', anOrder());
    await acts.put('1', refunded(1, 1000, 0));
    expect(await available()).toBe(90);
    await acts.put('1', refunded(2, 1000, 3000));
    expect(await available()).toBe(60);
    expect(await newest()).toMatchObject({
      kind: 'clawback',
      points: -30,
      receipt: {
        lines: [
          { lineId: 'a', share: 40, kept: 30 },
          { lineId: 'b', share: 60, kept: 30 },
        ],
      },
    });
    expect((await acts.me()).nudges.map(({ kind }) => kind)).toEqual([
      'pointsTakenBack',
      'pointsTakenBack',
    ]);
  });

  it('1: a refund that was undone is shown no more, and one that holds with the day the history shows', async () => {
    await given();
    await acts.put('1', anOrder());
    await acts.put('1', refunded(1, 1000, 0));
    await acts.put('1', refunded(2, 1000, 3000));
    await acts.put('1', refunded(3, 1000, 0));
    const { effectiveAt } = (await acts.history()).find(({ points }) => points === -10) ?? {};
    const readNudges = async () => (await acts.me()).nudges;
    expect(await readNudges()).toEqual([{ kind: 'pointsTakenBack', points: 10, at: effectiveAt }]);
    await acts.put('1', refunded(4, 0, 0));
    expect(await readNudges()).toEqual([]);
    expect(await available()).toBe(100);
  });

  it('1: a refund reverses at the rate of the order, though the rule was changed or deleted since', async () => {
    await given();
    await acts.put('1', anOrder());
    const doubled = { per: { USD: { amountMinor: 100, points: 2 } } };
    await world.publish(programWith({ earning: [orderRuleWith({ points: doubled })] }));
    await acts.put('1', refunded(1, 4000, 0));
    expect(await available()).toBe(60);
    await world.publish(programWith({ earning: [] }));
    await acts.put('1', refunded(2, 4000, 6000));
    expect(await available()).toBe(0);
    expect(await newest()).toMatchObject({
      receipt: {
        programVersion: 2,
        rate: { amountMinor: 100, points: 1 },
        reason: 'fullyRefunded',
      },
    });
  });

  it('1: an amount typed by hand counts, and so does a refund that keeps the shipping', async () => {
    await given();
    await acts.put('1', anOrder({ shippingMinor: 500 }));
    await acts.put(
      '1',
      anOrder({ updatedAt: hours(1), shippingMinor: 500, refundedOtherMinor: 5000 }),
    );
    expect(await available()).toBe(50);
    await acts.put(
      '1',
      anOrder({ updatedAt: hours(2), shippingMinor: 500, refundedOtherMinor: 10_000 }),
    );
    expect(await available()).toBe(0);
  });

  it('1: a refund after the points were spent takes what the policy says, no more, and comes back when it is undone', async () => {
    await given();
    await acts.put('1', anOrder());
    await acts.take('k');
    await acts.put('1', refunded(1, 4000, 6000));
    // Fifty are in a code; within the balance, fifty can be taken.
    expect((await acts.me()).balance).toMatchObject({ available: 0, held: 50, debt: 0 });
    await acts.put('1', refunded(2, 0, 0));
    expect((await acts.me()).balance).toMatchObject({ available: 50, held: 50, debt: 0 });
  });

  it('2: the same event, again and again, earns once', async () => {
    await given();
    for (const hour of [0, 0, 1, 1, 2]) await acts.put('1', anOrder({ updatedAt: hours(hour) }));
    expect(await available()).toBe(100);
    expect(await acts.history()).toHaveLength(1);
  });

  it('3: twenty who redeem at once, from one balance, get what it covers', async () => {
    await given();
    await acts.put('1', anOrder());
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => acts.redeem(`k${i}`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect((await acts.me()).balance).toMatchObject({ available: 0, held: 100 });
  });

  it('4: a shopper who earned nothing sees why, and when they would', async () => {
    await given(programWith({ earning: [orderRuleWith({ limit: { count: 1, every: 'day' } })] }));
    await acts.put('1', anOrder());
    await acts.put('2', anOrder());
    expect(await newest()).toMatchObject({
      points: 0,
      state: 'none',
      receipt: {
        desired: 100,
        awarded: 0,
        reason: 'limitReached',
        cap: { room: 0, until: '2026-11-23T00:00:00.000Z' },
      },
    });
  });

  it('5: points of a code that was never used come back by themselves', async () => {
    await given(plainProgram({ validDays: 30 }));
    await acts.put('1', anOrder());
    await acts.take('k');
    acts.days(30);
    expect((await acts.me()).balance).toMatchObject({ available: 100, held: 0 });
    await settleDueShoppers(world.deps);
    expect((await acts.history())[0]).toMatchObject({ kind: 'release', points: 50 });
  });

  it('6: a shopper who bought as a guest has their points once they come in', async () => {
    await given();
    await acts.put('1', anOrder({ shopper: { email: 'Ada@Example.com' } }));
    const proven = { email: 'ada@example.com', email_verified: true };
    expect((await acts.me('ada', proven)).balance.available).toBe(100);
  });

  it('9: another currency changes neither what is earned nor what is owed', async () => {
    const per = {
      USD: { amountMinor: 100, points: 1 },
      ZAR: { amountMinor: 1700, points: 1 },
    };
    await given(programWith({ earning: [orderRuleWith({ points: { per } })] }));
    await acts.put('1', anOrder({ lines: [aLine('a', 10_000)] }));
    await acts.put('2', anOrder({ currency: 'ZAR', lines: [aLine('a', 170_000)] }));
    expect(await available()).toBe(200);
    // The order cannot be switched to the currency where it would be worth more.
    const switched = anOrder({
      updatedAt: hours(1),
      currency: 'USD',
      lines: [aLine('a', 170_000)],
    });
    expect((await world.merchant('PUT', '/v1/orders/2', switched)).status).toBe(422);
    const back = [aLine('a', 170_000, { refundedMinor: 170_000 })];
    await acts.put('2', anOrder({ updatedAt: hours(2), currency: 'ZAR', lines: back }));
    expect(await available()).toBe(100);
    expect(await newest()).toMatchObject({ receipt: { currency: 'ZAR' } });
  });

  it('10: the part paid with points earns nothing, and the receipt shows the basis', async () => {
    await given();
    const voucherPayments = [{ code: 'x', amountMinor: 2500 }];
    const answer = await acts.put('1', anOrder({ voucherPayments }));
    expect(answer).toMatchObject({ points: { posted: 75 }, receipt: { basisMinor: 7500 } });
  });

  it('11: cancelled, completed, cancelled and completed again, an order has its points once', async () => {
    await given();
    for (const [hour, cancelledAt] of [
      [0, null],
      [1, hours(1)],
      [2, null],
      [3, hours(3)],
      [4, null],
    ] as const)
      await acts.put('1', anOrder({ updatedAt: hours(hour), cancelledAt }));
    expect(await available()).toBe(100);
    await acts.put('1', anOrder({ updatedAt: hours(5), cancelledAt: hours(5) }));
    await acts.put('1', refunded(6, 4000, 6000));
    expect(await available()).toBe(0);
  });

  it('11: an order that used a code and is cancelled gives the code back, once', async () => {
    await given();
    await acts.put('1', anOrder());
    const { voucher } = await acts.take('k');
    const using = { voucherCodes: [voucher?.code ?? ''], lines: [aLine('c', 2000)] };
    await acts.put('2', anOrder(using));
    expect((await acts.me()).balance).toMatchObject({ available: 70, held: 0 });
    for (const hour of [1, 2])
      await acts.put('2', anOrder({ ...using, updatedAt: hours(hour), cancelledAt: hours(1) }));
    expect((await acts.me()).balance).toMatchObject({ available: 50, held: 50 });
  });

  it('12: each lot has its own end, nothing else goes with it, and nothing lives longer by a refund', async () => {
    await given(plainProgram({ expiryDays: 10 }));
    await acts.put('1', anOrder());
    acts.days(5);
    const later = { placedAt: hours(120), paidAt: hours(120), updatedAt: hours(120) };
    await acts.put('2', anOrder(later));
    const back = [aLine('a', 4000, { refundedMinor: 4000 }), aLine('b', 6000)];
    await acts.put('2', anOrder({ ...later, updatedAt: hours(121), lines: back }));
    expect((await acts.me()).balance.nextExpiry).toMatchObject({ points: 100 });
    acts.days(5);
    expect(await available()).toBe(60);
  });

  it('13: what was imported twice is there once', async () => {
    await given();
    for (const _ of [1, 2]) for (const id of ['1', '2']) await acts.put(id, anOrder());
    expect(await available()).toBe(200);
  });
});
