import { createLogger, flushLog } from '../platform/lib/logger.ts';

/*
 * A process of its own that logs far more than a pipe holds, says on standard output that its event
 * loop still turns, and ends by itself. Its parent reads the log, or does not.
 */
const LINES = 20_000;
const TURNS = 10;

const logger = createLogger('info');
for (let line = 0; line < LINES; line += 1)
  logger.info({ line }, 'one of very many lines, each as long as a line of the log is');
for (let turn = 0; turn < TURNS; turn += 1) await new Promise((done) => setTimeout(done, 10));
process.stdout.write('alive\n');
await flushLog(logger);
process.exit(0);
