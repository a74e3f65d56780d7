import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WorkStoppedError } from '../platform/lib/ended-work.ts';
import { createLogger } from '../platform/lib/logger.ts';
import { startJobs } from './scheduler.ts';

/** What is logged while one round of a job fails with an error. */
const loggedOf = async (error: Error): Promise<readonly { level: number; msg: string }[]> => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  const stop = startJobs({ logger }, [{ name: 'count', everyMs: 1, run: () => fail(error) }]);
  await wait(20);
  await stop();
  return lines.map((line) => JSON.parse(line) as { level: number; msg: string });
};

/** A round that ends with an error. */
async function fail(error: Error): Promise<never> {
  await wait(0);
  throw error;
}

const ERROR = 50;

describe('a job that ends with an error', () => {
  it('is logged as failed', async () => {
    expect(await loggedOf(new Error('the disk is full'))).toMatchObject([
      { level: ERROR, msg: 'a job failed; it is tried again' },
    ]);
  });

  it('is no failure where the server stopped it', async () => {
    expect(await loggedOf(new WorkStoppedError())).toEqual([]);
  });
});
