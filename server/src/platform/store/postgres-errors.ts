import { GroupDeadlockError } from './group-locks.ts';
import { StoreBusyError, StoreUnavailableError } from './store.ts';

/*
 * Codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html): classes by
 * their first letters, single ones whole.
 */
const UNAVAILABLE = [
  '08', // connection exceptions
  '53', // insufficient resources: disk full, out of memory, too many connections
  '57P', // shut down, crashed, starting up
  '58', // system errors outside of PostgreSQL, such as of the disk
  '25006', // a standby that takes no writes
  '25P03',
  '25P04', // a transaction that rested or took too long: the session is ended
] as const;

/** A row or table stayed locked for longer than one attempt waits. */
const LOCKED = '55P03';
/** A statement took longer than it may. */
const CANCELLED = '57014';

/** Errors after which PostgreSQL ends the session; their severity is in the server's language. */
const ENDS_SESSION = ['57P', '08', '25P03', '25P04'] as const;

/** Serialisation failure and deadlock: nothing was kept, and trying again may work. */
const RETRYABLE: ReadonlySet<string> = new Set(['40001', '40P01']);

/** What pg says where no answer came within `query_timeout`; it gives the error no code. */
const NO_ANSWER = 'Query read timeout';
/** What pg's pool says where all connections were in use for too long. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';

/** Whether a write that failed so is to be tried again at once. */
export const isRetryable = (error: unknown): boolean => RETRYABLE.has(stateOf(error)?.code ?? '');

/** Whether a write met a lock that somebody else holds. */
export const isLocked = (error: unknown): boolean => stateOf(error)?.code === LOCKED;

/** Whether transactions met over a row: the next may meet less, if they are smaller. */
export const isContention = (error: unknown): boolean =>
  isRetryable(error) || isLocked(error) || someCause(error, isGroupDeadlock);

/** Whether PostgreSQL ended the session with this error, or did not answer at all. */
export const isSessionOver = (error: unknown): boolean => {
  const state = stateOf(error);
  if (state === undefined) return someCause(error, ({ message }) => message === NO_ANSWER);
  return state.severity === 'FATAL' || begins(state.code, ENDS_SESSION);
};

/**
 * The error a caller gets for an error of a statement: that the database is away, or that it has too
 * much to do. Every other error stays as it is.
 *
 * @param isLost whether the connection has ended: then the error itself may say nothing
 */
export function postgresFailure(error: unknown, isLost: boolean): unknown {
  const { code } = stateOf(error) ?? {};
  if (code === LOCKED)
    return new StoreBusyError('What the write needs stayed locked.', { cause: error });
  if (code === CANCELLED)
    return new StoreBusyError('The statement took too long.', { cause: error });
  if (code === undefined ? isLost || isSessionOver(error) : begins(code, UNAVAILABLE))
    return new StoreUnavailableError('The database cannot be reached or written.', {
      cause: error,
    });
  return error;
}

/**
 * The same for a COMMIT that was sent. An error of PostgreSQL's says that nothing was kept; where the
 * session ended meanwhile, nobody knows.
 */
export function postgresCommitFailure(error: unknown, isLost: boolean): unknown {
  if (!isLost && !isSessionOver(error)) return postgresFailure(error, isLost);
  return new StoreUnavailableError('The connection was lost while a write was committed.', {
    cause: error,
    isOutcomeUnknown: true,
  });
}

/** The error a caller gets where no connection was to be had. */
export function connectFailure(error: unknown): StoreBusyError | StoreUnavailableError {
  return error instanceof Error && error.message === NO_CONNECTION
    ? new StoreBusyError('All connections to the database are in use.', { cause: error })
    : new StoreUnavailableError('The database cannot be reached.', { cause: error });
}

/** What is said where the database cannot be reached at the start: a sentence, as nobody needs the stack. */
export function postgresOpenFailure(error: unknown): StoreUnavailableError {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new StoreUnavailableError(
    `PostgreSQL cannot be reached${code}. Does it run, and are the address, the name and the password in DATABASE_URL right?`,
    { cause: error },
  );
}

/** PostgreSQL's own word about an error: its code and how severe it is; only its errors have both. */
function stateOf(error: unknown): { code: string; severity: string } | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('severity' in cause && 'code' in cause)
      return { code: String(cause.code), severity: String(cause.severity) };
  return undefined;
}

function someCause(error: unknown, is: (cause: Error) => boolean): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (is(cause)) return true;
  return false;
}

function isGroupDeadlock(cause: Error): boolean {
  return cause instanceof GroupDeadlockError;
}

function begins(code: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => code.startsWith(prefix));
}
