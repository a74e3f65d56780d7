import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createLogger } from '../platform/lib/logger.ts';
import { openPostgresStore } from '../platform/store/postgres.ts';
import { openSqliteStore } from '../platform/store/sqlite.ts';
import { postgresTables, sqliteTables } from '../schema.ts';
import { POSTGRES_TEMPLATE } from './prepare-engines.ts';
import { STORE_LIMITS, type Store, type StoreLimits } from '../platform/store/store.ts';

/** A store of its own for one test file, and its disposal. */
export interface TestStore {
  readonly store: Store;
  /** What `DATABASE_URL` would be. */
  readonly url: string;
  dispose(): Promise<void>;
}

const openSqlite = async (limits: Partial<StoreLimits> = {}): Promise<TestStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-'));
  const path = join(folder, 'test.db');
  copyFileSync(templateOf('OKAERI_TEST_SQLITE'), path);
  const store = openSqliteStore(path, sqliteTables, { ...STORE_LIMITS, ...limits });
  return {
    store,
    url: `file:${path}`,
    async dispose() {
      await store.close();
      // A worker that has just ended may still be closing the file.
      rmSync(folder, { recursive: true, maxRetries: 5 });
    },
  };
};

const openPostgres = async (limits: Partial<StoreLimits> = {}): Promise<TestStore> => {
  const server = templateOf('OKAERI_TEST_POSTGRES');
  const name = `t${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  // Files copied: by its log, as PostgreSQL does it where nothing is said, takes three times as long.
  await admin.query(`create database ${name} template ${POSTGRES_TEMPLATE} strategy file_copy`);
  const url = `${server}/${name}`;
  const logger = createLogger('silent');
  const store = await openPostgresStore(
    url,
    { logger, tables: postgresTables },
    { ...STORE_LIMITS, ...limits },
  );
  return {
    store,
    url,
    async dispose() {
      await store.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
};

/** What the run has prepared once for all files (`prepare-engines.ts`). */
function templateOf(variable: 'OKAERI_TEST_SQLITE' | 'OKAERI_TEST_POSTGRES'): string {
  const template = process.env[variable];
  if (template === undefined) throw new Error(`The test run has not prepared ${variable}.`);
  return template;
}

/** Both engines, for `describe.each`: whatever touches the store is shown on each. */
export const ENGINES = [
  { engine: 'SQLite', openTestStore: openSqlite },
  { engine: 'PostgreSQL', openTestStore: openPostgres },
] as const;
