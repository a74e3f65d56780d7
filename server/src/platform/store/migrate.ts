import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as applySqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as applyPostgres } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';

/** Triggers that must exist: a table rebuilt by a migration loses its triggers without a word. */
const GUARD_TRIGGERS = [
  'transactions_never_updated',
  'transactions_never_deleted',
  'program_versions_never_updated',
  'program_versions_never_deleted',
  'reviews_offer_never_changed',
  'review_offers_never_updated',
  'touches_stand',
] as const;

// PostgreSQL's advisory locks are numbers; any fixed one that is ours will do.
const MIGRATION_LOCK = 7_203_941;

/**
 * Brings a SQLite file up to date. On a connection of its own, with foreign keys
 * off: inside drizzle's transaction the switch does nothing, and rebuilding a
 * parent table would delete its children.
 */
export const migrateSqlite = (path: string): void => {
  const database = new Database(path);
  try {
    database.pragma('journal_mode = wal');
    database.pragma('busy_timeout = 10000');
    database.pragma('foreign_keys = off');
    applySqlite(drizzleSqlite({ client: database }), { migrationsFolder: folder('sqlite') });
    requireWholeRows(database);
    const present = new Set(
      database.prepare("select name from sqlite_master where type = 'trigger'").pluck().all(),
    );
    requireTriggers(present);
  } finally {
    database.close();
  }
};

/** Brings a PostgreSQL database up to date; several processes may start at once. */
export const migratePostgres = async (client: Client): Promise<void> => {
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await applyPostgres(drizzlePostgres({ client }), { migrationsFolder: folder('postgres') });
    const { rows } = await client.query<{ tgname: string }>(
      'select tgname from pg_trigger where not tgisinternal',
    );
    requireTriggers(new Set(rows.map((row) => row.tgname)));
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
  }
};

/**
 * Looks whether every row that is pointed at exists. It reads all of them, so it is done once after migrations: the
 * file keeps after which (`user_version`), and only once they were found whole.
 */
function requireWholeRows(database: Database.Database): void {
  const applied = database.prepare('select count(*) from __drizzle_migrations').pluck().get();
  if (database.pragma('user_version', { simple: true }) === applied) return;
  const broken = database.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0)
    throw new Error(`${broken.length} rows point at rows that do not exist.`);
  database.pragma(`user_version = ${String(applied)}`);
}

// A path, not a URL: a folder may have a space or letters beyond ASCII in its name.
function folder(engine: string): string {
  return join(import.meta.dirname, 'migrations', engine);
}

function requireTriggers(present: ReadonlySet<unknown>): void {
  const missing = GUARD_TRIGGERS.filter((name) => !present.has(name));
  if (missing.length > 0) throw new Error(`The database lacks its guards: ${missing.join(', ')}.`);
}
