import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '@okaeri/shared/errors';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Redemption } from '@okaeri/shared/redemptions';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { connectTo, platformActsOf, type PlatformActs } from '../../testing/platform-acts.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { programWith, rewardWith } from '../../testing/programs.ts';
import { openWooServer, WOO_KEY, type WooServer } from '../../testing/woocommerce-server.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HOST = 'woo.example';
const platform = { codes: 'platform', cost: { fixed: 10 } } as const;
const tenth = { ...platform, id: 'tenth', kind: 'percentage', percent: 10 } as const;
const REWARDS = [
  rewardWith({ ...platform }),
  rewardWith({ ...platform, id: 'tea', kind: 'productDiscount', productIds: ['13', '14'] }),
  rewardWith({ ...platform, id: 'shelf', kind: 'collectionDiscount', collectionIds: ['8'] }),
  rewardWith({ ...tenth, value: {} }),
];
/** Rewards that a coupon of WooCommerce cannot hold, and what of them. */
const UNHOLDABLE: [string, object, RegExp][] = [
  ['a percentage with a most', { ...tenth, value: { USD: 500 } }, /no bound/],
  ['a least number of pieces', { ...platform, id: 'two', minimumItems: 2 }, /least number/],
  ['a gift card', { ...platform, id: 'card', kind: 'giftCard' }, /kind giftCard/],
  [
    'goods that WooCommerce has no such ids of',
    { ...platform, id: 'mug', kind: 'freeProduct', productId: 'mug', value: {} },
    /ids/,
  ],
];

describe.each(ENGINES)('codes at WooCommerce on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  let messages: PlatformActs;
  let woo: WooServer;
  let keys = 0;
  beforeAll(async () => {
    test = await openTestStore();
    woo = await openWooServer();
  });
  afterAll(async () => {
    await woo.close();
    await test.dispose();
  });
  beforeEach(() => open({ rewards: REWARDS }));

  const open = async (change: Parameters<typeof programWith>[0]): Promise<void> => {
    woo.coupons.clear();
    const callOutside = connectTo(HOST, () => woo.port);
    world = await openWorld(test.store, programWith(change), null, { callOutside });
    messages = platformActsOf(world);
    acts = actsOf(world);
    await acts.put('seed', anOrder({ lines: [aLine('a', 100_000)] }));
  };
  const connect = (): Promise<void> =>
    messages.connect({
      platform: 'woocommerce',
      address: `https://${HOST}`,
      money: 'shop',
      ...WOO_KEY,
    });
  const ask = async (rewardId: string): Promise<Response> =>
    world.storefront('POST', '/redemptions', {
      token: await world.token('ada'),
      body: { rewardId },
      headers: { 'idempotency-key': `key-${(keys += 1)}` },
    });
  const seen = async (id: string): Promise<Redemption | undefined> => {
    const answer = await world.merchant('GET', '/v1/shoppers/ada/affairs');
    const { redemptions } = (await answer.json()) as { redemptions: Redemption[] };
    return redemptions.find((one) => one.id === id);
  };
  const take = async (rewardId: string): Promise<{ id: string; code: string }> => {
    const { id } = (await (await ask(rewardId)).json()) as Redemption;
    await messages.work();
    return { id, code: (await seen(id))?.voucher?.code ?? '' };
  };
  const couponOf = (code: string): Record<string, unknown> | undefined =>
    [...woo.coupons.values()].find((coupon) => coupon['code'] === code.toLowerCase());
  const publish = async (reward: object): Promise<Response> => {
    const draft = await world.merchant('GET', '/v1/program/draft');
    const { version: _version, ...document } = (await draft.json()) as ProgramDocument & {
      version: number;
    };
    const others = document.rewards.filter(({ id }) => id !== 'new');
    const rewards = [...others, rewardWith({ ...reward, id: 'new' })];
    const tag = { 'if-match': draft.headers.get('etag') ?? '' };
    const saved = await world.merchant('PUT', '/v1/program/draft', { ...document, rewards }, tag);
    const next = { 'if-match': saved.headers.get('etag') ?? '' };
    return world.merchant('POST', '/v1/program/publish', undefined, next);
  };

  it('end there when they end here, whatever time the site keeps', async () => {
    await connect();
    const { id, code } = await take('off5');
    const endsAt = (await seen(id))?.voucher?.expiresAt ?? '';
    expect(couponOf(code)).toMatchObject({ date_expires_gmt: endsAt.slice(0, 19) });
  });

  it('are off one piece of the goods they name, not spread over the cart', async () => {
    await connect();
    const [tea, shelf] = [await take('tea'), await take('shelf')];
    const once = { discount_type: 'fixed_product', amount: '5.00', limit_usage_to_x_items: 1 };
    expect(couponOf(tea.code)).toMatchObject({ ...once, product_ids: [13, 14] });
    expect(couponOf(shelf.code)).toMatchObject({ ...once, product_categories: [8] });
  });

  it.each(UNHOLDABLE)('are not published of %s', async (_what, reward, why) => {
    // Without a platform the shop's own backend makes them.
    expect((await publish(reward)).status).toBe(200);
    await connect();
    const refused = await publish(reward);
    const problem = (await refused.json()) as Problem;
    expect([refused.status, problem.code]).toEqual([422, 'platformCannotHold']);
    expect(problem.detail).toMatch(why);
    expect((await publish({ ...reward, enabled: false })).status).toBe(200);
  });

  it.each(UNHOLDABLE)('are not to be had of %s, and cost nothing', async (_what, reward, why) => {
    await open({ rewards: [rewardWith({ ...reward, id: 'new' })] });
    await connect();
    const refused = await ask('new');
    const problem = (await refused.json()) as Problem;
    expect([refused.status, problem.code]).toEqual([422, 'platformCannotHold']);
    expect(problem.detail).toMatch(why);
    expect((await acts.me()).balance).toMatchObject({ available: 1000, held: 0 });
  });

  it.each(['generated', 'pool'])(
    'that are %s hold a percentage with a most as before',
    async (codes) => {
      await connect();
      expect((await publish({ ...tenth, value: { USD: 500 }, codes })).status).toBe(200);
    },
  );

  it('of an order that was sent back whole are good again there too', async () => {
    await connect();
    const { id, code } = await take('off5');
    const coupon = couponOf(code) ?? {};
    const order = { lines: [aLine('a', 4000)], voucherCodes: [code] };
    await acts.put('1', anOrder(order));
    coupon['usage_count'] = 1;
    const refundedLine = { ...aLine('a', 4000), refundedMinor: 4000, refundedQuantity: 1 };
    const back = { ...order, lines: [refundedLine], updatedAt: hours(1) };
    await acts.put('1', anOrder(back));
    await messages.work();
    expect(await seen(id)).toMatchObject({ state: 'issued', releasable: true });
    expect(couponOf(code)).toMatchObject({ usage_count: 0, date_expires_gmt: expect.any(String) });
    expect(couponOf(code)?.['id']).not.toBe(coupon['id']);
    // Once more, by another order.
    await acts.put('2', anOrder(order));
    expect(await seen(id)).toMatchObject({ state: 'used' });
  });

  it('of an order that was cancelled are left as they are: WooCommerce undoes their use', async () => {
    await connect();
    const { code } = await take('off5');
    const coupon = couponOf(code);
    await acts.put('1', anOrder({ lines: [aLine('a', 4000)], voucherCodes: [code] }));
    const cancelled = { voucherCodes: [code], cancelledAt: hours(1), updatedAt: hours(1) };
    await acts.put('1', anOrder({ lines: [aLine('a', 4000)], ...cancelled }));
    await messages.work();
    expect(couponOf(code)).toBe(coupon);
  });

  it('that cannot be made good again are given back for their points', async () => {
    await connect();
    const { id, code } = await take('off5');
    const order = { lines: [aLine('a', 4000)], voucherCodes: [code] };
    await acts.put('1', anOrder(order));
    const before = (await acts.me()).balance.available;
    const refundedLine = { ...aLine('a', 4000), refundedMinor: 4000, refundedQuantity: 1 };
    await acts.put('1', anOrder({ ...order, lines: [refundedLine], updatedAt: hours(1) }));
    woo.trouble.push(401);
    await messages.work();
    await messages.work();
    expect(await seen(id)).toMatchObject({ state: 'released' });
    // What the order earned is gone, and the ten points of the code are back.
    expect((await acts.me()).balance).toMatchObject({ available: before - 40 + 10, held: 0 });
  });
});
