import { StoreBusyError, StoreUnavailableError } from './store.ts';

// https://sqlite.org/rescode.html; extended codes begin with the name of their kind.
const UNAVAILABLE = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/;
const BUSY = /^SQLITE_BUSY/;
const NOT_OPENED = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|NOTADB|CORRUPT|AUTH|PERM)/;
const IO_ERROR = /^SQLITE_IOERR/;

/**
 * The error a caller gets for an error of SQLite: that the file cannot be written now, or that
 * somebody else holds it. Every other error stays as it is.
 */
export function sqliteFailure(error: unknown): unknown {
  // What was found out nearer to the fault is not said again.
  if (error instanceof StoreBusyError || error instanceof StoreUnavailableError) return error;
  const code = sqliteCodeOf(error);
  if (code === undefined) return error;
  if (BUSY.test(code))
    return new StoreBusyError('Another process holds the database.', { cause: error });
  if (UNAVAILABLE.test(code))
    return new StoreUnavailableError('The database file cannot be read or written.', {
      cause: error,
    });
  return error;
}

/**
 * The same for a COMMIT. Where the disk itself failed, the end of the transaction may stand in the
 * log all the same, and would be kept if the machine stopped now: nobody knows.
 */
export function sqliteCommitFailure(error: unknown): unknown {
  const code = sqliteCodeOf(error);
  if (code === undefined || !IO_ERROR.test(code)) return sqliteFailure(error);
  return new StoreUnavailableError('The disk failed while a group was committed.', {
    cause: error,
    isOutcomeUnknown: true,
  });
}

/** What is said where a file cannot be opened at the start: a sentence, as nobody needs the stack. */
export function sqliteOpenFailure(path: string, error: unknown): unknown {
  const code = sqliteCodeOf(error) ?? systemCodeOf(error);
  if (code === undefined || (code.startsWith('SQLITE_') && !NOT_OPENED.test(code))) return error;
  return new StoreUnavailableError(
    `The database ${path} cannot be opened or written (${code}). Is it there, is its folder writable, and is there room on the disk?`,
    { cause: error },
  );
}

/** Whether somebody else holds the file. */
export function isSqliteBusy(error: unknown): boolean {
  return BUSY.test(sqliteCodeOf(error) ?? '');
}

/** The code of the first error of SQLite in a chain of causes. */
function sqliteCodeOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && String(cause.code).startsWith('SQLITE_')) return String(cause.code);
  return undefined;
}

/** The code of an error of the operating system, such as EROFS. */
function systemCodeOf(error: unknown): string | undefined {
  const isSystem = error instanceof Error && 'syscall' in error && 'code' in error;
  return isSystem ? String(error.code) : undefined;
}
