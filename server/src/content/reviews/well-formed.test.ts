import { parseXml } from '@rgrove/parse-xml';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopChange } from '@okaeri/shared/access';
import { changeShop } from '../../access/change-shop.ts';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { change } from '../../platform/store/statement.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

/** What XML has no way to write, as far as a database can hold it, and as a shopper can send it. */
const KEPT_ONCE = '\u0001\u000B\u001F\uFFFE\uFFFF\u{1FFFE}\uFDD0';
const SENT = `\u0000${KEPT_ONCE}\uDFFF\u007F`;

const plant = change<Record<string, never>>()('plantWords', (db, t) =>
  db.update(t.reviews).set({
    title: `Warm${KEPT_ONCE}`,
    body: `A good tea${KEPT_ONCE} indeed.`,
    name: `Mika${KEPT_ONCE}`,
    language: `en${KEPT_ONCE}`,
    reply: { text: `Thank you${KEPT_ONCE}`, at: '2026-11-22T09:31:00.000Z', editedAt: null },
  }),
);
const plantShop = change<Record<string, never>>()('plantShopName', (db, t) =>
  db.update(t.shops).set({ name: `Test${KEPT_ONCE}` }),
);

const PRODUCT = 'tea & "more"';

describe.each(ENGINES)('what leaves a shop, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
    await acts.receive('ada', 'o1', [PRODUCT]);
    const { headers } = await world.merchant('GET', '/v1/reviews/settings');
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const settings = { productUrl: 'https://shop.example/p/{productId}' };
    await world.merchant('PUT', '/v1/reviews/settings', settings, ifMatch);
  });
  afterAll(() => test.dispose());

  const read = async (path: string): Promise<string> => {
    const answer = await world.merchant('GET', `/v1/reviews${path}`);
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const holds = async (): Promise<void> => {
    // The parser ends at whatever the Char production of XML 1.0 leaves out.
    const xml = await read('/feeds/google.xml');
    expect(parseXml(xml).root?.name).toBe('feed');
    expect(xml).toContain('A good tea');
    expect(parse(await read('/feeds/meta.csv'), { columns: true })).toHaveLength(1);
    expect(parse(await read('/export.csv'), { columns: true })).toHaveLength(1);
    const path = `/products/${encodeURIComponent(PRODUCT)}/reviews.html?name=Tea`;
    const html = await (await world.storefront('GET', path, {})).text();
    const marked = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(marked)).toMatchObject({ '@type': 'Product' });
    let rows = 0;
    for await (const row of exportShop(world.deps, await world.shop())) {
      expect(row.isWellFormed()).toBe(true);
      expect(() => JSON.parse(row) as unknown).not.toThrow();
      rows += 1;
    }
    expect(rows).toBeGreaterThan(5);
  };

  it('is well-formed whatever shoppers and merchants send', async () => {
    const { id } = await acts.write('ada', encodeURIComponent(PRODUCT), {
      title: `Warm${SENT}`,
      body: `A good tea${SENT} indeed.`,
      name: `Mika${SENT}`,
    });
    const reply = await world.merchant('PUT', `/v1/reviews/${id}/reply`, { text: `Thanks${SENT}` });
    expect(reply.status).toBe(200);
    const named = shopChange.parse({ name: `Test${SENT}` });
    await changeShop(world.deps, { shop: await world.shop(), change: named });
    const { items } = await acts.list(encodeURIComponent(PRODUCT));
    expect(items[0]).toMatchObject({ title: 'Warm', name: 'Mika' });
    await holds();
  });

  it('is well-formed whatever an older release has let into the database', async () => {
    await world.deps.store.write(async (tx) => {
      await tx.run(plant, {});
      await tx.run(plantShop, {});
    });
    await holds();
  });
});
