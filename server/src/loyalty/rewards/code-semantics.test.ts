import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Redemption, VoucherAnswer } from '@okaeri/shared/redemptions';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { programWith, rewardWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('codes, source by source, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  let keys = 0;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  /** A shop with these rewards, and Ada with 1000 points. */
  const given = async (...rewards: object[]): Promise<void> => {
    world = await openWorld(
      test.store,
      programWith({ rewards: rewards.map((reward) => rewardWith({ ...reward })) }),
    );
    acts = actsOf(world);
    await acts.put('seed', anOrder({ lines: [aLine('a', 100_000)] }));
  };
  const redeem = async (body: object, who = 'ada'): Promise<Redemption & { code?: string }> => {
    const token = await world.token(who);
    const headers = { 'idempotency-key': `key-${(keys += 1)}` };
    const answer = await world.storefront('POST', '/redemptions', {
      token,
      body: { rewardId: 'off5', ...body },
      headers,
    });
    return (await answer.json()) as Redemption;
  };
  const voucher = async (code: string, act: string, body: object): Promise<VoucherAnswer> =>
    (await (
      await world.merchant('POST', `/v1/vouchers/${code}/${act}`, body)
    ).json()) as VoucherAnswer;
  const validate = (code: string, basketMinor = 100_000): Promise<VoucherAnswer> =>
    voucher(code, 'validate', { currency: 'USD', basketMinor });
  const ofMerchant = async (id: string, act: string, body: object = {}) =>
    (
      await world.merchant('POST', `/v1/redemptions/${id}/${act}`, body)
    ).json() as Promise<Redemption>;

  it('take codes from a pool, each once, and run out with it', async () => {
    await given({ codes: 'pool' });
    const upload = async (body: string): Promise<unknown> =>
      (
        await world.merchant('POST', '/v1/rewards/off5/codes', body, { 'content-type': 'text/csv' })
      ).json();
    expect(await redeem({})).toMatchObject({ code: 'rewardOutOfStock' });
    expect(await upload('"HALF')).toMatchObject({ code: 'invalidRequest' });
    expect(await upload('code,note\nSPRING-1,x\n"SPRING-2"\n\n')).toEqual({ added: 2, known: 0 });
    expect(await upload('SPRING-1\nSPRING-2')).toEqual({ added: 0, known: 2 });
    const taken = [await redeem({}), await redeem({})];
    expect(new Set(taken.map(({ voucher: code }) => code?.code))).toEqual(
      new Set(['SPRING-1', 'SPRING-2']),
    );
    expect(await redeem({})).toMatchObject({ code: 'rewardOutOfStock' });
    // Others may know a code of a pool: a shopper cannot give it back, the merchant can.
    expect(taken[0]).toMatchObject({ releasable: false });
    expect((await acts.release(taken[0]?.id ?? '')).status).toBe(409);
    expect(await ofMerchant(taken[0]?.id ?? '', 'release')).toMatchObject({ state: 'released' });
    const kept = taken[1]?.voucher?.code ?? '';
    expect(await validate(kept.toLowerCase())).toMatchObject({ valid: true });
  });

  it('take codes from a table as they stand in its quotes', async () => {
    await given({ codes: 'pool' });
    const table = '\uFEFF"code",note\r\n"A,1 ""GOLD""",x\r\n';
    const headers = { 'content-type': 'text/csv' };
    await world.merchant('POST', '/v1/rewards/off5/codes', table, headers);
    expect(await redeem({})).toMatchObject({ voucher: { code: 'A,1 "GOLD"' } });
  });

  it('16: codes on a platform return points once it has deleted them', async () => {
    await given({ codes: 'platform' });
    const { id } = await redeem({});
    expect(await ofMerchant(id, 'fulfil', { code: 'SHOP-77' })).toMatchObject({
      state: 'issued',
      voucher: { code: 'SHOP-77' },
    });
    expect(await (await acts.release(id)).json()).toMatchObject({
      state: 'releasing',
      balance: { available: 950, held: 50 },
    });
    expect(await validate('SHOP-77')).toMatchObject({ valid: false, reason: 'released' });
    expect(await ofMerchant(id, 'confirm-release')).toMatchObject({
      state: 'released',
      balance: { available: 1000, held: 0 },
    });
    expect(await ofMerchant(id, 'confirm-release')).toMatchObject({ state: 'released' });
  });

  it('16: an order with a code that was given back takes its points again, as debt where need be', async () => {
    await given({ codes: 'platform', cost: { fixed: 600 } });
    const { id } = await redeem({});
    await ofMerchant(id, 'fulfil', { code: 'SHOP-78' });
    await acts.release(id);
    await ofMerchant(id, 'confirm-release');
    const other = await redeem({});
    await ofMerchant(other.id, 'fulfil', { code: 'SHOP-79' });
    await acts.put('1', anOrder({ lines: [aLine('a', 10_000)], voucherCodes: ['SHOP-78'] }));
    // 1000 earned, 100 more, 600 in a code, 600 spent: a hundred short.
    expect((await acts.me()).balance).toMatchObject({ available: 0, held: 600, debt: 100 });
    await acts.put('1', anOrder({ lines: [aLine('a', 10_000)], updatedAt: hours(1) }));
    expect((await acts.me()).balance).toMatchObject({ available: 0, held: 1200, debt: 100 });
  });

  it('that are gift cards are used in parts, by as many orders as it takes', async () => {
    await given({ kind: 'giftCard', value: { USD: 2000 } });
    const card = await redeem({});
    const code = card.voucher?.code ?? '';
    const use = (orderId: string, amountMinor: number): Promise<VoucherAnswer> =>
      voucher(code, 'use', { orderId, amountMinor });
    expect(await use('1', 500)).toMatchObject({ valid: true });
    expect(await use('1', 500)).toMatchObject({ valid: true });
    expect(await validate(code)).toMatchObject({ valid: true, valueMinor: 1500 });
    expect(await use('2', 1600)).toMatchObject({ code: 'voucherNotUsable' });
    expect(await use('2', 1500)).toMatchObject({ valid: true });
    expect(await validate(code)).toMatchObject({ valid: false, reason: 'used' });
    expect((await acts.release(card.id)).status).toBe(409);
    await voucher(code, 'release', { orderId: '1' });
    expect(await validate(code)).toMatchObject({ valid: true, valueMinor: 500 });
    await voucher(code, 'release', { orderId: '2' });
    expect((await acts.me()).balance).toMatchObject({ held: 50 });
    expect((await acts.release(card.id)).status).toBe(200);
    expect((await acts.me()).balance).toMatchObject({ available: 1000, held: 0 });
  });
});
