import type { Statement } from './statement.ts';
import type { DomainEvent } from './domain-event.ts';

/** A handle on the database for the length of one read or write, and no longer. */
export interface Tx {
  /** Runs a statement and gives its rows; a statement that only changes gives none. */
  run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]>;
  /** Notes what happens in this write, for webhooks; nothing comes of it unless the write is kept. */
  emit(event: DomainEvent): void;
}

/** The first row of a statement that gives at most one. */
export const first = async <Args, Row>(
  tx: Tx,
  statement: Statement<Args, Row>,
  args: Args,
): Promise<Row | undefined> => (await tx.run(statement, args))[0];

/**
 * Who causes a write. What visitors cause waits in a queue of its own, so that no visitor ever gets
 * a merchant's write refused.
 */
export type WriteLane = 'merchant' | 'visitor';

/** How writes go. */
export interface WriteCounts {
  readonly waiting: Readonly<Record<WriteLane, number>>;
  readonly committed: number;
  readonly groups: number;
}

/** A store on either engine: the only way to the rows. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** What opens the same database again, in a worker: a `DATABASE_URL`. */
  readonly url: string;
  /** Reads committed rows. Each statement sees what was committed when it began. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads from one frozen moment, for checks that compare rows with each other. Keep it short. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs `work` alone or not at all: what it wrote is durable when the promise
   * resolves, and gone when it rejects. `work` may await nothing but its
   * statements, and may be run again, so it must have no other effect.
   *
   * @param lane whose queue it waits in; a merchant's where none is named
   * @throws StoreBusyError when too many writes are waiting, or what it needs stays locked
   * @throws StoreUnavailableError when the database cannot be reached or written
   */
  write<T>(work: (tx: Tx) => Promise<T>, lane?: WriteLane): Promise<T>;
  /**
   * The same for a write of many statements, or one that holds many rows: on PostgreSQL no other write waits for
   * its end, as those do that share a transaction.
   */
  writeAlone<T>(work: (tx: Tx) => Promise<T>, lane?: WriteLane): Promise<T>;
  /**
   * Asks the database one real question, beside all reads and writes. Probes that come together
   * share it.
   *
   * @throws StoreUnavailableError when no answer came within `STORE_LIMITS.probeMs`
   */
  probe(): Promise<void>;
  /** Statements run since the store was opened, for the benchmark. */
  statementCount(): number;
  /** How writes go: how many wait now, and how many were committed in how many commits since then. */
  writes(): WriteCounts;
  close(): Promise<void>;
}

/** Limits of the store, in one place. */
export const STORE_LIMITS = {
  /** Writes of merchants that may wait; one more is refused with 503. */
  queueMax: 4096,
  /** Writes that visitors cause and that may wait; one more is refused with 503. */
  visitorQueueMax: 1024,
  /** Writes that share one COMMIT, at most. */
  groupMax: 64,
  /** While both wait, one write of so many is a visitor's, and the others are merchants'. */
  visitorTurn: 4,
  /** How long a write is tried while somebody else holds what it needs: the file, or a row. */
  lockWaitMs: 20_000,
  /** Attempts of one write on PostgreSQL before a deadlock is given up. */
  attemptsMax: 6,
  /** Connections to PostgreSQL per process that only read. */
  readersMax: 5,
  /** Connections to PostgreSQL per process that write. */
  writersMax: 10,
  /** Of those, how many visitors may use at once. */
  visitorWritersMax: 5,
  /** How long a read or a write waits for a connection, a new one or one in use. */
  connectMs: 5_000,
  /** How long one attempt waits for a locked row before it gives its connection to others. */
  lockTryMs: 500,
  /**
   * How long a group of writes waits for a locked row before each of its writes runs alone: other processes may hold
   * it, and all of the group wait meanwhile.
   */
  groupLockMs: 30,
  /** How long PostgreSQL works on one statement. */
  statementMs: 20_000,
  /** How long an answer to one statement is waited for: longer only where the server is frozen or gone. */
  answerMs: 23_000,
  /** How long PostgreSQL keeps a transaction in which nothing happens. */
  idleInTransactionMs: 10_000,
  /** How long the answer to `/readyz` is waited for. */
  probeMs: 1_500,
  /** Seconds a refused caller is asked to wait. */
  retryAfterSeconds: 1,
} as const;

/** Limits a store may be opened with, where the usual ones are not wanted. */
export type StoreLimits = { readonly [Name in keyof typeof STORE_LIMITS]: number };

/** No event leaves. */
export const tellNobody = (): void => undefined;

/** Too much is waiting, or somebody else holds what is needed. Nothing was kept; try again shortly. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
}

/** The database cannot be reached, or cannot be written; try again. `cause` says why. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  /** Whether a COMMIT was sent whose answer never came: then the write may have been kept. */
  readonly isOutcomeUnknown: boolean;
  constructor(message: string, more: { cause?: unknown; isOutcomeUnknown?: boolean } = {}) {
    super(message, { cause: more.cause });
    this.isOutcomeUnknown = more.isOutcomeUnknown ?? false;
  }
}

/** A write awaited something that is not the database. A fault in our code, never the caller's. */
export class AwaitInWriteError extends Error {
  override readonly name = 'AwaitInWriteError';
  constructor() {
    super('A write may await its own statements only; it had not settled within one turn.');
  }
}

/** A handle was used after its read or write had ended. A fault in our code. */
export class HandleClosedError extends Error {
  override readonly name = 'HandleClosedError';
  constructor() {
    super('This handle belongs to a read or write that has ended.');
  }
}

/** The database ended the transaction itself; nothing of the group was kept. `cause` says why. */
export class TransactionLostError extends Error {
  override readonly name = 'TransactionLostError';
  constructor(cause: unknown) {
    super('The database rolled the whole group back.', { cause });
  }
}
