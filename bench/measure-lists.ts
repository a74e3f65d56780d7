import Database from 'better-sqlite3';
import { createFixture, growFixture, shopperName, type Fixture } from './fixture.ts';
import type { Load } from './load.ts';
import { inTurns, openServers, ratioOf, SECONDS } from './measure.ts';
import type { Served } from './processes.ts';
import type { Line } from './table.ts';

/** A thousand shoppers, and a hundred thousand with a million entries. */
const ORDERS_EACH = 10;
const SMALL = 2;
const LARGE = 200;
const WAIT_MS = 500;

/** Gives everybody a name of two words, as many people share as do in a town, and lets the server find them. */
const nameShoppers = (fixture: Fixture): void => {
  const database = new Database(fixture.databaseUrl.slice('file:'.length));
  database.pragma('synchronous = off');
  database.exec(`
    update shoppers set
      name = 'Given' || (rowid % 997) || ' Family' || (rowid % 9973),
      email = external_id || '@post.example';
    insert or ignore into shopper_changes select shop_id, id from shoppers;
  `);
  database.close();
};

/** Until everybody is found by their words. */
const untilFound = async (fixture: Fixture): Promise<void> => {
  const database = new Database(fixture.databaseUrl.slice('file:'.length), { readonly: true });
  const left = database.prepare('select count(*) as n from shopper_changes').pluck();
  while (left.get() !== 0) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  database.close();
};

/** Waits until the job has placed everybody of a small shop, and gives the term most of them have. */
const untilPlaced = async (fixture: Fixture): Promise<string> => {
  const database = new Database(fixture.databaseUrl.slice('file:'.length), { readonly: true });
  const placed = database.prepare(
    "select term, count(*) as n from shopper_terms where term like 'p%' group by term order by n desc",
  );
  for (;;) {
    const found = placed.all() as { term: string; n: number }[];
    const [most] = found;
    if (most !== undefined && found.reduce((sum, { n }) => sum + n, 0) >= fixture.shoppers) {
      database.close();
      return most.term;
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
};

/** Places everybody of a large shop there, which takes the job a quarter of an hour. */
const placeShoppers = (fixture: Fixture, term: string): void => {
  const database = new Database(fixture.databaseUrl.slice('file:'.length));
  database
    .prepare(
      'insert or ignore into shopper_terms (shop_id, term, shopper_id) select shop_id, ?, id from shoppers',
    )
    .run(term);
  database.close();
};

/** The stage of a term, as lists are asked for it. */
const stageOf = (term: string): string =>
  Buffer.from(term.slice(1), 'hex').toString().replace('stage ', '');

/** Where most shoppers of a fixture stand. */
const stages = new Map<Fixture, string>();

const LISTS = {
  'list of shoppers': () => '/v1/shoppers',
  'search for an address': (fixture, turn) =>
    `/v1/shoppers?search=${shopperName(fixture, (turn * 7919) % fixture.shoppers)}@post.example`,
  'search for a beginning': () => '/v1/shoppers?search=giv',
  'search for a whole name': (_, turn) =>
    `/v1/shoppers?search=given${turn % 990}%20family${turn % 990}`,
  'list of one status': () => '/v1/shoppers?status=member',
  'list of one stage': (fixture) => `/v1/shoppers?stage=${stages.get(fixture) ?? ''}`,
  'everything of one shopper': (fixture, turn) =>
    `/v1/shoppers/${shopperName(fixture, (turn * 7919) % fixture.shoppers)}/affairs`,
  'timeline of one shopper': (fixture, turn) =>
    `/v1/shoppers/${shopperName(fixture, (turn * 7919) % fixture.shoppers)}/transactions`,
  'queue of reviews': () => '/v1/reviews',
} as const satisfies Record<string, (fixture: Fixture, turn: number) => string>;

const asking = (fixture: Fixture, path: (fixture: Fixture, turn: number) => string) => {
  const headers = { authorization: `Bearer ${fixture.keys.secretKey}` };
  let turn = 0;
  return (): ReturnType<Load['next']> => {
    turn += 1;
    return { method: 'GET', path: path(fixture, turn), headers };
  };
};

/** What the console's lists and searches cost in a large shop, in times of a small one. */
export const measureLists = async (): Promise<Line[]> => {
  const small = growFixture(await createFixture('plain', { ordersEach: ORDERS_EACH }), SMALL);
  const large = growFixture(await createFixture('plain', { ordersEach: ORDERS_EACH }), LARGE);
  nameShoppers(small);
  nameShoppers(large);
  const [a, b] = [await openServers(small), await openServers(large)];
  await Promise.all([a.byHand.stop(), b.byHand.stop(), untilFound(small), untilFound(large)]);
  const term = await untilPlaced(small);
  placeShoppers(large, term);
  for (const fixture of [small, large]) stages.set(fixture, stageOf(term));
  const of = (server: Served, next: Load['next']): Load => ({
    url: server.url,
    seconds: SECONDS,
    next,
  });
  const names = Object.keys(LISTS) as (keyof typeof LISTS)[];
  const loads = names.flatMap((name): [string, Load][] => [
    [`${name}, small`, of(a.product, asking(small, LISTS[name]))],
    [`${name}, large`, of(b.product, asking(large, LISTS[name]))],
  ]);
  const rates = await inTurns(Object.fromEntries(loads));
  await Promise.all([a.product.stop(), b.product.stop()]);
  small.remove();
  large.remove();
  const grown = `at ${large.shoppers.toLocaleString('en')} shoppers, in times of ${small.shoppers.toLocaleString('en')}`;
  return names.map((name) => ({
    what: `${name} ${grown}`,
    value: ratioOf(rates, `${name}, small`, `${name}, large`),
    unit: '',
    budget: { atMost: 3 },
  }));
};
