import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@okaeri/shared/errors';
import type { Redemption } from '@okaeri/shared/redemptions';
import { API_VERSION } from './shopify/admin-api.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  connectTo,
  platformActsOf,
  SHOP_ADDRESS,
  type PlatformActs,
} from '../../testing/platform-acts.ts';
import { programWith, rewardWith } from '../../testing/programs.ts';
import { orderOf, refundOf } from '../../testing/shopify-payloads.ts';
import { openShopifyServer, type ShopifyServer } from '../../testing/shopify-server.ts';
import { openWorld, type World } from '../../testing/world.ts';

const name = { en: 'Reward' };

describe.each(ENGINES)('codes at Shopify on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let platform: PlatformActs;
  let acts: Acts;
  let shopify: ShopifyServer;
  let key = 0;
  beforeAll(async () => {
    test = await openTestStore();
    shopify = await openShopifyServer(API_VERSION);
    const callOutside = connectTo(SHOP_ADDRESS, () => shopify.port);
    const rewards = [
      rewardWith({ codes: 'platform', minimumBasket: { USD: 2000 } }),
      rewardWith({ id: 'ship', kind: 'freeShipping', value: {}, codes: 'platform', name }),
      rewardWith({
        id: 'tenth',
        kind: 'percentage',
        percent: 10,
        value: {},
        codes: 'platform',
        name,
      }),
      rewardWith({
        id: 'tea',
        kind: 'freeProduct',
        productId: '7',
        value: {},
        codes: 'platform',
        name,
        minimumItems: 2,
      }),
      rewardWith({
        id: 'shelf',
        kind: 'collectionDiscount',
        collectionIds: ['8'],
        codes: 'platform',
        name,
        combinable: false,
      }),
      rewardWith({ id: 'card', kind: 'giftCard', codes: 'platform', name }),
      rewardWith({ id: 'most', kind: 'percentage', percent: 10, codes: 'platform', name }),
      rewardWith({
        id: 'both',
        codes: 'platform',
        minimumBasket: { USD: 2000 },
        minimumItems: 2,
        name,
      }),
    ];
    world = await openWorld(test.store, programWith({ rewards }), null, { callOutside });
    platform = platformActsOf(world);
    acts = actsOf(world);
    await platform.connect();
    await platform.tell('orders/create', orderOf([{ id: 1, price: '1000.00' }], { id: 1 }));
  });
  afterAll(async () => {
    await shopify.close();
    await test.dispose();
  });

  const ask = async (rewardId: string): Promise<Response> => {
    key += 1;
    return world.storefront('POST', '/redemptions', {
      token: await world.token('42'),
      body: { rewardId },
      headers: { 'idempotency-key': `k${key}` },
    });
  };
  const take = async (rewardId = 'off5'): Promise<Redemption> => {
    const answer = await ask(rewardId);
    expect(answer.status).toBe(201);
    return (await answer.json()) as Redemption;
  };
  const seen = async (id: string): Promise<Redemption | undefined> => {
    const answer = await world.merchant('GET', '/v1/shoppers/42/affairs');
    const { redemptions } = (await answer.json()) as { redemptions: Redemption[] };
    return redemptions.find((one) => one.id === id);
  };
  const available = async (): Promise<number> => (await acts.me('42')).balance.available;

  it('are made once the points are held, for the shopper alone and once', async () => {
    const taken = await take();
    expect(taken).toMatchObject({ state: 'held', voucher: null });
    await platform.work();
    const issued = await seen(taken.id);
    const code = issued?.voucher?.code ?? '';
    expect(issued?.state).toBe('issued');
    expect(code).toMatch(/^OK-[0-9A-HJKMNP-TV-Z]{4}-\w{4}-\w{4}$/);
    expect(shopify.discounts.get(code)?.input).toEqual({
      title: '$5 off (Test)',
      code,
      startsAt: '2026-11-22T09:31:00.000Z',
      endsAt: '2027-02-20T09:31:00.000Z',
      usageLimit: 1,
      appliesOncePerCustomer: true,
      context: { customers: { add: ['gid://shopify/Customer/42'] } },
      customerGets: {
        value: { discountAmount: { amount: '5.00', appliesOnEachItem: false } },
        items: { all: true },
      },
      minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: '20.00' } },
      combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true },
    });
  });

  it('are made of every kind Shopify has, as the schema wants them', async () => {
    const ids = ['ship', 'tenth', 'tea', 'shelf'];
    const inputs = [];
    for (const id of ids) {
      const taken = await take(id);
      await platform.work();
      const code = (await seen(taken.id))?.voucher?.code ?? '';
      inputs.push(shopify.discounts.get(code)?.input);
    }
    const all = { items: { all: true } };
    expect(inputs).toMatchObject([
      { destination: { all: true }, combinesWith: { shippingDiscounts: false } },
      { customerGets: { value: { percentage: 0.1 }, ...all } },
      {
        customerGets: {
          value: { percentage: 1 },
          items: { products: { productsToAdd: ['gid://shopify/Product/7'] } },
        },
        minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: '2' } },
      },
      {
        customerGets: { items: { collections: { add: ['gid://shopify/Collection/8'] } } },
        combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
      },
    ]);
  });

  it('are made once, although the answer was lost', async () => {
    const before = shopify.discounts.size;
    const taken = await take();
    shopify.trouble.push('lost');
    await platform.work();
    expect(await seen(taken.id)).toMatchObject({ state: 'held' });
    expect(shopify.discounts.size).toBe(before + 1);
    world.clock.at += 3_600_000;
    await platform.work();
    expect(await seen(taken.id)).toMatchObject({ state: 'issued' });
    expect(shopify.discounts.size).toBe(before + 1);
  });

  it('that cannot be made give the points back', async () => {
    const before = await available();
    const refused = await take();
    shopify.trouble.push('refused');
    await platform.work();
    expect(await seen(refused.id)).toMatchObject({ state: 'released' });
    expect(await available()).toBe(before);
  });

  it.each([
    ['card', /kind giftCard/],
    ['most', /no bound/],
    ['both', /one minimum/],
  ])('are not to be had of what Shopify cannot hold: %s', async (rewardId, why) => {
    const before = await available();
    const refused = await ask(rewardId);
    const problem = (await refused.json()) as Problem;
    expect([refused.status, problem.code]).toEqual([422, 'platformCannotHold']);
    expect(problem.detail).toMatch(why);
    expect(await available()).toBe(before);
    const draft = await world.merchant('GET', '/v1/program/draft');
    const { version: _version, ...document } = (await draft.json()) as { version: number };
    const tag = { 'if-match': draft.headers.get('etag') ?? '' };
    const saved = await world.merchant('PUT', '/v1/program/draft', document, tag);
    const published = await world.merchant('POST', '/v1/program/publish', undefined, {
      'if-match': saved.headers.get('etag') ?? '',
    });
    expect(await published.json()).toMatchObject({ status: 422, code: 'platformCannotHold' });
  });

  it('of an order that was sent back whole are made anew, and used by another', async () => {
    const taken = await take();
    await platform.work();
    const code = (await seen(taken.id))?.voucher?.code ?? '';
    const discount_codes = [{ code, amount: '5.00', type: 'fixed_amount' }];
    const bought = orderOf([{ id: 1, price: '30.00' }], { id: 3, discount_codes });
    await platform.tell('orders/create', bought);
    expect(await seen(taken.id)).toMatchObject({ state: 'used' });
    // Shopify goes on counting the use: what stands there now is of no use to anybody.
    const used = shopify.discounts.get(code);
    const lines = [{ id: 1, subtotal: '30.00' }];
    const refunds = [refundOf({ id: 9, orderId: 3, lines, paid: '30.00' })];
    await platform.tell('orders/updated', {
      ...bought,
      refunds,
      updated_at: '2026-11-22T09:31:00Z',
    });
    await platform.work();
    expect(await seen(taken.id)).toMatchObject({ state: 'issued' });
    expect(shopify.discounts.get(code)?.input).toEqual(used?.input);
    expect(shopify.discounts.get(code)).not.toBe(used);
  });

  it('are deleted before their points go back', async () => {
    const before = await available();
    const taken = await take();
    await platform.work();
    const code = (await seen(taken.id))?.voucher?.code ?? '';
    await acts.release(taken.id, '42');
    expect([await available(), (await seen(taken.id))?.state]).toEqual([before - 50, 'releasing']);
    shopify.trouble.push(503);
    await platform.work();
    expect([await available(), shopify.discounts.has(code)]).toEqual([before - 50, true]);
    world.clock.at += 3_600_000;
    await platform.work();
    expect([await available(), shopify.discounts.has(code)]).toEqual([before, false]);
  });

  it('that were deleted there already are as good as deleted', async () => {
    const before = await available();
    const taken = await take();
    await platform.work();
    shopify.discounts.clear();
    await acts.release(taken.id, '42');
    await platform.work();
    expect(await available()).toBe(before);
  });

  it('are used by the order that carries them, and debited again where it came after all', async () => {
    const taken = await take();
    await platform.work();
    const code = (await seen(taken.id))?.voucher?.code ?? '';
    const discount_codes = [{ code: code.toLowerCase(), amount: '5.00', type: 'fixed_amount' }];
    await acts.release(taken.id, '42');
    await platform.work();
    const before = await available();
    await platform.tell(
      'orders/create',
      orderOf([{ id: 1, price: '30.00' }], { id: 2, discount_codes }),
    );
    expect(await seen(taken.id)).toMatchObject({ state: 'used' });
    expect(await available()).toBe(before + 30 - 50);
  });
});
