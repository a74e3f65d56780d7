import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { API_VERSION } from './shopify/admin-api.ts';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  connectTo,
  platformActsOf,
  SHOP_ADDRESS,
  type PlatformActs,
} from '../../testing/platform-acts.ts';
import { putAtShopify, withTotals } from '../../testing/shopify-graph.ts';
import { orderOf, refundOf } from '../../testing/shopify-payloads.ts';
import { ADMIN_DOCUMENTS, ADMIN_VERSIONS, adminSchema } from '../../testing/shopify-schemas.ts';
import { openShopifyServer, type ShopifyServer } from '../../testing/shopify-server.ts';
import { selectPlatformOrder } from './queries.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe('what is asked of the Admin API', () => {
  it.each(ADMIN_VERSIONS)('is in the schema of %s', (version) => {
    const schema = adminSchema(version);
    for (const document of ADMIN_DOCUMENTS) expect(validate(schema, parse(document))).toEqual([]);
  });
});

describe.each(ENGINES)('orders at Shopify on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: PlatformActs;
  let shopify: ShopifyServer;
  beforeAll(async () => {
    test = await openTestStore();
    shopify = await openShopifyServer(API_VERSION);
  });
  beforeEach(async () => {
    shopify.orders.clear();
    const callOutside = connectTo(SHOP_ADDRESS, () => shopify.port);
    world = await openWorld(test.store, plainProgram(), null, { callOutside });
    acts = platformActsOf(world);
    await acts.connect();
  });
  afterAll(async () => {
    await shopify.close();
    await test.dispose();
  });

  const recently = (seconds: number): string =>
    new Date(Math.floor(world.clock.at / 1000) * 1000 + seconds * 1000)
      .toISOString()
      .replace('.000', '');

  it('that no message was sent of are found by the sweep', async () => {
    putAtShopify(
      shopify,
      orderOf([{ id: 1, price: '10.00' }], { id: 1, updated_at: recently(60) }),
    );
    await acts.sweep();
    expect((await acts.order('1')).points.target).toBe(10);
    const before = shopify.asked.length;
    await acts.sweep();
    // Known already: the list is looked at, the order is not.
    expect(shopify.asked.slice(before)).toEqual(['ChangedOrders', 'ChangedProducts']);
  });

  it('are asked for where a message does not say how they are now', async () => {
    const edited = orderOf([{ id: 1, price: '10.00', quantity: 3, current: 2 }], {
      id: 2,
      updated_at: recently(-60),
    });
    putAtShopify(shopify, edited);
    await acts.tell('orders/edited', { order_edit: { order_id: 2 } });
    expect((await acts.order('2')).points.target).toBe(20);
    await acts.tell('orders/edited', { order_edit: { order_id: 404 } });
    expect((await acts.messages('ignored'))[0]?.note).toBe('the platform has no such order');
  });

  it('are asked for where two messages of one second differ', async () => {
    const at = { id: 3, updated_at: recently(-60) };
    const [one, two] = ['10.00', '20.00'].map((price) => orderOf([{ id: 1, price }], at));
    putAtShopify(shopify, two ?? {});
    await acts.tell('orders/create', one);
    await acts.tell('orders/updated', two);
    await acts.tell('orders/create', one);
    expect((await acts.order('3')).points.target).toBe(20);
  });

  it('are read alike, however they come: nothing moves when they are asked for', async () => {
    const refunds = [
      refundOf({
        id: 4,
        orderId: 4,
        at: recently(-90),
        lines: [{ id: 1, subtotal: '10.00', tax: '1.00' }],
        shipping: { amount: '5.00', tax: '0.50' },
        paid: '16.50',
      }),
    ];
    const order = orderOf(
      [
        { id: 1, price: '10.00', quantity: 2, discount: '0.01', tax: '2.00', current: 1 },
        { id: 2, price: '3.00', extra: { gift_card: true } },
      ],
      {
        id: 4,
        updated_at: recently(-60),
        refunds,
        shipping_lines: [{ price: '5.00', tax_lines: [{ price: '0.50' }] }],
      },
    );
    await acts.tell('orders/updated', order);
    const swept = await acts.order('4');
    putAtShopify(shopify, order);
    await acts.tell('orders/edited', { order_edit: { order_id: 4 } });
    expect(await acts.order('4')).toEqual(swept);
    const [row] = await world.deps.store.read((tx) =>
      tx.run(selectPlatformOrder, { shopId: world.keys.shopId, id: '4' }),
    );
    expect(row?.rank).toBe(1);
  });

  it('are asked for again after trouble, and not where asking does not help', async () => {
    putAtShopify(
      shopify,
      orderOf([{ id: 1, price: '10.00' }], { id: 5, updated_at: recently(60) }),
    );
    shopify.trouble.push('throttled', 503);
    await acts.tell('orders/edited', { order_edit: { order_id: 5 } });
    expect((await acts.messages('waiting'))[0]?.note).toBe('Shopify asks for patience');
    world.clock.at += 86_400_000;
    await acts.work();
    world.clock.at += 86_400_000;
    await acts.work();
    expect((await acts.order('5')).points.target).toBe(10);
    await acts.connect({ clientId: null, accessToken: 'shpat_wrong' });
    await acts.tell('orders/edited', { order_edit: { order_id: 5 } });
    expect((await acts.messages('failed'))[0]?.note).toContain(
      'check the app’s access'.replace('’', "'"),
    );
    await acts.sweep();
    const seen = await (await world.merchant('GET', '/v1/integrations/connection')).json();
    expect(seen).toMatchObject({ sweepNote: expect.stringContaining('401') as string });
  });

  const change = fc.record({
    price: fc.nat(40),
    refund: fc.option(fc.record({ amount: fc.nat(20), shipping: fc.nat(3) })),
    status: fc.constantFrom('pending', 'paid', 'paid', 'paid', 'voided'),
    /** Seconds since the change before: within one, platforms cannot tell them apart. */
    after: fc.nat(2),
  });

  /** Every message of a life of an order, and how it stands in the end. */
  const lifeOf = (
    changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
  ) => {
    let at = -600;
    const refunds: ReturnType<typeof refundOf>[] = [];
    const messages: [topic: string, payload: Record<string, unknown>][] = [];
    for (const { price, refund, status, after } of changes) {
      at += after;
      const updated_at = recently(at);
      if (refund !== null) {
        const made = refundOf({
          id: 100 + refunds.length,
          orderId: 9,
          at: updated_at,
          lines: [{ id: 1, subtotal: `${refund.amount}.00` }],
          shipping: { amount: `${refund.shipping}.00` },
          paid: `${refund.amount + refund.shipping}.00`,
        });
        refunds.push(made);
        messages.push(['refunds/create', made]);
      }
      const lines = [
        { id: 1, price: `${price}.00` },
        { id: 2, price: '7.50', quantity: 2 },
      ];
      const extra = { id: 9, updated_at, financial_status: status, refunds: [...refunds] };
      messages.push(['orders/updated', withTotals(orderOf(lines, extra))]);
    }
    return messages;
  };

  it('come to the same points in any order, any number of times, whatever was lost', async () => {
    const arbitraryLife = fc.array(change, { minLength: 1, maxLength: 5 });
    const counts = { SQLite: 40, PostgreSQL: 12 } as const;
    await fc.assert(
      fc.asyncProperty(arbitraryLife, fc.infiniteStream(fc.nat(1000)), async (life, chance) => {
        const callOutside = connectTo(SHOP_ADDRESS, () => shopify.port);
        const open = async () => {
          world = await openWorld(test.store, plainProgram(), null, { callOutside });
          acts = platformActsOf(world);
          await acts.connect();
        };
        const draw = (): number => chance.next().value as number;
        await open();
        const messages = lifeOf(life);
        putAtShopify(shopify, messages.at(-1)?.[1] ?? {});
        // One shop hears only how it ended; the other hears of everything, in disorder, with gaps.
        await acts.tell('orders/updated', messages.at(-1)?.[1]);
        const { points: expected } = await acts.order('9');
        await open();
        const heard = [...messages, ...messages]
          .filter(() => draw() % 3 > 0)
          .map((message) => ({ message, key: draw() }))
          .toSorted((a, b) => a.key - b.key);
        for (const { message } of heard) await acts.tell(message[0], message[1]);
        await acts.sweep();
        const { points } = await acts.order('9');
        expect(points.target).toBe(expected.target);
        expect(points.posted - points.forgiven).toBe(expected.target);
        expect(points.available).toBe(expected.available);
      }),
      { numRuns: counts[engine] },
    );
  });
});
