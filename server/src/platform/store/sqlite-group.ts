import type { SqliteConnection } from './sqlite-connection.ts';
import { sqliteCommitFailure, sqliteFailure } from './sqlite-errors.ts';
import type { Statement } from './statement.ts';
import {
  AwaitInWriteError,
  HandleClosedError,
  tellNobody,
  TransactionLostError,
  type Tx,
} from './store.ts';

/** One write: what the caller wants done inside a transaction. */
export type Body = (tx: Tx) => Promise<unknown>;

/** What became of one write. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown };

interface Handle {
  readonly tx: Tx;
  /** Ends the handle and returns the last error a statement met, which a body may have swallowed. */
  close(): unknown;
}

/**
 * Runs writes as one transaction with one COMMIT, and gives each its outcome.
 *
 * @param begin opens the transaction; it may wait for another process
 * @throws when nothing of the group was kept: StoreUnavailableError and StoreBusyError where the file is the reason
 */
export const commitGroup = async (
  connection: SqliteConnection,
  bodies: readonly Body[],
  begin: () => Promise<void>,
): Promise<Outcome[]> => {
  const { database } = connection;
  try {
    await begin();
    let outcomes = await runPlainly(connection, bodies);
    if (outcomes === undefined) {
      database.exec('ROLLBACK');
      await begin();
      outcomes = await runApart(connection, bodies);
    }
    commit(connection);
    return outcomes;
  } catch (error) {
    // Whatever could not be committed is gone; nobody may be answered otherwise.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw sqliteFailure(error);
  }
};

/** The happy path, without savepoints, which cost a sixth of the throughput. Undefined when a body failed. */
async function runPlainly(
  connection: SqliteConnection,
  bodies: readonly Body[],
): Promise<Outcome[] | undefined> {
  const outcomes: Outcome[] = [];
  for (const body of bodies) {
    const outcome = await runBody(connection, body);
    if ('error' in outcome) return undefined;
    outcomes.push(outcome);
  }
  return outcomes;
}

/** After a failure the group runs again, each write in a savepoint, so that only the failed one is undone. */
async function runApart(connection: SqliteConnection, bodies: readonly Body[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const body of bodies) {
    connection.database.exec('SAVEPOINT one');
    const outcome = await runBody(connection, body);
    connection.database.exec('error' in outcome ? 'ROLLBACK TO one; RELEASE one' : 'RELEASE one');
    outcomes.push(outcome);
  }
  return outcomes;
}

function commit({ database }: SqliteConnection): void {
  try {
    database.exec('COMMIT');
  } catch (error) {
    throw sqliteCommitFailure(error);
  }
}

async function runBody(connection: SqliteConnection, body: Body): Promise<Outcome> {
  const handle = openHandle(connection);
  let outcome: Outcome;
  try {
    outcome = { value: await settledThisTurn(body(handle.tx)) };
  } catch (error) {
    outcome = { error: sqliteFailure(error) };
  }
  const lastError = handle.close();
  if (!connection.database.inTransaction) {
    const cause = lastError ?? ('error' in outcome ? outcome.error : undefined);
    throw cause instanceof TransactionLostError ? cause : new TransactionLostError(cause);
  }
  return outcome;
}

/** A handle that dies with its write and notices when SQLite has ended the transaction. */
function openHandle(connection: SqliteConnection): Handle {
  let open = true;
  let lastError: unknown;
  return {
    tx: {
      emit: tellNobody,
      async run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]> {
        if (!open) throw new HandleClosedError();
        // Only a statement that failed can have taken the transaction with it.
        if (lastError !== undefined && !connection.database.inTransaction)
          throw new TransactionLostError(lastError);
        try {
          return connection.run(statement, args);
        } catch (error) {
          lastError = error;
          throw error;
        }
      },
    },
    close() {
      open = false;
      return lastError;
    },
  };
}

/**
 * The body's value, or a refusal if it is still waiting when the microtasks of
 * this turn have run out: then it awaits something other than the database. A
 * tick queued from inside a microtask runs after all of them; setImmediate would
 * let timers that are already due slip in before it.
 */
function settledThisTurn(body: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    body.then(resolve, reject);
    queueMicrotask(() => process.nextTick(() => reject(new AwaitInWriteError())));
  });
}
