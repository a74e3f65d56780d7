import Database from 'better-sqlite3';
import { Client } from 'pg';

/** How large a shop is seeded. */
export interface Size {
  readonly shoppers: number;
  readonly orders: number;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2023-01-01') / DAY_MS;
/** Days over which orders are spread: three years. */
const DAYS = 1095;
/** Rows of one statement. */
const IN_ONE = 500;
const ID_LENGTH = 24;

const SHOPPERS =
  'insert into shoppers (shop_id, id, external_id, status, tokens_not_before, pending, available, held, lifetime, order_count, sequence, chain_head, next_change_at, version, created_at) values ';
const ORDERS =
  'insert into orders (shop_id, id, shopper_id, updated_at, currency, program_version, state, contexts, version, placed_at, standing, number_key, bought_as, bought_on, bought_minor) values ';
const PURCHASE_DAYS =
  'insert into purchase_days (shop_id, shopper_id, day, orders, value_minor, free_orders, without_rate) values ';

/**
 * Writes shoppers, orders and their purchase days straight into the tables of an engine, past everything that would
 * look at them: ten million orders take minutes instead of hours. The shop is there already, empty, with dollars and
 * UTC as its programme's.
 */
export const seedOrders = async (url: string, shopId: string, size: Size): Promise<void> => {
  const database = await open(url);
  for (const statement of statementsOf(shopId, size)) await database.run(statement);
  await database.run(
    `insert into purchase_day_terms (shop_id, time_zone, currency, program_version, counted_to) values ('${shopId}', 'UTC', 'USD', 1, null)`,
  );
  await database.close();
};

/** Forgets what is counted of a shop, as if it came from a release that counted nothing. */
export const forgetDays = async (url: string, shopId: string): Promise<void> => {
  const database = await open(url);
  for (const statement of [
    `delete from purchase_day_terms where shop_id = '${shopId}'`,
    `delete from purchase_days where shop_id = '${shopId}'`,
    `update orders set bought_as = 'nothing', bought_on = null, bought_minor = 0 where shop_id = '${shopId}'`,
  ])
    await database.run(statement);
  await database.close();
};

/** Whether everything of a shop is counted. */
export const areDaysCounted = async (url: string, shopId: string): Promise<boolean> => {
  const question = `select shop_id from purchase_day_terms where shop_id = '${shopId}' and counted_to is null`;
  if (url.startsWith('file:')) {
    const database = new Database(url.slice('file:'.length), { readonly: true });
    const found = database.prepare(question).all();
    database.close();
    return found.length > 0;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(question);
  await client.end();
  return rows.length > 0;
};

async function open(url: string) {
  if (url.startsWith('file:')) {
    const database = new Database(url.slice('file:'.length));
    database.pragma('synchronous = off');
    database.pragma('foreign_keys = off');
    return {
      run: (statement: string) => Promise.resolve(database.exec(statement)),
      close: () => {
        database.pragma('wal_checkpoint(truncate)');
        return Promise.resolve(database.close());
      },
    };
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  return { run: (statement: string) => client.query(statement), close: () => client.end() };
}

/** Shoppers first, then the orders of each with their days: each bought once on a day, some often, most seldom. */
function* statementsOf(shopId: string, { shoppers, orders }: Size): Generator<string> {
  const shopperRows: string[] = [];
  for (let i = 0; i < shoppers; i += 1) {
    shopperRows.push(
      `('${shopId}', '${idOf(i)}', 's${i}', 'member', 0, 0, 0, 0, 0, 0, 0, '', 8640000000000000, 1, 0)`,
    );
    if (shopperRows.length === IN_ONE) yield SHOPPERS + shopperRows.splice(0).join(', ');
  }
  if (shopperRows.length > 0) yield SHOPPERS + shopperRows.join(', ');
  const orderRows: string[] = [];
  const dayRows: string[] = [];
  for (let n = 0; n < orders; n += 1) {
    const i = Math.floor((n * shoppers) / orders);
    const nth = n - Math.ceil((i * orders) / shoppers);
    const each = Math.ceil(orders / shoppers);
    const day = FIRST_DAY + ((i * 37) % 60) + Math.floor((nth * (DAYS - 61)) / each);
    const minor = 1000 + ((n * 7919) % 9000);
    orderRows.push(orderRow(shopId, { n, i, day, minor }));
    dayRows.push(`('${shopId}', '${idOf(i)}', ${day}, 1, ${minor}, 0, 0)`);
    if (orderRows.length < IN_ONE && n < orders - 1) continue;
    yield ORDERS + orderRows.splice(0).join(', ');
    yield PURCHASE_DAYS + dayRows.splice(0).join(', ');
  }
}

function orderRow(
  shopId: string,
  { n, i, day, minor }: { n: number; i: number; day: number; minor: number },
): string {
  const placedAt = new Date(day * DAY_MS + 43_200_000).toISOString();
  const state = JSON.stringify({
    updatedAt: placedAt,
    shopper: { id: `s${i}` },
    currency: 'USD',
    placedAt,
    paymentStatus: 'paid',
    paidAt: placedAt,
    lines: [{ id: '1', productId: `p${n % 500}`, quantity: 1, priceMinor: minor }],
  });
  const at = Date.parse(placedAt);
  return `('${shopId}', 'o${n}', '${idOf(i)}', ${at}, 'USD', 1, '${state}', '{}', 1, ${at}, 'paid', 'x', 'goods', ${day}, ${minor})`;
}

/** In the order of their numbers, as ids that grow with time are. */
function idOf(i: number): string {
  return `01${String(i).padStart(ID_LENGTH, '0')}`;
}
