import Database from 'better-sqlite3';
import type { Fixture } from './fixture.ts';
import type { Load } from './load.ts';

/** Reviews of one product. */
const EACH = 100;
const FIRST_AT = Date.parse('2025-01-01T00:00:00Z');

/** Fills a shop with products of a hundred reviews each, as years of trade leave them: not sorted by product. */
export const fillReviews = (fixture: Fixture, products: number): void => {
  const database = new Database(fixture.databaseUrl.slice('file:'.length));
  database.pragma('synchronous = off');
  const shop = fixture.keys.shopId;
  database
    .prepare(
      `with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n + 1 < :total)
       insert into reviews (shop_id, id, product_id, order_id, rating, title, body, name, attributes, folded,
         text_digest, state, signals, insider, photos, helpful, reports, decisions, history, created_at, version)
       select :shop, printf('%026d', n), 'p' || (n % :products), 'o' || n, 1 + (n * 7 / :products) % 5, null,
         'Review number ' || n || ', which says a little more than most of them do, as reviews go.', 'Ada', '{}',
         'review number ' || n || ', which says a little more than most of them do, as reviews go.',
         'd' || n, 'published', '[]', 0, n % 3, n % 17, 0, '[]', '[]', :at + n * 1000, 1 from numbers`,
    )
    .run({ total: products * EACH, products, shop, at: FIRST_AT });
  const groups = ['all', 'offered', 'imported', 'withheld'];
  const columns = groups.flatMap((group) => [1, 2, 3, 4, 5].map((star) => `${group}${star}`));
  const counts = columns.map((column) =>
    column.startsWith('all') ? `sum(rating = ${column.slice(-1)})` : '0',
  );
  database
    .prepare(
      `insert into review_stats (shop_id, product_id, ${columns.join(', ')}, verified, with_photos)
       select shop_id, product_id, ${counts.join(', ')}, count(*), sum(photos > 0) from reviews group by 1, 2`,
    )
    .run();
  database.pragma('wal_checkpoint(truncate)');
  database.close();
};

const asked = (
  fixture: Fixture,
  products: number,
  path: (product: string) => string,
): Load['next'] => {
  let turn = 0;
  return () => {
    turn += 1;
    const product = `p${(turn * 7919) % products}`;
    return { method: 'GET', path: `/storefront/v1/${fixture.keys.publicKey}${path(product)}` };
  };
};

/** The first page of a product's reviews, with its stars. */
export const readReviews = (fixture: Fixture, products: number): Load['next'] =>
  asked(fixture, products, (product) => `/products/${product}/reviews`);

/** A product's stars by themselves. */
export const readStars = (fixture: Fixture, products: number): Load['next'] =>
  asked(fixture, products, (product) => `/stars?ids=${product}`);
