import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Simulation, SimulationProgress } from '@okaeri/shared/simulation';
import { TookTooLongError } from '../../platform/lib/ended-work.ts';
import { createLogger } from '../../platform/lib/logger.ts';
import { QueueFullError } from '../../platform/lib/turns.ts';
import { replyInLines } from './simulate-routes.ts';

type Run = (report: (progress: SimulationProgress) => void) => Promise<Simulation>;

const logger = createLogger('silent');

const ask = async (run: Run): Promise<Response> =>
  new Hono()
    .onError((error) => new Response(error.name, { status: 503 }))
    .get('/', (c) => replyInLines({ logger }, c, run))
    .request('/');

const linesOf = async (answer: Response): Promise<unknown[]> =>
  (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const later = (): Promise<void> => new Promise((turn) => setTimeout(turn, 5));

describe('a simulation in lines', () => {
  it('says in its last line what ended it after it had begun', async () => {
    const answer = await ask(async (report) => {
      report({ done: 1, total: 3 });
      await later();
      report({ done: 2, total: 3 });
      throw new TookTooLongError(1000, 'choose a shorter period');
    });
    expect(answer.status).toBe(200);
    expect(await linesOf(answer)).toMatchObject([
      { progress: { done: 1 } },
      { progress: { done: 2 } },
      { problem: { code: 'tookTooLong', status: 503 } },
    ]);
  });

  it('hides what an error of ours says', async () => {
    const answer = await ask(async (report) => {
      report({ done: 1, total: 3 });
      await later();
      throw new Error('a secret');
    });
    const text = await answer.text();
    expect(text).toContain('"code":"internal"');
    expect(text).not.toContain('secret');
  });

  it('is refused with a status of its own before it has begun', async () => {
    const answer = await ask(() => Promise.reject(new QueueFullError('no')));
    expect([answer.status, await answer.text()]).toEqual([503, 'QueueFullError']);
  });
});
