import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { Product, ProductAnswer, ProductBatchItem } from '@okaeri/shared/products';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

/** Everything an answer may be; a test knows which it is. */
type Said = Product & ProductAnswer & { items: unknown[]; nextCursor: string | null };

const MINUTE = 60_000;
const START = Date.parse('2026-11-01T00:00:00Z');
const minute = (count: number): string => new Date(START + count * MINUTE).toISOString();
const aProduct = (change: object = {}): object => ({
  updatedAt: minute(0),
  title: { en: 'Coffee beans', ja: 'コーヒー豆' },
  url: 'https://shop.example/p-9',
  prices: { USD: 1800 },
  ...change,
});

describe.each(ENGINES)('products on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await world.merchant(method, `/v1/products${path}`, body);
    const text = await answer.text();
    return { status: answer.status, body: JSON.parse(text === '' ? 'null' : text) as Said };
  };
  const put = (id: string, body: unknown) => call('PUT', `/${id}`, body);
  const get = (id: string) => call('GET', `/${id}`);
  const batch = async (products: readonly unknown[]): Promise<ProductBatchItem[]> => {
    const { body } = await call('POST', '/batch', { products });
    return body.items as ProductBatchItem[];
  };

  it('are taken as the contract has it, and read with everything filled in', async () => {
    const sent = {
      ...aProduct({ imageUrl: null, available: true, quantityMax: null, markets: [] }),
      tags: ['coffee'],
      collectionIds: [],
      publishedAt: minute(0),
      replacedById: null,
      careText: null,
      variants: [{ id: 'v1', available: true, prices: {} }],
    };
    const answer = { productId: 'p-9', stale: false, warnings: [] };
    expect(await put('p-9', sent)).toEqual({ status: 201, body: answer });
    expect(await put('p-9', sent)).toEqual({ status: 200, body: answer });
    expect(await get('p-9')).toEqual({ status: 200, body: { ...sent, productId: 'p-9' } });
  });

  it('stay as they are when an old state comes late', async () => {
    await put('late', aProduct({ updatedAt: minute(5), available: false }));
    expect((await put('late', aProduct({ updatedAt: minute(4) }))).body.stale).toBe(true);
    expect((await get('late')).body).toMatchObject({ updatedAt: minute(5), available: false });
  });

  it('that are taken out are gone, and come back with a newer state only', async () => {
    const inWorld = new Date(world.clock.at).toISOString();
    await put('gone', aProduct({ updatedAt: inWorld }));
    expect((await call('DELETE', '/gone')).status).toBe(204);
    expect((await get('gone')).status).toBe(404);
    expect((await put('gone', aProduct({ updatedAt: inWorld }))).body.stale).toBe(true);
    const later = new Date(world.clock.at + 1).toISOString();
    expect((await put('gone', aProduct({ updatedAt: later }))).body.stale).toBe(false);
    await call('DELETE', `/gone?updatedAt=${inWorld}`);
    expect((await get('gone')).status).toBe(200);
    await call('DELETE', `/gone?updatedAt=${later}`);
    expect((await get('gone')).status).toBe(404);
  });

  it('that were taken out before they were told of stay out', async () => {
    expect((await call('DELETE', `/never?updatedAt=${minute(3)}`)).status).toBe(204);
    expect((await put('never', aProduct({ updatedAt: minute(2) }))).body.stale).toBe(true);
    expect((await get('never')).status).toBe(404);
  });

  it('are taken out of a sandbox by its own clock', async () => {
    await behind(test.url, `update shops set clock_offset_ms = ${9 * MINUTE}`);
    world.deps.caches.shops.clear();
    const ahead = new Date(world.clock.at + 5 * MINUTE).toISOString();
    await put('ahead', aProduct({ updatedAt: ahead }));
    await call('DELETE', '/ahead');
    const between = new Date(world.clock.at + 8 * MINUTE).toISOString();
    expect((await put('ahead', aProduct({ updatedAt: between }))).body.stale).toBe(true);
    await behind(test.url, 'update shops set clock_offset_ms = 0');
    world.deps.caches.shops.clear();
  });

  it('are the same whatever order their states and ends arrive in', async () => {
    const told = fc.oneof(
      fc.record({ at: fc.integer({ min: 0, max: 5 }), tag: fc.constantFrom('a', 'b') }),
      fc.integer({ min: 0, max: 5 }),
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 6 }), async (history) => {
        round += 1;
        const tell = async (id: string, one: (typeof history)[number]): Promise<void> => {
          if (typeof one === 'number')
            await call('DELETE', `/${id}?updatedAt=${encodeURIComponent(minute(one))}`);
          else await put(id, aProduct({ updatedAt: minute(one.at), tags: [one.tag] }));
        };
        const [inOrder, backwards, at] = ['in', 'back', 'at'].map((way) => `${way}${round}`);
        for (const one of history) await tell(inOrder ?? '', one);
        for (const one of history.toReversed()) await tell(backwards ?? '', one);
        await Promise.all(history.map((one) => tell(at ?? '', one)));
        const seen = await Promise.all([inOrder, backwards, at].map((id) => get(id ?? '')));
        const [first, ...others] = seen.map(({ status, body }) =>
          status === 200 ? { ...body, productId: '' } : status,
        );
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 15 },
    );
  });

  it('are listed by their ids, a page at a time, without those that were taken out', async () => {
    for (const id of ['l1', 'l2', 'l3']) await put(id, aProduct());
    await call('DELETE', '/l2');
    const [items, pages] = [[] as string[], [] as number[]];
    let cursor: string | null = 'l';
    while (cursor !== null) {
      const page: { body: Said } = await call('GET', `?limit=1&cursor=${cursor}`);
      items.push(...(page.body.items as Product[]).map(({ productId }) => productId));
      pages.push(page.body.items.length);
      cursor = items.at(-1)?.startsWith('l') === true ? page.body.nextCursor : null;
    }
    expect(items.slice(0, 2)).toEqual(['l1', 'l3']);
    expect(new Set(pages)).toEqual(new Set([1]));
  });

  it('sent many at once are taken each by itself', async () => {
    await put('b-old', aProduct({ updatedAt: minute(9) }));
    const products = [
      { productId: 'b-new', ...aProduct({ url: 'nowhere' }) },
      { productId: 'b-old', ...aProduct() },
      { productId: 'b-bad', ...aProduct({ title: {}, updatedAt: 'today' }) },
      { ...aProduct() },
      'no product',
    ];
    const items = await batch(products);
    expect(
      items.map(({ productId, stale, warnings, error }) => [
        productId,
        stale,
        warnings.map(({ path }) => path),
        error?.errors.map(({ path }) => path) ?? null,
      ]),
    ).toEqual([
      ['b-new', false, ['url'], null],
      ['b-old', true, [], null],
      ['b-bad', false, [], ['updatedAt', 'title']],
      [null, false, [], ['productId']],
      [null, false, [], ['']],
    ]);
    expect((await get('b-bad')).status).toBe(404);
    const alone = await put('b-new', aProduct({ url: 'nowhere' }));
    expect(alone.body.stale).toBe(false);
  });

  it('sent many at once are as many as may be, and not one more', async () => {
    const { productBatchMax } = LIMITS;
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ productId: `m${at}`, ...aProduct() }));
    const full = await batch(many(productBatchMax));
    expect(full.filter(({ error }) => error === null)).toHaveLength(productBatchMax);
    const products = many(productBatchMax + 1);
    expect((await call('POST', '/batch', { products })).status).toBe(400);
  });

  it('are as many as a shop may have, and not one more; one that goes makes room', async () => {
    const room = (left: number): Promise<unknown> =>
      behind(test.url, `update product_tallies set products = ${LIMITS.productsMax - left}`);
    await room(1);
    expect((await put('last', aProduct())).status).toBe(201);
    expect(await put('more', aProduct())).toMatchObject({
      status: 409,
      body: { code: 'tooManyDefinitions' },
    });
    expect((await get('more')).status).toBe(404);
    expect((await put('last', aProduct({ updatedAt: minute(1) }))).status).toBe(200);
    const [among] = await batch([{ productId: 'more', ...aProduct() }]);
    expect(among?.error?.code).toBe('tooManyDefinitions');
    await call('DELETE', '/last');
    expect((await put('more', aProduct())).status).toBe(201);
    await room(1000);
  });
});
