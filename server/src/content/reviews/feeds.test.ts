import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const FORMULA = '=HYPERLINK("x","y")';
const MARKUP = `]]></content><script>alert(1)</script> & "quotes" 'too'`;

describe.each(ENGINES)('reviews that leave the shop, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
    for (let index = 0; index < 45; index += 1) {
      await acts.receive(`s${index}`, `o${index}`, ['mug']);
      world.clock.at += 1000;
      const rating = (index % 5) + 1;
      await acts.write(`s${index}`, 'mug', { rating, body: `Review ${index}.`, name: `N${index}` });
    }
    await acts.receive('eve', 'oe', ['a&b']);
    await acts.write('eve', 'a&b', { rating: 1, body: MARKUP, title: FORMULA, name: '@SUM(1)' });
  });
  afterAll(() => test.dispose());

  const read = async (path: string): Promise<{ status: number; text: string; type: string }> => {
    const answer = await world.merchant('GET', `/v1/reviews${path}`);
    const type = answer.headers.get('content-type') ?? '';
    return { status: answer.status, text: await answer.text(), type };
  };

  it('fill a table in which no cell is a formula', async () => {
    const { text, type } = await read('/export.csv');
    expect(type).toContain('text/csv');
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows).toHaveLength(46);
    expect(rows[0]).toMatchObject({
      rating: '1',
      body: 'Review 0.',
      verified: 'true',
      offered_points: '50',
    });
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.at(-1)).toMatchObject({ title: `'${FORMULA}`, body: MARKUP });
  });

  it('need to know where products are, for search engines and networks', async () => {
    for (const path of ['/feeds/google.xml', '/feeds/meta.csv'])
      expect(await read(path)).toMatchObject({ status: 409 });
    const { headers } = await world.merchant('GET', '/v1/reviews/settings');
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const settle = (productUrl: string): Promise<Response> =>
      world.merchant('PUT', '/v1/reviews/settings', { productUrl }, ifMatch);
    for (const wrong of [
      'http://shop.example/{productId}',
      'https://shop.example/',
      'javascript:{productId}',
    ])
      expect((await settle(wrong)).status).toBe(400);
    expect((await settle('https://shop.example/p/{productId}')).status).toBe(200);
  });

  it('are a whole feed for Google, with every number of stars, its elements in their order', async () => {
    const { text, type } = await read('/feeds/google.xml');
    expect(type).toContain('xml');
    const reviews = text.match(/<review>.*?<\/review>/gs) ?? [];
    expect(reviews).toHaveLength(46);
    for (const stars of [1, 2, 3, 4, 5]) expect(text).toContain(`max="5">${stars}</overall>`);
    const order = [...(reviews[0] ?? '').matchAll(/<([a-z_]+)[ >]/g)].map(([, name]) => name);
    expect(
      order.filter((name) => !['name', 'review', 'product', 'skus'].includes(name ?? '')),
    ).toEqual([
      'review_id',
      'reviewer',
      'is_verified_purchase',
      'is_incentivized_review',
      'review_timestamp',
      'content',
      'review_url',
      'ratings',
      'overall',
      'products',
      'product_ids',
      'sku',
      'product_url',
      'is_spam',
      'collection_method',
    ]);
    expect(text).toContain('<is_incentivized_review>true</is_incentivized_review>');
    expect(text).not.toContain('<script>');
    expect(text).toContain('<sku>a&#38;b</sku>');
    expect(text).toContain('https://shop.example/p/a%26b');
    expect(text.trimEnd().endsWith('</feed>')).toBe(true);
  });

  it('are a feed for Meta', async () => {
    const { text } = await read('/feeds/meta.csv');
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows).toHaveLength(46);
    expect(rows[0]).toMatchObject({
      'store.storeUrls': 'https://shop.example',
      rating: '1',
      isIncentivized: 'true',
    });
  });
});
