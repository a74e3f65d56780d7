import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Redemption } from '@okaeri/shared/redemptions';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { actsOf } from '../../testing/acts.ts';
import {
  APP_SECRET,
  connectTo,
  platformActsOf,
  signBody,
  type PlatformActs,
} from '../../testing/platform-acts.ts';
import { programWith, rewardWith } from '../../testing/programs.ts';
import { withTotal } from '../../testing/woocommerce-total.ts';
import { SAMPLE_ORDER, type Loose } from '../../testing/woocommerce-orders.ts';
import { openWooServer, WOO_KEY, type WooServer } from '../../testing/woocommerce-server.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HOST = 'woo.example';

const line = (id: number, total: string, quantity = 1): Loose => ({
  id,
  name: 'Tea',
  product_id: 93,
  variation_id: 0,
  quantity,
  subtotal: total,
  total,
  total_tax: '0.00',
});
const order = (id: number, extra: Loose = {}): Loose =>
  withTotal({
    ...SAMPLE_ORDER,
    id,
    customer_id: 42,
    date_created_gmt: '2026-11-01T10:00:00',
    date_modified_gmt: '2026-11-01T10:00:00',
    date_paid_gmt: '2026-11-01T10:00:00',
    line_items: [line(1, '10.00'), line(2, '25.00')],
    shipping_lines: [],
    ...extra,
  });
const refund = (id: number, of: number, total: string): Loose => ({
  id,
  date_created_gmt: '2026-11-02T10:00:00',
  amount: total,
  line_items: [
    {
      quantity: -1,
      total: `-${total}`,
      total_tax: '0.00',
      meta_data: [{ key: '_refunded_item_id', value: String(of) }],
    },
  ],
  shipping_lines: [],
});

describe.each(ENGINES)('a shop with WooCommerce on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: PlatformActs;
  let woo: WooServer;
  beforeAll(async () => {
    test = await openTestStore();
    woo = await openWooServer();
  });
  beforeEach(async () => {
    woo.orders.clear();
    woo.refunds.clear();
    woo.coupons.clear();
    const callOutside = connectTo(HOST, () => woo.port);
    const rewards = [
      rewardWith({ codes: 'platform', cost: { fixed: 10 } }),
      rewardWith({ id: 'thirteen', codes: 'platform', cost: { fixed: 10 }, value: { USD: 1300 } }),
      rewardWith({
        id: 'ship',
        kind: 'freeShipping',
        value: {},
        codes: 'platform',
        cost: { fixed: 1 },
        minimumBasket: { USD: 500 },
      }),
    ];
    world = await openWorld(test.store, programWith({ rewards }), null, { callOutside });
    acts = platformActsOf(world);
  });
  afterAll(async () => {
    await woo.close();
    await test.dispose();
  });

  const connect = (key: Partial<typeof WOO_KEY> | { consumerKey: null } = WOO_KEY): Promise<void> =>
    acts.connect({ platform: 'woocommerce', address: `https://${HOST}`, ...key } as never);
  const send = (topic: string, payload: unknown, secret = APP_SECRET): Promise<Response> => {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return world.request(`/integrations/woocommerce/${world.keys.publicKey}`, {
      method: 'POST',
      headers: {
        'x-wc-webhook-topic': topic,
        'x-wc-webhook-signature': signBody(body, secret),
        // The same for whatever is delivered within one second: it says nothing.
        'x-wc-webhook-delivery-id': 'b7c8a5d1f0e34f0b9a6c3f1c2d4e5f60',
      },
      body,
    });
  };
  const tell = async (topic: string, payload: unknown): Promise<void> => {
    expect((await send(topic, payload)).status).toBe(200);
    await acts.work();
  };
  const target = async (id: number): Promise<number> =>
    (await acts.order(String(id))).points.target;

  it('answers the ping of a new webhook, takes the documented order, and refuses another signature', async () => {
    await connect({ consumerKey: null });
    const ping = await world.request(`/integrations/woocommerce/${world.keys.publicKey}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'webhook_id=17',
    });
    expect(ping.status).toBe(200);
    expect((await send('order.created', SAMPLE_ORDER, 'another secret')).status).toBe(401);
    expect((await send('order.created', 'webhook_id=17&more', 'another secret')).status).toBe(401);
    await tell('order.created', SAMPLE_ORDER);
    const { points, receipt } = await acts.order('727');
    expect([points.target, receipt?.basisMinor]).toEqual([18, 1800]);
    expect(receipt?.reason).toBeNull();
  });

  it('knows a secret as WordPress decodes it', async () => {
    await acts.connect({
      platform: 'woocommerce',
      address: `https://${HOST}`,
      secret: 'tea &amp; &quot;cake&quot;',
    } as never);
    expect((await send('order.created', order(1), 'tea & "cake"')).status).toBe(200);
    expect((await send('order.created', order(1), 'tea &amp; &quot;cake&quot;')).status).toBe(200);
  });

  it('keeps every order of a second, although their deliveries share a name', async () => {
    await connect({ consumerKey: null });
    await Promise.all([1, 2, 3].map((id) => send('order.created', order(id))));
    await acts.work();
    expect(await Promise.all([1, 2, 3].map(target))).toEqual([35, 35, 35]);
  });

  it('takes and gives back refunds, whole or by line, and forgets those that were deleted', async () => {
    await connect();
    woo.orders.set('5', order(5));
    await tell('order.created', order(5));
    expect(await target(5)).toBe(35);
    const refunded = order(5, {
      date_modified_gmt: '2026-11-02T10:00:00',
      refunds: [{ id: 6, reason: '', total: '-10.00' }],
    });
    woo.orders.set('5', refunded);
    woo.refunds.set('5', [refund(6, 1, '10.00')]);
    await tell('order.updated', refunded);
    expect((await acts.order('5')).receipt?.lines).toMatchObject([{ kept: 0 }, { kept: 25 }]);
    // Deleted within the same second: the order is asked for.
    const restored = { ...refunded, refunds: [] };
    woo.orders.set('5', restored);
    woo.refunds.delete('5');
    await tell('order.updated', restored);
    expect(await target(5)).toBe(35);
  });

  it('counts what was refunded also where nothing can be asked', async () => {
    await connect({ consumerKey: null });
    await tell('order.created', order(7));
    const refunds = [{ id: 6, reason: '', total: '-7.00' }];
    await tell('order.updated', order(7, { refunds }));
    expect(await target(7)).toBe(28);
    await tell('order.updated', order(7));
    expect(await target(7)).toBe(35);
  });

  it.each([[true], [false]])('lets orders go and come back, asked %s', async (isAsked) => {
    await connect(isAsked ? WOO_KEY : { consumerKey: null });
    const id = 8;
    woo.orders.set('8', order(id));
    await tell('order.created', order(id));
    woo.orders.set('8', order(id, { status: 'trash' }));
    await tell('order.deleted', { id });
    expect(await target(id)).toBe(0);
    woo.orders.set('8', order(id));
    await tell('order.restored', order(id));
    expect(await target(id)).toBe(35);
    woo.orders.delete('8');
    await tell('order.deleted', { id });
    await tell('order.deleted', { id });
    expect(await target(id)).toBe(0);
    await tell('order.deleted', { id: 404 });
  });

  it.each([
    [{ status: 'pending', date_paid_gmt: null }, 'unpaid'],
    [{ status: 'on-hold', date_paid_gmt: null }, 'unpaid'],
    [{ status: 'failed', date_paid_gmt: null }, 'cancelled'],
    // A dispute that was lost.
    [{ status: 'failed' }, 'cancelled'],
    [{ status: 'processing', date_paid_gmt: null }, 'unpaid'],
    [{ status: 'processing' }, 'paid'],
    [{ status: 'packed' }, 'paid'],
    [{ status: 'named-by-a-plugin' }, 'unpaid'],
    [{ status: 'cancelled' }, 'cancelled'],
    [{ status: 'refunded', refunds: [{ id: 1, total: '-35.00' }] }, 'refunded'],
  ])('understands %o', async (extra, what) => {
    await connect({ consumerKey: null });
    await tell('order.updated', order(9, extra));
    const { points } = await acts.order('9');
    expect(points.target).toBe(what === 'cancelled' || what === 'refunded' ? 0 : 35);
    expect(points.available).toBe(what === 'paid' ? 35 : 0);
  });

  it('reads lines to the minor unit, fees that take off, and quantities of any kind', async () => {
    await connect({ consumerKey: null });
    const lines = [
      { ...line(1, '10.00', 3), subtotal: '10.00' },
      { ...line(2, '5.00'), quantity: 0.5 },
    ];
    const fee_lines = [{ total: '-3.00', total_tax: '0.00' }, { total: '4.00' }];
    await tell('order.updated', order(10, { line_items: lines, fee_lines }));
    const { receipt } = await acts.order('10');
    expect(receipt?.basisMinor).toBe(1200);
    expect(receipt?.lines.map(({ basisMinor }) => basisMinor)).toEqual([800, 400]);
  });

  it('finds by itself what was never sent: WooCommerce sends nothing twice', async () => {
    await connect();
    const lately = new Date(world.clock.at + 60_000).toISOString().slice(0, 19);
    for (let id = 1; id <= 101; id += 1)
      woo.orders.set(String(id), order(id, { date_modified_gmt: lately }));
    await acts.sweep();
    expect(await target(101)).toBe(35);
    expect(woo.asked.filter((what) => what === 'GET orders')).toHaveLength(2);
    const before = woo.asked.length;
    await acts.sweep();
    expect(woo.asked.slice(before)).toEqual(['GET orders', 'GET orders', 'GET products']);
    woo.trouble.push(401);
    await acts.sweep();
    const seen = await (await world.merchant('GET', '/v1/integrations/connection')).json();
    expect(seen).toMatchObject({ sweepNote: 'WooCommerce answered 401' });
  });

  it('makes coupons for the shopper alone, once, and deletes them before points go back', async () => {
    await connect();
    const shopper = actsOf(world);
    await tell('order.created', order(11));
    const take = async (rewardId: string, key: string): Promise<Redemption> => {
      const token = await world.token('42');
      const headers = { 'idempotency-key': key };
      const answer = await world.storefront('POST', '/redemptions', {
        token,
        body: { rewardId },
        headers,
      });
      return (await answer.json()) as Redemption;
    };
    const seen = async (id: string): Promise<Redemption | undefined> => {
      const answer = await world.merchant('GET', '/v1/shoppers/42/affairs');
      const { redemptions } = (await answer.json()) as { redemptions: Redemption[] };
      return redemptions.find((one) => one.id === id);
    };
    const taken = await take('off5', 'a');
    woo.trouble.push('lost');
    await acts.work();
    world.clock.at += 3_600_000;
    await acts.work();
    const code = (await seen(taken.id))?.voucher?.code ?? '';
    expect([...woo.coupons.values()]).toMatchObject([
      {
        code: code.toLowerCase(),
        discount_type: 'fixed_cart',
        amount: '5.00',
        individual_use: false,
        usage_limit: 1,
        email_restrictions: ['john.doe@example.com'],
        date_expires_gmt: '2027-02-20T09:31:00',
      },
    ]);
    const free = await take('ship', 'b');
    const refused = await take('thirteen', 'c');
    await acts.work();
    expect((await seen(free.id))?.state).toBe('issued');
    expect((await seen(refused.id))?.state).toBe('released');
    expect([...woo.coupons.values()][1]).toMatchObject({
      free_shipping: true,
      minimum_amount: '5.00',
    });
    await shopper.release(taken.id, '42');
    await acts.work();
    expect(woo.coupons.size).toBe(1);
    expect((await shopper.me('42')).balance.available).toBe(34);
    // A coupon that came with an order after all is used, and its points are taken again.
    await tell('order.created', order(12, { coupon_lines: [{ code: code.toLowerCase() }] }));
    expect((await seen(taken.id))?.state).toBe('used');
  });
});
