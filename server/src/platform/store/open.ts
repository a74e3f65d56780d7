import type { Logger } from '../lib/logger.ts';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that `databaseUrl` names.
 *
 * @param databaseUrl `file:./path.db` for SQLite, `postgres://…` for PostgreSQL
 */
export const openStore = async (databaseUrl: string, logger: Logger): Promise<Store> =>
  databaseUrl.startsWith('file:')
    ? openSqliteStore(databaseUrl.slice('file:'.length))
    : openPostgresStore(databaseUrl, logger);
