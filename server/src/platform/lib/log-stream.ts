import { fstatSync, write, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Limits of what is kept of the log while it cannot be written. */
export const LOG_LIMITS = {
  /** Characters of lines that wait; one line more is lost, and counted. */
  waitingMax: 1_048_576,
  /** Characters handed over at once. */
  chunkMax: 65_536,
  /** How long to wait after a destination took nothing. */
  retryMs: 1000,
  /** How long the end of a process waits for the last lines. */
  flushMs: 2000,
} as const;

/** Where lines go: takes as many bytes of a chunk as it can, and says how many. */
export type LogSink = (
  chunk: Uint8Array,
  done: (error: Error | null | undefined, written: number) => void,
) => void;

/** What a logger writes to. Nothing here blocks or throws. */
export interface LogStream {
  write(line: string): void;
  /** Calls back when everything was written, or after `flushMs`. */
  flush(done: () => void): void;
  /** Gives what waits and is not being written, once, for the end of the process. */
  takeRest(): string;
}

/**
 * Writes lines to a destination that may be full, slow or gone. What cannot be written waits, as
 * much as there is room for; what comes beyond is lost, and one line says how many lines that were
 * once there is room again.
 */
export function createLogStream(
  sink: LogSink,
  limits: { readonly [Name in keyof typeof LOG_LIMITS]: number } = LOG_LIMITS,
): LogStream {
  let lines: string[] = [];
  let waiting = 0;
  let lost = 0;
  let chunk: Uint8Array | undefined;
  let isWriting = false;
  let flushes: (() => void)[] = [];

  const takeChunk = (): Uint8Array | undefined => {
    if (lost > 0) {
      lines.push(lostLine(lost));
      lost = 0;
    }
    if (lines.length === 0) return undefined;
    let count = 0;
    for (let size = 0; count < lines.length && size < limits.chunkMax; count += 1)
      size += lines[count]?.length ?? 0;
    const text = lines.splice(0, count).join('');
    waiting = Math.max(0, waiting - text.length);
    return Buffer.from(text);
  };

  const next = (): void => {
    chunk ??= takeChunk();
    isWriting = chunk !== undefined;
    if (chunk !== undefined) return sink(chunk, done);
    for (const flushed of flushes) flushed();
    flushes = [];
    return undefined;
  };

  const done: Parameters<LogSink>[1] = (error, written) => {
    // The line that was begun goes on where it stopped.
    if (chunk !== undefined && written > 0)
      chunk = written < chunk.length ? chunk.subarray(written) : undefined;
    if (error || written === 0) setTimeout(next, limits.retryMs).unref();
    else next();
  };

  return {
    write(line) {
      if (waiting + line.length > limits.waitingMax) {
        lost += 1;
        return;
      }
      lines.push(line);
      waiting += line.length;
      if (!isWriting) next();
    },
    flush(flushed) {
      if (!isWriting) return flushed();
      const timer = setTimeout(flushed, limits.flushMs);
      flushes.push(() => {
        clearTimeout(timer);
        flushed();
      });
      return undefined;
    },
    takeRest() {
      const rest = lines.join('') + (lost > 0 ? lostLine(lost) : '');
      lines = [];
      waiting = 0;
      lost = 0;
      return rest;
    },
  };
}

/** Its number, in every process. */
const STANDARD_ERROR = 2;
let standardError: LogStream | undefined;

/** Standard error of this process, one for all loggers. */
export function standardErrorStream(): LogStream {
  standardError ??= openStandardError();
  return standardError;
}

/** A line like pino's, at the level of a warning. */
function lostLine(lost: number): string {
  const msg = 'lines of the log were lost: it could not be written';
  return `${JSON.stringify({ level: 40, time: Date.now(), pid: process.pid, lost, msg })}\n`;
}

/**
 * A pipe or a socket is written by the event loop. A file is written beside it: `process.stderr`
 * would hold the loop while the disk is slow. A pipe that nobody reads would hold the thread that
 * writes it, and the end of the process with it, so each has its own way.
 */
function openStandardError(): LogStream {
  const kind = fstatSync(STANDARD_ERROR);
  if (!isMainThread || kind.isFIFO() || kind.isSocket()) {
    // The reader may be gone: that must not end the process.
    process.stderr.on('error', () => undefined);
    return createLogStream((chunk, done) => {
      process.stderr.write(chunk, (error) => done(error, error ? 0 : chunk.length));
    });
  }
  const stream = createLogStream((chunk, done) => write(STANDARD_ERROR, chunk, done));
  process.once('exit', () => {
    try {
      writeSync(STANDARD_ERROR, stream.takeRest());
    } catch {
      // There is nowhere left to say so.
    }
  });
  return stream;
}
