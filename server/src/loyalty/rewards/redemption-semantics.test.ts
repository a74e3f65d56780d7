import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderAnswer, OrderState } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Redemption, VoucherAnswer } from '@okaeri/shared/redemptions';
import { FAILED_CODE_LIMIT } from '../../platform/http/attempt-limit.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { wideRates } from '../../testing/wide-rates.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('redemptions, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const open = async (
    program: ProgramDocument = plainProgram(),
  ): Promise<{ world: World } & Acts> => {
    // Of one shopper at once: more than anybody may in ten minutes.
    const world = await openWorld(test.store, program, null, {
      rates: wideRates(),
    });
    const acts = actsOf(world);
    await acts.put('first', anOrder());
    return { world, ...acts };
  };
  const voucher = (world: World, code: string, act: string, body: unknown): Promise<Response> =>
    world.merchant('POST', `/v1/vouchers/${code}/${act}`, body);
  const basket = { currency: 'USD', basketMinor: 5000, shopperId: 'ada' };
  const codeOf = (redemption: Redemption): string => redemption.voucher?.code ?? '';

  it('15: a code goes from issued to used, and its points from held to spent', async () => {
    const { world, take, me, release, history } = await open();
    const taken = await take('k');
    expect(taken).toMatchObject({
      state: 'issued',
      releasable: true,
      balance: { available: 50, held: 50 },
    });
    expect((await me()).vouchers).toMatchObject([{ id: taken.id, state: 'issued' }]);
    const used = await voucher(world, codeOf(taken), 'use', { orderId: 'o-1' });
    expect(await used.json()).toMatchObject({ valid: true, valueMinor: 500 });
    expect(await me()).toMatchObject({ balance: { available: 50, held: 0 }, vouchers: [] });
    expect((await release(taken.id)).status).toBe(409);
    expect((await history())[0]).toMatchObject({ kind: 'redeem', points: -50, state: 'spent' });
  });

  it('15: a hold resolves at most once: released twice, the points come back once', async () => {
    const { take, release, me } = await open();
    const { id } = await take('k');
    for (const _ of [1, 2]) expect((await release(id)).status).toBe(200);
    expect((await me()).balance).toMatchObject({ available: 100, held: 0 });
  });

  it('15: a code that lapses unused gives its points back', async () => {
    const { world, take, me, days } = await open(plainProgram({ validDays: 10 }));
    const taken = await take('k');
    days(10);
    expect((await me()).balance).toMatchObject({ available: 100, held: 0 });
    const answer = await voucher(world, codeOf(taken), 'validate', basket);
    expect(await answer.json()).toMatchObject({ valid: false, reason: 'expired' });
    expect((await voucher(world, codeOf(taken), 'use', { orderId: 'o' })).status).toBe(409);
  });

  it('16: a released code is no longer valid', async () => {
    const { world, take, release } = await open();
    const taken = await take('k');
    await release(taken.id);
    const answer = await voucher(world, codeOf(taken), 'validate', basket);
    expect(await answer.json()).toMatchObject({ valid: false, reason: 'released' });
  });

  it('13 of the invariants: many lots that expired unswept stand in the way of none that can be spent', async () => {
    const { put, redeem, days } = await open(plainProgram({ cost: 100, expiryDays: 5 }));
    const small = async (prefix: string, day: number): Promise<void> => {
      const placedAt = hours(day * 24 - 1);
      const order = anOrder({ lines: [aLine('a', 100)], placedAt, paidAt: placedAt });
      for (let i = 0; i < 110; i += 1) await put(`${prefix}${i}`, order);
    };
    await small('early', 0);
    days(3);
    await small('late', 3);
    days(3);
    expect((await redeem('k')).status).toBe(201);
  });

  it('17: undoing a use holds the points again; giving back returns them', async () => {
    const { world, take, release, me } = await open();
    const taken = await take('k');
    await voucher(world, codeOf(taken), 'use', { orderId: 'o-1' });
    expect((await voucher(world, codeOf(taken), 'release', { orderId: 'o-2' })).status).toBe(409);
    expect((await voucher(world, codeOf(taken), 'release', { orderId: 'o-1' })).status).toBe(200);
    expect((await me()).balance).toMatchObject({ available: 50, held: 50 });
    expect((await release(taken.id)).status).toBe(200);
    expect((await me()).balance).toMatchObject({ available: 100, held: 0 });
  });

  it('17: an order uses the code it names, and voiding or sending it back undoes the use', async () => {
    const { put, take, me } = await open();
    const taken = await take('k');
    const code = codeOf(taken);
    const order = (change: Partial<OrderState> = {}): OrderState =>
      anOrder({
        lines: [aLine('a', 5000)],
        voucherCodes: [code],
        voucherPayments: [{ code, amountMinor: 500 }],
        ...change,
      });
    await put('o', order());
    expect((await me()).balance).toMatchObject({ available: 95, held: 0 });
    await put('o', order({ paymentStatus: 'voided', updatedAt: hours(1) }));
    expect((await me()).balance).toMatchObject({ available: 50, held: 50 });
    await put('o', order({ updatedAt: hours(2) }));
    expect((await me()).balance).toMatchObject({ available: 95, held: 0 });
    await put('o', order({ updatedAt: hours(3), refundedOtherMinor: 4500 }));
    expect((await me()).balance).toMatchObject({ available: 50, held: 50 });
    await put('o', order({ updatedAt: hours(4) }));
    expect((await me()).balance).toMatchObject({ available: 95, held: 0 });
  });

  it('17: a code works on one order only', async () => {
    const { put, take } = await open();
    const code = codeOf(await take('k'));
    const named = anOrder({ voucherCodes: [code] });
    expect((await put('o-1', named)).warnings).toEqual([]);
    const second: OrderAnswer = await put('o-2', named);
    expect(second.warnings).toMatchObject([{ code: 'voucherUnknown' }]);
  });

  it('18: a code is found however it is typed, and only by its own shop and shopper', async () => {
    const { world, take } = await open();
    const code = codeOf(await take('k'));
    const check = async (text: string, of = basket, by = world): Promise<VoucherAnswer> =>
      (await (await voucher(by, encodeURIComponent(text), 'validate', of)).json()) as VoucherAnswer;
    expect(await check(code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ valid: true });
    expect(await check(code, { ...basket, shopperId: 'bea' })).toMatchObject({
      reason: 'otherShopper',
    });
    expect(await check(code, { ...basket, currency: 'EUR' })).toMatchObject({
      reason: 'otherCurrency',
    });
    const other = await openWorld(test.store, plainProgram());
    expect(await check(code, basket, other)).toMatchObject({ reason: 'unknown' });
  });

  it('18: guessing is stopped', async () => {
    const { world } = await open();
    const guess = (n: number): Promise<Response> =>
      voucher(world, `OK-0000-0000-${String(n).padStart(4, '0')}`, 'validate', basket);
    for (let n = 0; n < FAILED_CODE_LIMIT.points; n += 1) expect((await guess(n)).status).toBe(200);
    const stopped = await guess(9999);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('18: of a burst of guesses no more are tried than one after another', async () => {
    const { world } = await open();
    const codes = Array.from(
      { length: 3 * FAILED_CODE_LIMIT.points },
      (_, n) => `OK-0000-1111-${n}`,
    );
    const answers = await Promise.all(
      codes.map((code) => voucher(world, code, 'validate', basket)),
    );
    const tried = answers.filter(({ status }) => status !== 429);
    expect(tried.length).toBe(FAILED_CODE_LIMIT.points);
  });

  it('22: the same key gives the first answer, and takes no points twice', async () => {
    const { redeem, me } = await open();
    const first = await redeem('"same"');
    const second = await redeem('same');
    expect(second.status).toBe(201);
    expect(second.headers.get('idempotency-hit')).toBe('true');
    expect(await second.json()).toEqual(await first.json());
    expect((await me()).balance).toMatchObject({ available: 50, held: 50 });
  });

  it('22: a refusal is an answer too, and the same key with another body is refused', async () => {
    const { world, redeem, put } = await open(plainProgram({ cost: 150 }));
    expect(await (await redeem('k')).json()).toMatchObject({
      code: 'insufficientPoints',
      missing: 50,
    });
    await put('second', anOrder());
    const again = await redeem('k');
    expect(again.headers.get('idempotency-hit')).toBe('true');
    expect(await again.json()).toMatchObject({ code: 'insufficientPoints' });
    const other = await world.storefront('POST', '/redemptions', {
      token: await world.token('ada'),
      body: { rewardId: 'off5', currency: 'USD' },
      headers: { 'idempotency-key': 'k' },
    });
    expect(other.status).toBe(422);
    // The key belongs to the shopper: somebody else's is another one.
    expect((await redeem('k', 'bea')).headers.get('idempotency-hit')).toBeNull();
  });

  it('22: a key is forgotten after a day', async () => {
    const { redeem, days } = await open();
    await redeem('k');
    days(1);
    expect((await redeem('k')).headers.get('idempotency-hit')).toBeNull();
  });

  it('17 of the invariants: of two hundred redemptions of a balance that covers one, one succeeds', async () => {
    const { redeem, me } = await open(plainProgram({ cost: 100 }));
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => redeem(`k${i}`)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(199);
    expect((await me()).balance).toMatchObject({ available: 0, held: 100 });
  });

  it('22: two hundred concurrent repeats of one key take the reward once', async () => {
    const { redeem, me } = await open();
    const answers = await Promise.all(Array.from({ length: 200 }, () => redeem('same')));
    const ids = new Set(
      await Promise.all(answers.map(async (a) => ((await a.json()) as Redemption).id)),
    );
    expect(ids.size).toBe(1);
    expect((await me()).balance).toMatchObject({ available: 50, held: 50 });
  });
});
