import type { SqliteConnection } from './sqlite-connection.ts';

/** A connection for reading whose statements share a transaction. */
export interface SharedReads extends SqliteConnection {
  /** Ends the transaction now: what is read next sees what has been committed since it began. */
  readonly renew: () => void;
}

/**
 * Lets all statements of one turn of the event loop share one transaction. To look for the newest
 * commit, and to take and give back the lock of a reader, costs more than most statements do.
 *
 * A commit calls `renew`, so that a write of this process is seen at once. What another
 * process commits is seen from the next turn on.
 */
export const shareReads = (connection: SqliteConnection): SharedReads => {
  const { database } = connection;
  const begin = database.prepare('BEGIN');
  const end = database.prepare('COMMIT');
  let isShared = false;

  const renew = (): void => {
    if (!isShared) return;
    isShared = false;
    // An error of the disk may have ended it.
    if (database.inTransaction) end.run();
  };

  return {
    database,
    run(statement, args) {
      if (!isShared) {
        begin.run();
        isShared = true;
        setImmediate(renew);
      }
      return connection.run(statement, args);
    },
    renew,
  };
};
