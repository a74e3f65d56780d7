import type { SqliteConnection } from './sqlite-connection.ts';
import { sqliteFailure } from './sqlite-errors.ts';
import type { Statement } from './statement.ts';
import { HandleClosedError, tellNobody, type Tx } from './store.ts';

/** Work that reads. */
type Read<T> = (tx: Tx) => Promise<T>;

/** Reads on SQLite. */
export interface SqliteReader {
  /** Runs a read. It sees all that was committed before it began. */
  read<T>(work: Read<T>): Promise<T>;
  /** Runs a read on a connection of the caller's, in the transaction that connection is in. */
  readOn<T>(connection: SqliteConnection, work: Read<T>): Promise<T>;
}

/**
 * Makes the reader of a store. A read that finds `reading` free has it for itself, in one transaction:
 * SQLite then takes the file's lock once, and not for each statement, where most of a short statement's
 * time goes. Reads that come meanwhile share a connection without one: a transaction that others began
 * would not show them what has been committed since.
 *
 * @param count called for each statement
 */
export const createSqliteReader = (
  { reading, shared }: Readonly<Record<'reading' | 'shared', SqliteConnection>>,
  count: () => void,
): SqliteReader => {
  const begin = reading.database.prepare('BEGIN');
  const rollback = reading.database.prepare('ROLLBACK');
  let isTaken = false;

  const readOn = async <T>(connection: SqliteConnection, work: Read<T>): Promise<T> => {
    const { tx, close } = readHandle(connection, count);
    try {
      return await work(tx);
    } finally {
      close();
    }
  };

  /** A read has nothing to keep, and a transaction that stayed open would show the next read old rows. */
  const endTransaction = (): void => {
    // SQLite has ended it itself where the disk failed.
    if (reading.database.inTransaction) rollback.run();
  };

  const readAlone = async <T>(work: Read<T>): Promise<T> => {
    isTaken = true;
    try {
      begin.run();
      return await readOn(reading, work);
    } finally {
      endTransaction();
      isTaken = false;
    }
  };

  return { read: (work) => (isTaken ? readOn(shared, work) : readAlone(work)), readOn };
};

function readHandle(
  connection: SqliteConnection,
  count: () => void,
): { tx: Tx; close: () => void } {
  let open = true;
  return {
    tx: {
      tell: tellNobody,
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
