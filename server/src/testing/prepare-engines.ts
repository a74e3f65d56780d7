import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migratePostgres, migrateSqlite } from '../platform/store/migrate.ts';
import { startPostgres } from './postgres-server.ts';

/** The database that every other of a run is a copy of. */
export const POSTGRES_TEMPLATE = 'migrated';

/**
 * Vitest calls this once before all files and its answer once after: starts PostgreSQL and migrates a database of
 * each engine, of which tests get copies. To migrate anew for each file took a third of its time.
 */
const setup = async (): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-test-'));
  const sqlite = join(folder, 'migrated.db');
  migrateSqlite(sqlite);
  const { url, stop } = await startPostgres();
  await migrateTemplate(url);
  process.env['OKAERI_TEST_SQLITE'] = sqlite;
  process.env['OKAERI_TEST_POSTGRES'] = url;
  return async () => {
    await stop();
    rmSync(folder, { recursive: true });
  };
};

/** @public `vitest.config.ts` names this file. */
export default setup;

async function migrateTemplate(url: string): Promise<void> {
  const admin = new Client({ connectionString: `${url}/postgres` });
  await admin.connect();
  await admin.query(`create database ${POSTGRES_TEMPLATE}`);
  await admin.end();
  const template = new Client({ connectionString: `${url}/${POSTGRES_TEMPLATE}` });
  await template.connect();
  await migratePostgres(template);
  await template.end();
}
