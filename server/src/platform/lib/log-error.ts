import { fileURLToPath } from 'node:url';
import { scrub } from './scrub.ts';

/** How deep causes are followed, and how many errors of one are logged. */
const DEPTH_MAX = 5;
const ERRORS_MAX = 5;
const FRAMES_MAX = 20;
const SQL_MAX = 1000;

/** Where our own code is: what it says about an error is written by us. */
const HOME = new URL('../../../../', import.meta.url);
const OWN_PLACES = [HOME.href, fileURLToPath(HOME)];

const NAME = /^\w{0,50}(error|exception)$/i;
// As EPIPE, SQLITE_FULL, 57P01; a long number may be a card's.
const CODE = /^(?!.*\d{6})(?:[A-Z][A-Z0-9_]{1,59}|[0-9A-Z]{5})$/;
const WORD = /^[A-Za-z_]\w{0,62}$/;
const SYSCALL = /^[a-z_]{1,40}$/;
const COMMAND = /^[A-Z ]{1,20}$/;
const FRAME =
  /^\s+at (?:async )?(?:[\w$.<>#[\] -]{1,150} )?\(?(?:file:\/\/|node:|\/|[A-Za-z]:[\\/]|<anonymous>|native|index )[^\n]{0,400}$/;

/** Sentences of libraries that never have anybody's data in them. */
const FIXED_TEXTS: ReadonlySet<string> = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'fetch failed',
  'socket hang up',
  'terminated',
  'This operation was aborted',
  'The operation was aborted due to timeout',
]);

/** What the log says of an error. */
export interface LoggedError {
  readonly name: string;
  /** Only where it is written by us, or by a database about itself; what may be somebody's is left out. */
  readonly message?: string;
  /** Where it came from: the lines that begin with "at", and never the message above them. */
  readonly stack?: string;
  /** The text of a statement that failed, without its values. */
  readonly sql?: string;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
  readonly [field: string]: unknown;
}

/**
 * What may be logged of an error: a list of what is allowed, as errors of libraries carry values,
 * addresses and whole inputs in their messages and fields. Never throws.
 */
export function describeError(error: unknown): LoggedError {
  try {
    return describe(error, 0);
  } catch {
    return { name: 'Error', message: 'an error that cannot be described' };
  }
}

function describe(error: unknown, depth: number): LoggedError {
  if (!(error instanceof Error))
    return { name: 'Error', message: `no error was thrown but of kind ${typeof error}` };
  const frames = framesOf(error);
  const fields = fieldsOf(error);
  const message = messageOf(error, frames);
  return {
    name: NAME.test(error.name) ? error.name : 'Error',
    ...fields,
    ...(message !== undefined && { message }),
    ...(frames.length > 0 && { stack: frames.join('\n') }),
    ...(depth < DEPTH_MAX && {
      ...(error.cause !== undefined && { cause: describe(error.cause, depth + 1) }),
      ...(error instanceof AggregateError && {
        errors: error.errors.slice(0, ERRORS_MAX).map((one) => describe(one, depth + 1)),
      }),
    }),
  };
}

/** The lines of where it came from. The message stands above them, and may have lines like them in it. */
function framesOf(error: Error): string[] {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const at = error.message === '' ? -1 : stack.indexOf(error.message);
  const below = at < 0 ? stack : stack.slice(at + error.message.length);
  return below
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim());
}

function fieldsOf(error: Error): Record<string, string | number> {
  const known: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(error));
  const fields: Record<string, string | number> = {};
  const keep = (name: string, pattern: RegExp): void => {
    const value = known[name];
    if (typeof value === 'string' && pattern.test(value)) fields[name] = value;
  };
  keep('code', CODE);
  keep('syscall', SYSCALL);
  for (const name of ['errno', 'responseCode', 'statusCode', 'status'])
    if (Number.isSafeInteger(known[name])) fields[name] = Number(known[name]);
  // A mail server's command; what it answered names people.
  if ('responseCode' in error) keep('command', COMMAND);
  if ('severity' in error)
    for (const name of [
      'severity',
      'schema',
      'table',
      'column',
      'dataType',
      'constraint',
      'routine',
    ])
      keep(name, WORD);
  if ('params' in error && typeof known['query'] === 'string')
    fields['sql'] = known['query'].slice(0, SQL_MAX).replaceAll(/'(?:[^']|'')*('|$)/g, "'…'");
  return fields;
}

function messageOf(error: Error, frames: readonly string[]): string | undefined {
  const { message } = error;
  if (FIXED_TEXTS.has(message)) return message;
  // Drizzle puts the values of a statement into the message.
  if ('params' in error) return undefined;
  // Of what the system says, the fields have all but names of files and hosts.
  if ('syscall' in error) return undefined;
  return isOfDatabase(error) || isOurs(frames[0]) ? scrub(message) : undefined;
}

/** An error of PostgreSQL, or of SQLite. */
function isOfDatabase(error: Error): boolean {
  if (!('code' in error) || typeof error.code !== 'string') return false;
  return 'severity' in error || error.code.startsWith('SQLITE_');
}

/** Whether a line of a stack is of our own code: not a library's, nor a function of the language. */
function isOurs(frame: string | undefined): boolean {
  if (frame === undefined || frame.includes('/node_modules/')) return false;
  return OWN_PLACES.some((place) => frame.includes(place));
}
