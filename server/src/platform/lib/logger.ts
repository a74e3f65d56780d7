import { pino, type Logger } from 'pino';
import { describeError } from './log-error.ts';
import { standardErrorStream, type LogStream } from './log-stream.ts';

export type { Logger };

/**
 * JSON lines on standard error, so that a command's own output stays clean. An error goes in as
 * `error`, and comes out without anything that may be somebody's.
 */
export const createLogger = (
  level: string,
  destination: Pick<LogStream, 'write'> = standardErrorStream(),
): Logger =>
  pino(
    {
      level,
      serializers: { error: describeError, err: describeError },
      hooks: {
        logMethod(args, method) {
          // Without words of its own, a line would be given the error's, which nobody has looked through.
          if (args.length === 1 && typeof args[0] === 'object') method.call(this, args[0], '');
          else method.apply(this, args);
        },
      },
    },
    destination,
  );

/** Waits until the log is written, or for as long as the end of a process may wait for it. */
export const flushLog = (logger: Logger): Promise<void> =>
  new Promise((resolve) => {
    logger.flush(() => resolve());
  });
