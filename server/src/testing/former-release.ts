import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as applySqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as applyPostgres } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { migratePostgres, migrateSqlite } from '../platform/store/migrate.ts';
import { behind } from './behind.ts';

const MIGRATIONS = join(import.meta.dirname, '../platform/store/migrations');

/** A database as a release before had it: what fills it, and what is looked at once it is upgraded. */
export interface Former {
  /** A folder to work in. */
  readonly folder: string;
  /** The last migration of that release. */
  readonly last: string;
  /** Writes what that release wrote; `no` is what the engine writes for false. */
  readonly fill: (url: string, no: string) => Promise<void>;
  readonly hold: (url: string) => Promise<void>;
}

/** Upgrades a SQLite database of a release before. */
export const upgradeSqlite = async (former: Former): Promise<void> => {
  const path = join(former.folder, `${former.last}.db`);
  const database = new Database(path);
  applySqlite(drizzleSqlite({ client: database }), {
    migrationsFolder: migrationsOf(former, 'sqlite'),
  });
  database.close();
  await former.fill(`file:${path}`, '0');
  migrateSqlite(path);
  await former.hold(`file:${path}`);
};

/** The same on PostgreSQL. */
export const upgradePostgres = async (former: Former): Promise<void> => {
  const server = process.env['OKAERI_TEST_POSTGRES'] ?? '';
  const name = `u${randomBytes(6).toString('hex')}`;
  const url = `${server}/${name}`;
  await behind(`${server}/postgres`, `create database ${name}`);
  const client = new Client({ connectionString: url });
  await client.connect();
  const migrationsFolder = migrationsOf(former, 'postgres');
  await applyPostgres(drizzlePostgres({ client }), { migrationsFolder });
  await former.fill(url, 'false');
  await migratePostgres(client);
  await client.end();
  await former.hold(url);
  await behind(`${server}/postgres`, `drop database ${name} with (force)`);
};

/** The migrations of an engine as that release had them. */
function migrationsOf({ folder, last }: Former, engine: 'sqlite' | 'postgres'): string {
  const copy = join(folder, `${last} ${engine}`);
  cpSync(join(MIGRATIONS, engine), copy, { recursive: true });
  const path = join(copy, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] };
  const place = journal.entries.findIndex(({ tag }) => tag === last);
  const entries = journal.entries.slice(0, place + 1);
  writeFileSync(path, JSON.stringify({ ...journal, entries }));
  return copy;
}
