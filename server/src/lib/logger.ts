import { pino, type Logger } from 'pino';

export type { Logger };

/** JSON lines on standard error, so that a command's own output stays clean. */
export const createLogger = (level: string): Logger => pino({ level }, pino.destination(2));
