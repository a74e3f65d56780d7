import type { Logger } from './platform/lib/logger.ts';
import { openPostgresStore } from './platform/store/postgres.ts';
import { openSqliteStore } from './platform/store/sqlite.ts';
import type { Store } from './platform/store/store.ts';
import { postgresTables, sqliteTables } from './schema.ts';

/**
 * Opens the store that `databaseUrl` names, with the tables of all areas.
 *
 * @param databaseUrl `file:./path.db` for SQLite, `postgres://…` for PostgreSQL
 */
export const openStore = async (databaseUrl: string, logger: Logger): Promise<Store> =>
  databaseUrl.startsWith('file:')
    ? openSqliteStore(databaseUrl.slice('file:'.length), sqliteTables)
    : openPostgresStore(databaseUrl, { logger, tables: postgresTables });
