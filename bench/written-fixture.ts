import Database from 'better-sqlite3';
import type { Fixture } from './fixture.ts';

const FIRST_AT = Date.parse('2025-01-01T00:00:00Z');
/** What is written about one product, and done to one thing: more than a page has. */
const EACH = 50;

const NUMBERS = `with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n + 1 < :count)`;

/** Gives a shop so many reviews, questions, answers to half of these, and lines in its log. */
export const fillWritten = (fixture: Fixture, count: number): void => {
  const database = new Database(fixture.databaseUrl.slice('file:'.length));
  database.pragma('synchronous = off');
  const { shopId: shop } = fixture.keys;
  const given = { count, shop, at: FIRST_AT, things: Math.ceil(count / EACH) };
  const fill = (sql: string): unknown => database.prepare(`${NUMBERS} ${sql}`).run(given);
  fill(
    `insert into reviews (shop_id, id, product_id, order_id, rating, title, body, name, attributes, folded,
       text_digest, state, signals, insider, photos, helpful, reports, decisions, history, created_at, version)
     select :shop, printf('%026d', n), 'p' || (n * 7919 % :things), 'o' || n, 1 + n * 31 % 5, 'Title ' || n,
       'Review ' || n || ' says a little.', 'Ada', '{}', 'title ' || n || ' review ' || n || ' says a little.',
       'd' || n, iif(n % 50 = 0, 'withheld', 'published'), '[]', 0, 0, 0, 0, '[]', '[]', :at + n * 1000, 1
     from numbers`,
  );
  fill(
    `insert into posts (shop_id, id, product_id, author, rank, name, body, text_digest, state, signals, decisions,
       answers, created_at, version)
     select :shop, printf('q%025d', n), 'p' || (n * 7919 % :things), 'shopper', 1, 'Ada',
       'Question ' || n || '?', 'q' || n, iif(n % 50 = 0, 'withheld', 'published'), '[]', '[]', n % 2,
       :at + n * 1000, 1 from numbers`,
  );
  fill(
    `insert into posts (shop_id, id, product_id, question_id, author, rank, name, body, text_digest, state, signals,
       decisions, answers, created_at, version)
     select :shop, printf('w%025d', n), 'p' || (n * 7919 % :things), printf('q%025d', n), 'shop', 0, '',
       'Answer ' || n || '.', 'w' || n, 'published', '[]', '[]', 0, :at + n * 1000 + 500, 1
     from numbers where n % 2 = 1`,
  );
  fill(
    `insert into acts (shop_id, id, at, user_id, actor, operation, subject, status)
     select :shop, printf('%026d', n), :at + n * 1000, 'u' || (n % 7), 'Person ' || (n % 7),
       iif(n % 3 = 0, 'POST /v1/reviews/:reviewId/decision', 'PUT /v1/shoppers/:shopperId'), 's' || (n % :things),
       iif(n % 40 = 0, 409, 200) from numbers`,
  );
  database.pragma('wal_checkpoint(truncate)');
  database.close();
};
