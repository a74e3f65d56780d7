import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderState } from '@okaeri/shared/orders';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';
import type { ProgramDocument } from '@okaeri/shared/program';

// Named after the rules of the semantics: one rule, one or more stories.
describe.each(ENGINES)('orders, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  const open = async (
    program: ProgramDocument = plainProgram(),
  ): Promise<{ world: World } & Acts> => {
    const world = await openWorld(test.store, program);
    return { world, ...actsOf(world) };
  };
  const refunded = (refundedMinor: number, hour: number): OrderState =>
    anOrder({
      updatedAt: hours(hour),
      lines: [aLine('a', 4000, { refundedMinor }), aLine('b', 6000)],
    });

  it('1: an older state changes nothing and says that it is stale', async () => {
    const { put, me } = await open();
    await put('1', refunded(4000, 2));
    const stale = await put('1', anOrder({ updatedAt: hours(1) }));
    expect(stale).toMatchObject({ stale: true, points: { posted: 60 } });
    expect(await me()).toMatchObject({ balance: { available: 60 } });
  });

  it('1: of two states of one instant the same one wins, whichever came first', async () => {
    const { put } = await open();
    const [one, two] = [refunded(0, 1), refunded(2000, 1)];
    await put('x', one);
    const first = await put('x', two);
    await put('y', two);
    const second = await put('y', one);
    expect(second.points.target).toBe(first.points.target);
    expect([first.stale, second.stale].filter(Boolean)).toHaveLength(1);
  });

  it('1: the same state again changes nothing', async () => {
    const { put, history } = await open();
    await put('1', anOrder());
    expect(await put('1', anOrder())).toMatchObject({ stale: false, points: { posted: 100 } });
    expect(await history()).toHaveLength(1);
  });

  it('2: what vouchers paid earns nothing', async () => {
    const { put } = await open();
    const answer = await put('1', anOrder({ voucherPayments: [{ code: 'x', amountMinor: 2500 }] }));
    expect(answer).toMatchObject({ points: { posted: 75 }, receipt: { basisMinor: 7500 } });
  });

  it('2: when all the money is back nothing is left, although the voucher paid a part', async () => {
    const { put } = await open();
    const paid = { voucherPayments: [{ code: 'x', amountMinor: 2500 }] };
    await put('1', anOrder(paid));
    const back = anOrder({ ...paid, updatedAt: hours(1), refundedOtherMinor: 7500 });
    expect(await put('1', back)).toMatchObject({
      points: { posted: 0 },
      receipt: { reason: 'fullyRefunded' },
    });
  });

  it('2: money governs and quantity informs', async () => {
    const { put } = await open();
    const lines = [aLine('a', 4000, { refundedQuantity: 1 }), aLine('b', 6000)];
    expect(await put('1', anOrder({ lines }))).toMatchObject({ points: { posted: 100 } });
  });

  it('2: a refund beyond what was paid counts as far as it can, and is reported', async () => {
    const { put } = await open();
    const answer = await put('1', refunded(4700, 1));
    expect(answer.points.posted).toBe(60);
    expect(answer.warnings).toEqual([
      expect.objectContaining({ code: 'refundExceedsPaid', path: 'lines[0].refundedMinor' }),
    ]);
  });

  it('2: a refund that names nothing falls on the lines by the money left on them, then on shipping', async () => {
    const { put } = await open();
    const state = anOrder({
      lines: [aLine('a', 4000, { refundedMinor: 3000 }), aLine('b', 6000)],
      shippingMinor: 500,
      refundedOtherMinor: 3500,
    });
    // 1,000 and 6,000 are left: 500 falls on a, 3,000 on b. So a keeps 500 of 4,000 and b 3,000 of 6,000.
    const answer = await put('1', state);
    expect(answer.receipt?.lines.map(({ kept }) => kept)).toEqual([5, 30]);
    const all = { ...state, updatedAt: hours(1), refundedOtherMinor: 8000 };
    const after = await put('1', all);
    expect(after.points.posted).toBe(0);
    expect(after.warnings).toMatchObject([{ path: 'refundedOtherMinor' }]);
  });

  it('2: the programme says whether tax and shipping count', async () => {
    const program = plainProgram();
    const earning = program.earning.map((rule) =>
      rule.on === 'order' ? { ...rule, includeTax: true, includeShipping: true } : rule,
    );
    const { put } = await open({ ...program, earning });
    const lines = [aLine('a', 1000, { taxMinor: 100 })];
    const shipping = { shippingMinor: 500, shippingTaxMinor: 50 };
    expect((await put('1', anOrder({ lines, ...shipping }))).receipt?.basisMinor).toBe(1650);
    const included = anOrder({ lines, ...shipping, taxesIncluded: true });
    expect((await put('2', included)).receipt?.basisMinor).toBe(1500);
  });

  it('3: shares sum to the whole, and a partly refunded line keeps its share rounded up', async () => {
    const { put } = await open();
    const lines = ['a', 'b', 'c'].map((id) => aLine(id, 3333));
    const whole = await put('1', anOrder({ lines }));
    expect(whole.receipt?.lines.map(({ share }) => share)).toEqual([33, 33, 33]);
    const more = ['a', 'b', 'c'].map((id) => aLine(id, 3350));
    const uneven = await put('2', anOrder({ lines: more }));
    // 100.5 is 100 points: 33.33 each, and the one that is left goes to the first.
    expect(uneven.receipt?.lines.map(({ share }) => share)).toEqual([34, 33, 33]);
    const part = more.map((line) => (line.id === 'b' ? { ...line, refundedMinor: 1 } : line));
    const after = await put('2', anOrder({ lines: part, updatedAt: hours(1) }));
    expect(after.receipt?.lines[1]).toMatchObject({ share: 33, kept: 33 });
  });

  it.each(['unpaid', 'partiallyPaid'] as const)(
    '4: an order that is %s earns points that wait without a date',
    async (paymentStatus) => {
      const { put } = await open();
      const answer = await put('1', anOrder({ paymentStatus, paidAt: null }));
      expect(answer.points).toMatchObject({ pending: 100, available: 0, matureAt: null });
    },
  );

  it('4: points mature a number of days after the event the programme names', async () => {
    const { put, me, days } = await open(plainProgram({ holdDays: 14, from: 'delivered' }));
    await put('1', anOrder());
    expect((await me()).balance).toMatchObject({ pending: 100, available: 0 });
    const delivered = anOrder({ updatedAt: hours(2), deliveredAt: hours(1) });
    expect((await put('1', delivered)).points.matureAt).toBe(hours(1 + 14 * 24));
    days(14);
    expect((await me()).balance).toMatchObject({ pending: 100, available: 0 });
    days(1);
    expect((await me()).balance).toMatchObject({ pending: 0, available: 100 });
  });

  it.each([
    ['cancelled', { cancelledAt: hours(1) }, 'orderCancelled'],
    ['voided', { paymentStatus: 'voided' as const }, 'orderVoided'],
  ])(
    '4: an order that was %s has no points, and reopened it has them again',
    async (_name, change, reason) => {
      const { put, me } = await open();
      await put('1', anOrder());
      const closed = await put('1', anOrder({ ...change, updatedAt: hours(1) }));
      expect(closed).toMatchObject({ points: { posted: 0, target: 0 }, receipt: { reason } });
      await put('1', anOrder({ updatedAt: hours(2) }));
      expect((await me()).balance).toMatchObject({ available: 100 });
    },
  );

  it('5: an award keeps the programme version under which it was first recorded', async () => {
    const { world, put } = await open();
    await put('1', anOrder());
    const generous = plainProgram();
    const earning = generous.earning.map((rule) =>
      rule.on === 'order'
        ? { ...rule, points: { per: { USD: { amountMinor: 100, points: 5 } } } }
        : rule,
    );
    await world.publish({ ...generous, earning });
    // The clawback takes points at the rate at which they were given.
    expect((await put('1', refunded(4000, 1))).points.posted).toBe(60);
    expect((await put('2', anOrder())).points.posted).toBe(500);
    await world.publish({ ...generous, earning: [] });
    expect((await put('1', refunded(0, 2))).points.posted).toBe(100);
    expect((await put('3', anOrder())).receipt).toMatchObject({ reason: 'noRule' });
  });

  it('6: when an order changes hands its points do too', async () => {
    const { put, me, history } = await open();
    await put('1', anOrder());
    await put('1', anOrder({ updatedAt: hours(1), shopper: { id: 'bea' } }));
    expect((await me('ada')).balance).toMatchObject({ available: 0 });
    expect((await me('bea')).balance).toMatchObject({ available: 100 });
    expect((await history('ada'))[0]).toMatchObject({
      kind: 'clawback',
      points: -100,
      receipt: { reason: 'shopperChanged' },
    });
    await put('1', anOrder({ updatedAt: hours(2) }));
    expect((await me('ada')).balance).toMatchObject({ available: 100 });
    expect((await me('bea')).balance).toMatchObject({ available: 0 });
  });

  it('6: an order known by an address only waits for the member who proves it', async () => {
    const { put, me } = await open();
    const email = 'Mika@Example.com';
    await put('1', anOrder({ shopper: { email } }));
    await put('2', anOrder({ shopper: { email: 'mika@example.com '.trim() } }));
    expect((await me('m', { email })).balance).toMatchObject({ available: 0 });
    expect((await me('m', { email, email_verified: true })).balance).toMatchObject({
      available: 200,
    });
    await put('1', anOrder({ shopper: { email }, updatedAt: hours(1), refundedOtherMinor: 5000 }));
    expect((await me('m')).balance).toMatchObject({ available: 150 });
    await put('3', anOrder({ shopper: { email } }));
    expect((await me('m')).balance).toMatchObject({ available: 250 });
    // Another account that claims the same address gets nothing that is not waiting.
    expect((await me('n', { email, email_verified: true })).balance).toMatchObject({
      available: 0,
    });
  });

  it('6: an order of nobody earns nothing, until somebody is named', async () => {
    const { put, me } = await open();
    expect(await put('1', anOrder({ shopper: null }))).toMatchObject({
      shopperId: null,
      points: { target: 0, posted: 0 },
      receipt: { reason: 'shopperUnknown' },
    });
    await put('1', anOrder({ updatedAt: hours(1) }));
    expect((await me()).balance).toMatchObject({ available: 100 });
  });

  it('7: a currency without a rate earns nothing and says why', async () => {
    const { put, history } = await open();
    const reason = 'currencyNotInProgramme';
    expect(await put('1', anOrder({ currency: 'EUR' }))).toMatchObject({ receipt: { reason } });
    expect(await history()).toMatchObject([{ points: 0, state: 'none', receipt: { reason } }]);
  });

  it('10: an order that earns nothing is a row all the same', async () => {
    const { put, history } = await open();
    await put('1', anOrder({ lines: [aLine('a', 99)] }));
    expect(await history()).toMatchObject([
      {
        kind: 'earn',
        points: 0,
        source: { kind: 'order', id: '1' },
        receipt: { reason: 'belowOnePoint' },
      },
    ]);
  });

  it('23: a quote shows the points that are awarded, also after the programme has changed', async () => {
    const { world, put } = await open();
    const cart = {
      currency: 'USD',
      lines: [{ productId: 'p', quantity: 3, priceMinor: 1999 }],
    };
    const answer = await world.storefront('POST', '/quote', { body: cart });
    const quote = (await answer.json()) as { quoteId: string; expiresAt: string; points: number };
    expect(quote).toMatchObject({ points: 59, mayChange: [] });
    await world.publish({ ...plainProgram(), earning: [] });
    const lines = [aLine('x', 1999, { quantity: 3 })];
    const placed = (minutes: number, quoteId = quote.quoteId): OrderState => {
      const placedAt = new Date(world.clock.at + minutes * 60_000).toISOString();
      return anOrder({ lines, quoteId, placedAt, paidAt: placedAt });
    };
    expect((await put('1', placed(30))).points.posted).toBe(59);
    for (const late of [await put('2', placed(31)), await put('3', placed(0, 'q_1.zzz.forged'))]) {
      expect(late.points.posted).toBe(0);
      expect(late.warnings).toMatchObject([{ code: 'quoteUnknown' }]);
    }
  });
});
