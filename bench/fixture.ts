import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ShopKeys } from '@okaeri/shared/access';
import { okaeri, ROOT, serve } from './processes.ts';
import { richProgram } from './rich-program.ts';

/** Whose pages the widget stands in. */
export const ORIGIN = 'https://shop.example';

const SHOPPERS = 500;
const ORDERS_EACH = 20;

/** The programme a shop begins with, one with every kind of rule in use, or the first with points for reviews. */
export type Program = 'plain' | 'rich' | 'reviews';

/** A database with a shop and its history, and what is needed to speak for it. */
export interface Fixture {
  readonly databaseUrl: string;
  readonly secretKey: string;
  readonly keys: ShopKeys;
  readonly shoppers: number;
  /** Entries in the ledger. */
  readonly entries: number;
  remove(): void;
}

/** The part of a programme that is added to. */
interface FirstProgram {
  readonly earning: readonly unknown[];
}

const withReviews = (program: FirstProgram): unknown => ({
  ...program,
  earning: [
    ...program.earning,
    { id: 'review', on: 'review', enabled: true, points: { fixed: 50 } },
  ],
});

/** Puts a programme before the shop's shoppers, as its merchant would. */
const publish = async (
  shop: Pick<Fixture, 'databaseUrl' | 'secretKey' | 'keys'> & { root: string },
  program: (current: FirstProgram) => unknown,
): Promise<void> => {
  const environment = {
    DATABASE_URL: shop.databaseUrl,
    SECRET_KEY: shop.secretKey,
    DEMO: 'off',
    LOG_LEVEL: 'warn',
  };
  const server = await serve('server/src/main.ts', environment, shop.root);
  const headers = {
    authorization: `Bearer ${shop.keys.secretKey}`,
    'content-type': 'application/json',
  };
  const current = (await (
    await fetch(`${server.url}/v1/program`, { headers })
  ).json()) as FirstProgram;
  const body = JSON.stringify(program(current));
  const draft = `${server.url}/v1/program/draft`;
  const tag = (await fetch(draft, { headers })).headers.get('etag') ?? '';
  const saved = await fetch(draft, {
    method: 'PUT',
    headers: { ...headers, 'if-match': tag },
    body,
  });
  const published = await fetch(`${server.url}/v1/program/publish`, {
    method: 'POST',
    headers: { ...headers, 'if-match': saved.headers.get('etag') ?? '' },
  });
  const settings = `${server.url}/v1/reviews/settings`;
  const settingsTag = (await fetch(settings, { headers })).headers.get('etag') ?? '';
  await fetch(settings, {
    method: 'PUT',
    headers: { ...headers, 'if-match': settingsTag },
    body: JSON.stringify({ from: 'members' }),
  });
  await server.stop();
  if (!published.ok) throw new Error(`${await saved.text()} ${await published.text()}`);
};

/**
 * 500 shoppers with 20 orders each, brought in through the import of the tree that is measured:
 * under the programme a shop begins with, or with every kind of rule in use.
 */
export const createFixture = async (
  program: Program = 'plain',
  { ordersEach = ORDERS_EACH, root = ROOT }: { ordersEach?: number; root?: string } = {},
): Promise<Fixture> => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-bench-'));
  const databaseUrl = `file:${join(folder, 'bench.db')}`;
  const secretKey = randomBytes(32).toString('base64');
  const by = { databaseUrl, secretKey, root };
  const printed = okaeri(by, 'shop', 'create', '--name', 'Bench', '--origin', ORIGIN, '--json');
  const keys = JSON.parse(printed) as ShopKeys;
  if (program !== 'plain')
    await publish({ ...by, keys }, program === 'rich' ? () => richProgram : withReviews);
  const rows = ['order_id,shopper_id,placed_at,currency,total'];
  for (let order = 0; order < SHOPPERS * ordersEach; order += 1)
    rows.push(
      `h${order},s${order % SHOPPERS},2026-0${1 + (order % 9)}-1${order % 10},USD,${20 + (order % 80)}.00`,
    );
  const path = join(folder, 'orders.csv');
  writeFileSync(path, `${rows.join('\n')}\n`);
  okaeri(by, 'import', 'orders', path, '--shop', keys.shopId);
  return {
    databaseUrl,
    secretKey,
    keys,
    shoppers: SHOPPERS,
    entries: SHOPPERS * ordersEach,
    remove: () => rmSync(folder, { recursive: true }),
  };
};

/**
 * The same shop with `times` as many shoppers and entries: each shopper is copied
 * with all that is theirs under other ids. The chains of copies do not verify,
 * which no request looks at.
 */
export const growFixture = (fixture: Fixture, times: number): Fixture => {
  const database = new Database(fixture.databaseUrl.slice('file:'.length));
  database.pragma('foreign_keys = off');
  database.pragma('synchronous = off');
  const columns = (table: string): string[] =>
    (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const copied: Readonly<Record<string, readonly string[]>> = {
    shoppers: ['id', 'external_id'],
    orders: ['id', 'shopper_id'],
    purchase_days: ['shopper_id'],
    awards: ['id', 'shopper_id', 'source_id', 'origin_id'],
    transactions: ['shopper_id', 'award_id'],
  };
  database.exec('create temp table copies (n integer)');
  const add = database.prepare('insert into copies values (?)');
  for (let n = 1; n < times; n += 1) add.run(n);
  for (const [table, ids] of Object.entries(copied)) {
    const names = columns(table);
    const values = names.map((name) => (ids.includes(name) ? `${name} || '-' || n` : name));
    // Shopper by shopper, as years of trade would have left them: not sorted by key.
    database.exec(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table}, copies`,
    );
  }
  database.pragma('wal_checkpoint(truncate)');
  database.close();
  return {
    ...fixture,
    shoppers: fixture.shoppers * times,
    entries: fixture.entries * times,
  };
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A shopper token as a merchant's backend signs it. */
export const signToken = (keys: ShopKeys, subject: string): string => {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { sub: subject, aud: keys.publicKey, iat, exp: iat + 3600 };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const mac = createHmac('sha256', keys.identitySecret).update(text).digest('base64url');
  return `${text}.${mac}`;
};

/** The name of the n-th shopper, copies included. */
export const shopperName = (fixture: Fixture, n: number): string => {
  const original = n % SHOPPERS;
  const copy = Math.floor(n / SHOPPERS) % (fixture.shoppers / SHOPPERS);
  return copy === 0 ? `s${original}` : `s${original}-${copy}`;
};
