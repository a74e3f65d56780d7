import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '@okaeri/shared/integrations';
import type { Product } from '@okaeri/shared/products';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  connectTo,
  platformActsOf,
  SHOP_ADDRESS,
  signBody,
  type PlatformActs,
} from '../../testing/platform-acts.ts';
import { putProductAtShopify } from '../../testing/shopify-graph.ts';
import { openShopifyServer, type ShopifyServer } from '../../testing/shopify-server.ts';
import { SAMPLE_PRODUCT, type Loose } from '../../testing/woocommerce-orders.ts';
import { openWooServer, WOO_KEY, type WooServer } from '../../testing/woocommerce-server.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { API_VERSION } from './shopify/admin-api.ts';

const HOST = 'woo.example';

describe.each(ENGINES)('products of a platform on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: PlatformActs;
  let shopify: ShopifyServer;
  let woo: WooServer;
  beforeAll(async () => {
    test = await openTestStore();
    shopify = await openShopifyServer(API_VERSION);
    woo = await openWooServer();
  });
  afterAll(async () => {
    await shopify.close();
    await woo.close();
    await test.dispose();
  });

  const ago = (seconds: number): string =>
    new Date(Math.floor(world.clock.at / 1000 - seconds) * 1000).toISOString().slice(0, 19);
  const product = async (id: string): Promise<Product | undefined> => {
    const answer = await world.merchant('GET', `/v1/products/${id}`);
    return answer.status === 200 ? ((await answer.json()) as Product) : undefined;
  };
  const titleOf = async (id: string): Promise<string | undefined> =>
    (await product(id))?.title['und'];
  const connection = async (): Promise<Connection> =>
    (await world.merchant('GET', '/v1/integrations/connection')).json() as Promise<Connection>;

  describe('Shopify', () => {
    const aProduct = (id: number, change: Loose = {}): Loose => ({
      id,
      title: `Product ${id}`,
      handle: `product-${id}`,
      status: 'active',
      published_at: '2026-01-01T00:00:00Z',
      updated_at: `${ago(600)}Z`,
      tags: 'coffee, beans',
      image: { src: `https://cdn.example/${id}.webp` },
      variants: [{ id: id * 10, price: '5.00', inventory_policy: 'deny', inventory_quantity: 3 }],
      ...change,
    });
    beforeEach(async () => {
      shopify.products.clear();
      const callOutside = connectTo(SHOP_ADDRESS, () => shopify.port);
      world = await openWorld(test.store, plainProgram(), null, { callOutside });
      acts = platformActsOf(world);
      await acts.connect();
    });

    it('tells of them by messages, in any order', async () => {
      const [old, now] = [aProduct(1), aProduct(1, { title: 'Now', updated_at: `${ago(300)}Z` })];
      putProductAtShopify(shopify, now);
      await acts.tell('products/update', now);
      await acts.tell('products/create', old);
      expect(await product('1')).toMatchObject({
        title: { und: 'Now' },
        prices: { USD: 500 },
        url: `https://${SHOP_ADDRESS}/products/product-1`,
        tags: ['coffee', 'beans'],
      });
      expect((await acts.messages('ignored'))[0]?.note).toBe('it was known');
      shopify.products.clear();
      await acts.tell('products/delete', { id: 1 });
      expect(await product('1')).toBeUndefined();
      await acts.tell('products/update', now);
      expect(await product('1')).toBeUndefined();
    });

    it('is asked where two messages of one second differ, or a product is said to be no more', async () => {
      const [one, two] = [aProduct(2, { title: 'One' }), aProduct(2, { title: 'Two' })];
      for (const now of [one, two]) {
        putProductAtShopify(shopify, now);
        await acts.tell('products/update', one);
        await acts.tell('products/update', two);
        expect(await titleOf('2')).toBe(now['title']);
      }
      await acts.tell('products/delete', { id: 2 });
      expect(await titleOf('2')).toBe('Two');
    });

    it('is believed where it cannot be asked', async () => {
      await acts.connect({ clientId: null });
      const sold = [{ id: 1, price: '5.00', inventory_policy: 'deny', inventory_quantity: 0 }];
      await acts.tell('products/update', aProduct(3, { variants: sold }));
      expect((await product('3'))?.available).toBe(true);
      await acts.tell('products/delete', { id: 3 });
      expect(await product('3')).toBeUndefined();
    });

    it('is read to the end the first time, and then for what has changed', async () => {
      const ids = Array.from({ length: 40 }, (_, at) => at + 1);
      for (const id of ids) putProductAtShopify(shopify, aProduct(id));
      const variants = Array.from({ length: 150 }, (_, at) => ({
        id: 1000 + at,
        price: '5.00',
        inventory_policy: 'deny',
        inventory_quantity: at,
      }));
      putProductAtShopify(shopify, aProduct(41, { variants }));
      await acts.sweep();
      for (const id of ids) expect(await titleOf(String(id))).toBe(`Product ${id}`);
      const many = await product('41');
      expect(many?.variants).toHaveLength(150);
      expect(many?.variants[0]?.available).toBe(false);
      expect(await connection()).toMatchObject({ productsNote: null });
      world.clock.at += 3_600_000;
      putProductAtShopify(shopify, aProduct(7, { title: 'Later', updated_at: `${ago(60)}Z` }));
      const before = shopify.asked.length;
      await acts.sweep();
      expect(await titleOf('7')).toBe('Later');
      expect(shopify.asked.slice(before)).toEqual(['ChangedOrders', 'ChangedProducts']);
    });

    it('that refuses to be read keeps no order waiting, and says why', async () => {
      const before = (await connection()).sweptTo;
      shopify.products.set('1', { legacyResourceId: '1', updatedAt: `${ago(60)}Z` });
      await acts.sweep();
      const after = await connection();
      expect(Date.parse(after.sweptTo)).toBeGreaterThan(Date.parse(before));
      expect(after.productsSweptTo).toBeNull();
      expect(after.productsNote).not.toBeNull();
    });
  });

  describe('WooCommerce', () => {
    const aProduct = (id: number, change: Loose = {}): Loose => ({
      ...SAMPLE_PRODUCT,
      id,
      name: `Product ${id}`,
      date_modified_gmt: ago(600),
      ...change,
    });
    const open = async (key: object): Promise<void> => {
      woo.products.clear();
      const callOutside = connectTo(HOST, () => woo.port);
      world = await openWorld(test.store, plainProgram(), null, { callOutside });
      acts = platformActsOf(world);
      const to = {
        platform: 'woocommerce',
        address: `https://${HOST}`,
        clientId: undefined,
        ...key,
      };
      await acts.connect(to as never);
    };
    const tell = async (topic: string, payload: Loose): Promise<void> => {
      const body = JSON.stringify(payload);
      const headers = { 'x-wc-webhook-topic': topic, 'x-wc-webhook-signature': signBody(body) };
      const path = `/integrations/woocommerce/${world.keys.publicKey}`;
      expect((await world.request(path, { method: 'POST', headers, body })).status).toBe(200);
      await acts.work();
    };

    it('tells of them by messages, and the later to come counts of one second', async () => {
      await open({});
      await tell('product.created', aProduct(1));
      await tell('product.updated', aProduct(1, { stock_status: 'outofstock' }));
      expect((await product('1'))?.available).toBe(false);
      await tell('product.updated', aProduct(1));
      expect((await product('1'))?.available).toBe(true);
      await tell('product.deleted', { id: 1 });
      expect(await product('1')).toBeUndefined();
      await tell('product.updated', aProduct(1));
      expect(await product('1')).toBeUndefined();
    });

    it('is asked for variations, and for what comes back out of its bin', async () => {
      await open(WOO_KEY);
      const variable = aProduct(2, { type: 'variable', variations: [21, 22] });
      woo.products.set('2', variable);
      woo.variations.set('2', [
        { id: 21, price: '5.00', stock_status: 'instock' },
        { id: 22, price: '6.00', stock_status: 'outofstock' },
      ]);
      await tell('product.updated', variable);
      expect((await product('2'))?.variants.map(({ available }) => available)).toEqual([
        true,
        false,
      ]);
      woo.variations.set('2', [{ id: 21, price: '7.00', stock_status: 'instock' }]);
      await tell('product.updated', { ...aProduct(21), parent_id: 2 });
      expect((await product('2'))?.variants).toEqual([
        { id: '21', available: true, prices: { USD: 700 } },
      ]);
      woo.products.set('2', { ...variable, status: 'trash' });
      await tell('product.deleted', { id: 2 });
      expect(await product('2')).toBeUndefined();
      woo.products.set('2', variable);
      await tell('product.restored', variable);
      expect(await titleOf('2')).toBe('Product 2');
    });

    it('is read to the end, however often it has to make way', async () => {
      await open(WOO_KEY);
      for (let id = 1; id <= 250; id += 1) woo.products.set(String(id), aProduct(id));
      woo.products.set('251', aProduct(251, { name: '' }));
      const now = () => world.clock.at;
      // Every look at the clock is an hour later: after each page it is the turn of others.
      let looks = 0;
      Object.assign(world.clock, { now: () => world.clock.at + (looks += 1) * 3_600_000 });
      const lists = woo.searches.length;
      for (let turn = 0; turn < 3; turn += 1) await acts.sweep();
      Object.assign(world.clock, { now });
      const pages = woo.searches
        .slice(lists)
        .map((search) => new URLSearchParams(search))
        .filter((query) => query.get('modified_after') === '1969-12-31T23:59:59')
        .map((query) => query.get('page'));
      expect(pages).toEqual(['1', '2', '3']);
      expect(await titleOf('250')).toBe('Product 250');
      expect(await product('251')).toBeUndefined();
      expect((await connection()).productsSweptTo).not.toBeNull();
    });
  });
});
