import type { Logger } from '../lib/logger.ts';
import { postgresColumns, sqliteColumns } from './columns.ts';
import { defineTables, type DefineTables } from './define-tables.ts';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that `databaseUrl` names, with these tables.
 *
 * @param databaseUrl `file:./path.db` for SQLite, `postgres://…` for PostgreSQL
 */
export const openStoreWith = async (
  databaseUrl: string,
  { logger, definitions }: { logger: Logger; definitions: readonly DefineTables[] },
): Promise<Store> =>
  databaseUrl.startsWith('file:')
    ? openSqliteStore(databaseUrl.slice('file:'.length), defineTables(sqliteColumns, definitions))
    : openPostgresStore(databaseUrl, {
        logger,
        tables: defineTables(postgresColumns, definitions),
      });
