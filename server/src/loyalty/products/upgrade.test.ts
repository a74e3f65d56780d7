import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as applySqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as applyPostgres } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { behind } from '../../testing/behind.ts';
import { migratePostgres, migrateSqlite } from '../../platform/store/migrate.ts';

const MIGRATIONS = join(import.meta.dirname, '../../platform/store/migrations');
/** The last migration of the release before. */
const BEFORE = '0020_people';

/** The migrations of an engine as the release before had them. */
const formerly = (folder: string, engine: 'sqlite' | 'postgres'): string => {
  const copy = join(folder, engine);
  cpSync(join(MIGRATIONS, engine), copy, { recursive: true });
  const path = join(copy, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] };
  const last = journal.entries.findIndex(({ tag }) => tag === BEFORE);
  const entries = journal.entries.slice(0, last + 1);
  writeFileSync(path, JSON.stringify({ ...journal, entries }));
  return copy;
};

const COLUMNS =
  'shop_id, platform, address, sealed, money, state, swept_to, sweep_at, sweep_note, connected_at, version';
const FILLED = `insert into connections (${COLUMNS}) values ('s', 'shopify', 'a.myshopify.com', 'x', 'shop', 'connected', 5, 6, null, 1, 1)`;

/** A shop that is connected, with an order: written as the release before wrote them. */
const fill = async (url: string, no: string): Promise<void> => {
  await behind(
    url,
    `insert into shops (id, name, currency, public_key, origins, sandbox, clock_offset_ms, program_version, version, created_at) values ('s', 'Shop', 'USD', 'okr_pk', '[]', ${no}, 0, 1, 1, 1)`,
  );
  await behind(url, FILLED);
  await behind(
    url,
    "insert into orders (shop_id, id, updated_at, currency, program_version, state, contexts, version) values ('s', 'o', 1, 'USD', 1, '{}', '{}', 1)",
  );
};

/** What the upgrade made of the shop’s connection, and what the release before still writes. */
const hold = async (url: string): Promise<void> => {
  const read =
    "select swept_to, products_swept_to, products_cursor from connections where shop_id = 's'";
  const [row] = (await behind(url, read)) as Record<string, unknown>[];
  expect([row?.['swept_to'], row?.['products_swept_to']].map(Number)).toEqual([5, 0]);
  expect(row?.['products_cursor']).toBeNull();
  await behind(url, "delete from connections where shop_id = 's'");
  await behind(url, FILLED);
  expect(await behind(url, 'select id from products')).toEqual([]);
  expect(await behind(url, 'select id from orders')).toEqual([{ id: 'o' }]);
};

describe('a database of the release before, with a shop that is connected', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-upgrade-'));
  afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

  it('is upgraded on SQLite, and what it had stays', async () => {
    const path = join(folder, 'a.db');
    const database = new Database(path);
    applySqlite(drizzleSqlite({ client: database }), {
      migrationsFolder: formerly(folder, 'sqlite'),
    });
    database.close();
    await fill(`file:${path}`, '0');
    migrateSqlite(path);
    await hold(`file:${path}`);
  });

  it('is upgraded on PostgreSQL, and what it had stays', async () => {
    const server = process.env['OKAERI_TEST_POSTGRES'] ?? '';
    const name = `u${randomBytes(6).toString('hex')}`;
    const url = `${server}/${name}`;
    await behind(`${server}/postgres`, `create database ${name}`);
    const client = new Client({ connectionString: url });
    await client.connect();
    const migrationsFolder = formerly(folder, 'postgres');
    await applyPostgres(drizzlePostgres({ client }), { migrationsFolder });
    await fill(url, 'false');
    await migratePostgres(client);
    await client.end();
    await hold(url);
    await behind(`${server}/postgres`, `drop database ${name} with (force)`);
  });
});
