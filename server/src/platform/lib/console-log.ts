import type { Logger } from './logger.ts';
import { scrub } from './scrub.ts';

/**
 * Lets libraries that write to the console be heard in the log instead: there, nothing of an error
 * is written that may be somebody's, and a full disk stops nobody.
 */
export function hearConsole(logger: Logger): void {
  const hear =
    (level: 'error' | 'warn') =>
    (...values: readonly unknown[]): void => {
      const error = values.find((value) => value instanceof Error);
      const text = values.find((value) => typeof value === 'string');
      logger[level](
        { ...(error !== undefined && { error }), ...(text !== undefined && { said: scrub(text) }) },
        'a library wrote to the console',
      );
    };
  Object.assign(console, { error: hear('error'), warn: hear('warn') });
}
