import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Redemption, VoucherAnswer } from '@okaeri/shared/redemptions';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { orderRuleWith, programWith, rewardWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('rewards, rule by rule, on $engine', ({ openTestStore }) => {
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

  it('with a slider cost what the shopper chooses, in steps, and are worth as much more', async () => {
    await given({
      kind: 'variableDiscount',
      cost: { variable: { stepPoints: 50, minimumPoints: 100, maximumPoints: 500 } },
      value: { USD: 250 },
    });
    expect((await acts.me()).rewards).toMatchObject([{ points: 100, worthMinor: 500 }]);
    expect(await redeem({ points: 300 })).toMatchObject({
      points: 300,
      voucher: { valueMinor: 1500, kind: 'variableDiscount' },
    });
    for (const points of [50, 120, 550])
      expect(await redeem({ points })).toMatchObject({ code: 'rewardNotAvailable' });
    expect(await redeem({})).toMatchObject({ points: 100 });
  });

  it.each([
    [{ kind: 'percentage', percent: 20 }, { percent: 20 }],
    [{ kind: 'freeShipping' }, {}],
    [{ kind: 'freeProduct', productId: 'p1' }, { productIds: ['p1'] }],
    [{ kind: 'productDiscount', productIds: ['p1', 'p2'] }, { productIds: ['p1', 'p2'] }],
    [{ kind: 'collectionDiscount', collectionIds: ['c1'] }, { collectionIds: ['c1'] }],
    [{ kind: 'earlyAccess', from: '2027-01-01T00:00:00Z' }, {}],
    [{ kind: 'event', startsAt: '2027-01-01T00:00:00Z', combinable: false }, { combinable: false }],
  ])('of the kind %j say to a checkout what they are', async (reward, answer) => {
    await given(reward);
    const { voucher: code } = await redeem({});
    expect(await validate(code?.code ?? '')).toMatchObject({
      valid: true,
      kind: reward.kind,
      ...answer,
    });
  });

  it('that are given to a cause are spent at once, without a code', async () => {
    await given({ kind: 'donation', cause: { en: 'A forest' } });
    const given1 = await redeem({});
    expect(given1).toMatchObject({ state: 'used', voucher: null, releasable: false });
    expect(given1.balance).toMatchObject({ available: 950, held: 0 });
    expect((await acts.release(given1.id)).status).toBe(409);
  });

  it('that a person fulfils hold the points until they are fulfilled or given back', async () => {
    await given({ kind: 'custom', value: {} });
    const tea = await redeem({});
    expect(tea).toMatchObject({ state: 'held', voucher: null, balance: { held: 50 } });
    acts.days(400);
    expect((await acts.me()).vouchers).toMatchObject([{ id: tea.id, state: 'held' }]);
    expect(await ofMerchant(tea.id, 'fulfil', { note: 'Sent on Monday' })).toMatchObject({
      state: 'used',
      note: 'Sent on Monday',
      balance: { held: 0 },
    });
    expect(await ofMerchant(tea.id, 'fulfil')).toMatchObject({ state: 'used' });
    const another = await redeem({});
    expect((await acts.release(another.id)).status).toBe(200);
    expect((await acts.me()).balance).toMatchObject({ available: 950, held: 0 });
  });

  it('are limited by stock, and a code that is given back is there again', async () => {
    await given({ stock: 2 });
    for (const who of ['bea', 'cleo'])
      await acts.put(`of-${who}`, anOrder({ shopper: { id: who }, lines: [aLine('a', 50_000)] }));
    const one = await redeem({});
    await redeem({}, 'bea');
    expect(await redeem({}, 'cleo')).toMatchObject({ code: 'rewardOutOfStock' });
    expect((await acts.me('cleo')).rewards).toMatchObject([
      { eligibility: { kind: 'outOfStock' } },
    ]);
    await acts.release(one.id);
    expect(await redeem({}, 'cleo')).toMatchObject({ state: 'issued' });
    // A code that lapses is there again too, once that was posted.
    acts.days(91);
    await acts.put(
      'of-bea',
      anOrder({ shopper: { id: 'bea' }, updatedAt: hours(3000), lines: [aLine('a', 50_000)] }),
    );
    expect(await redeem({})).toMatchObject({ state: 'issued' });
  });

  it('of the last one in stock are had by one of many who ask at once', async () => {
    await given({ stock: 1 });
    const shoppers = Array.from({ length: 8 }, (_, i) => `s${i}`);
    for (const id of shoppers)
      await acts.put(`of-${id}`, anOrder({ shopper: { id }, lines: [aLine('a', 50_000)] }));
    const answers = await Promise.all(shoppers.map((id) => redeem({}, id)));
    expect(answers.filter(({ state }) => state === 'issued')).toHaveLength(1);
  });

  it('are limited for one shopper, and say until when', async () => {
    await given({ limit: { count: 1, every: 'month' } });
    await redeem({});
    expect(await redeem({})).toMatchObject({
      code: 'rewardLimitReached',
      until: '2026-12-01T00:00:00.000Z',
    });
    expect((await acts.me()).rewards).toMatchObject([
      { eligibility: { kind: 'limitReached', until: '2026-12-01T00:00:00.000Z' } },
    ]);
    acts.days(9);
    expect(await redeem({})).toMatchObject({ state: 'issued' });
  });

  it('may ask something of the cart', async () => {
    await given({ minimumBasket: { USD: 2000 }, minimumItems: 2 });
    const small = { currency: 'USD', basketMinor: 1500, items: 1 };
    expect(await redeem({ cart: small })).toMatchObject({
      code: 'cartRequirementsNotMet',
      missingMinor: 500,
      missingItems: 1,
    });
    const { voucher: code } = await redeem({ cart: { ...small, basketMinor: 2000, items: 2 } });
    expect(await validate(code?.code ?? '', 1999)).toMatchObject({ reason: 'basketTooSmall' });
  });

  it('cost less in a better tier, or another market', async () => {
    world = await openWorld(
      test.store,
      programWith({
        earning: [orderRuleWith()],
        tiers: [
          { id: 'new', name: { en: 'New' }, entry: 0 },
          { id: 'gold', name: { en: 'Gold' }, entry: 50_000 },
        ],
        tierPolicy: { metric: 'spend', window: { kind: 'lifetime' }, downgrade: 'oneStep' },
        rewards: [
          rewardWith({
            cost: { fixed: 400 },
            variants: [
              { tierIds: ['gold'], cost: { fixed: 100 } },
              { markets: ['jp'], cost: { fixed: 200 } },
            ],
          }),
          rewardWith({ id: 'vip', tierIds: ['gold'] }),
        ],
      }),
    );
    acts = actsOf(world);
    await acts.put('1', anOrder({ lines: [aLine('a', 40_000)] }));
    const { rewards } = await acts.me();
    expect(rewards.find(({ id }) => id === 'vip')).toMatchObject({
      eligibility: { kind: 'tierTooLow', tierIds: ['gold'] },
    });
    expect(await redeem({ market: 'jp' })).toMatchObject({ points: 200 });
    expect(await redeem({ rewardId: 'vip' })).toMatchObject({ code: 'rewardNotForShopper' });
    await acts.put('2', anOrder({ lines: [aLine('a', 20_000)] }));
    expect(await redeem({})).toMatchObject({ points: 100 });
    expect(await redeem({ rewardId: 'vip' })).toMatchObject({ points: 50 });
  });

  it('can be taken by the merchant for a shopper, once per key', async () => {
    await given({});
    const take = async (): Promise<Response> =>
      world.merchant(
        'POST',
        '/v1/redemptions',
        { shopperId: 'ada', rewardId: 'off5' },
        { 'idempotency-key': 'till-1' },
      );
    const first = (await (await take()).json()) as Redemption;
    const again = await take();
    expect(again.headers.get('idempotency-hit')).toBe('true');
    expect(await again.json()).toEqual(first);
  });

  it('are had in the shop too: a till scans a card, and earns and redeems for whose it is', async () => {
    await given({});
    const token = await world.token('ada');
    const card = (await (await world.storefront('POST', '/me/card', { token })).json()) as {
      code: string;
    };
    const scan = async (code: string) =>
      (await world.merchant('POST', '/v1/till/lookup', { code })).json();
    expect(await scan(card.code)).toMatchObject({
      shopper: { id: 'ada', balance: { available: 1000 } },
      rewards: [{ id: 'off5', eligibility: { kind: 'redeemable' } }],
    });
    expect(await scan(card.code.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x')))).toMatchObject(
      { code: 'unknownCard' },
    );
    world.clock.at += 10 * 60_000 + 1;
    expect(await scan(card.code)).toMatchObject({ code: 'unknownCard' });
  });
});
