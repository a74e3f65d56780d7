import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrateSqlite } from './migrate.ts';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';
import { shareReads } from './sqlite-reads.ts';
import { createProbe, PROBE } from './probe.ts';
import { sqliteFailure, sqliteOpenFailure } from './sqlite-errors.ts';
import { createSqliteWriter } from './sqlite-writer.ts';
import type { Statement } from './statement.ts';
import {
  HandleClosedError,
  tellNobody,
  STORE_LIMITS,
  type Store,
  type StoreLimits,
  type Tx,
} from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Opens (and creates, and migrates) the SQLite store at `path`.
 *
 * @throws StoreUnavailableError with a sentence for the person who starts it, where the file cannot be had
 */
export const openSqliteStore = (
  path: string,
  tables: Tables,
  limits: StoreLimits = STORE_LIMITS,
): Store => {
  const { writing, reading, frozen } = openConnections(path, tables);
  let snapshots: Promise<unknown> = Promise.resolve();
  let statements = 0;
  const counted: SqliteConnection = {
    database: writing.database,
    run: (statement, args) => {
      statements += 1;
      return writing.run(statement, args);
    },
  };
  const writer = createSqliteWriter(counted, limits, reading.renew);
  const probing = reading.database.prepare(PROBE);

  const withHandle = async <T>(
    connection: SqliteConnection,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    const { tx, close } = readHandle(connection, () => {
      statements += 1;
    });
    try {
      return await work(tx);
    } finally {
      close();
    }
  };

  return {
    engine: 'sqlite',
    url: `file:${path}`,
    read: (work) => withHandle(reading, work),
    snapshot: (work) => {
      const turn = snapshots.then(async () => {
        frozen.database.exec('BEGIN');
        try {
          return await withHandle(frozen, work);
        } finally {
          frozen.database.exec('COMMIT');
        }
      });
      snapshots = turn.catch(() => undefined);
      return turn;
    },
    write: (work, lane) => writer.write(work, lane),
    // There is one writer: every write waits for the others' ends.
    writeAlone: (work, lane) => writer.write(work, lane),
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
      reading.renew();
      for (const connection of [reading, frozen, writing]) connection.database.close();
    },
  };
};

function openConnections(path: string, tables: Tables) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    migrateSqlite(path);
    return {
      writing: openSqliteConnection(path, tables, 'writer'),
      reading: shareReads(openSqliteConnection(path, tables, 'reader')),
      // Snapshots hold a transaction open, so they have a connection of their own and take turns.
      frozen: openSqliteConnection(path, tables, 'reader'),
    };
  } catch (error) {
    throw sqliteOpenFailure(path, error);
  }
}

function readHandle(
  connection: SqliteConnection,
  count: () => void,
): { tx: Tx; close: () => void } {
  let open = true;
  return {
    tx: {
      emit: tellNobody,
      async run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]> {
        if (!open) throw new HandleClosedError();
        count();
        try {
          return connection.run(statement, args);
        } catch (error) {
          throw sqliteFailure(error);
        }
      },
    },
    close: () => {
      open = false;
    },
  };
}
