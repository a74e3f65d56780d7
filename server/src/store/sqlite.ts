import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrateSqlite } from './migrate.ts';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';
import { createProbe, PROBE } from './probe.ts';
import { sqliteFailure, sqliteOpenFailure } from './sqlite-errors.ts';
import { createSqliteReader } from './sqlite-reader.ts';
import { createSqliteWriter } from './sqlite-writer.ts';
import { STORE_LIMITS, type Store, type StoreLimits } from './store.ts';

const openConnections = (path: string) => {
  try {
    mkdirSync(dirname(path), { recursive: true });
    migrateSqlite(path);
    return {
      writing: openSqliteConnection(path, 'writer'),
      reading: openSqliteConnection(path, 'reader'),
      shared: openSqliteConnection(path, 'reader'),
      // Snapshots hold a transaction open, so they have a connection of their own and take turns.
      frozen: openSqliteConnection(path, 'reader'),
    };
  } catch (error) {
    throw sqliteOpenFailure(path, error);
  }
};

/**
 * Opens (and creates, and migrates) the SQLite store at `path`.
 *
 * @throws StoreUnavailableError with a sentence for whoever starts it, where the file cannot be had
 */
export const openSqliteStore = (path: string, limits: StoreLimits = STORE_LIMITS): Store => {
  const { writing, reading, shared, frozen } = openConnections(path);
  let snapshots: Promise<unknown> = Promise.resolve();
  let statements = 0;
  const counted: SqliteConnection = {
    database: writing.database,
    run: (statement, args) => {
      statements += 1;
      return writing.run(statement, args);
    },
  };
  const writer = createSqliteWriter(counted, limits);
  const probing = shared.database.prepare(PROBE);

  const reader = createSqliteReader({ reading, shared }, () => {
    statements += 1;
  });

  return {
    engine: 'sqlite',
    url: `file:${path}`,
    read: (work) => reader.read(work),
    snapshot: (work) => {
      const turn = snapshots.then(async () => {
        frozen.database.exec('BEGIN');
        try {
          return await reader.readOn(frozen, work);
        } finally {
          frozen.database.exec('COMMIT');
        }
      });
      snapshots = turn.catch(() => undefined);
      return turn;
    },
    write: (work, lane) => writer.write(work, lane),
    probe: createProbe(async () => {
      try {
        probing.get();
      } catch (error) {
        throw sqliteFailure(error);
      }
    }, limits.probeMs),
    statementCount: () => statements,
    writes: () => writer.counts(),
    async close() {
      await writer.drained();
      await snapshots;
      for (const connection of [reading, shared, frozen, writing]) connection.database.close();
    },
  };
};
