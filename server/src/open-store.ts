import type { Logger } from './platform/lib/logger.ts';
import { openStoreWith } from './platform/store/open.ts';
import type { Store } from './platform/store/store.ts';
import { SCHEMA } from './schema.ts';

/**
 * Opens the store that `databaseUrl` names, with the tables of all areas.
 *
 * @param databaseUrl `file:./path.db` for SQLite, `postgres://…` for PostgreSQL
 */
export const openStore = (databaseUrl: string, logger: Logger): Promise<Store> =>
  openStoreWith(databaseUrl, { logger, definitions: SCHEMA });
