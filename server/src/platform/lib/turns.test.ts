import { describe, expect, it } from 'vitest';
import { createTurns, QueueFullError } from './turns.ts';

/** Work that ends when the test says so. */
const held = (): { work: () => Promise<string>; end: () => void } => {
  let end = (): void => undefined;
  const over = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return { work: () => over, end: () => end() };
};

describe('a queue of heavy work', () => {
  it('runs as many at once as it may, lets the next wait, and refuses one more', async () => {
    const turns = createTurns({ atOnce: 1, waitingMax: 2 });
    const first = held();
    let started = 0;
    const count = async (): Promise<number> => (started += 1);
    const running = turns.run(first.work);
    const waiting = [turns.run(count), turns.run(count)];
    await expect(turns.run(count)).rejects.toBeInstanceOf(QueueFullError);
    expect(started).toBe(0);
    first.end();
    expect(await running).toBe('done');
    expect(await Promise.all(waiting)).toEqual([1, 2]);
  });

  it('takes new work after work that failed', async () => {
    const turns = createTurns({ atOnce: 1, waitingMax: 0 });
    await expect(turns.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.run(async () => 'done')).toBe('done');
  });

  it('runs one piece at a time and refuses a second when nothing may wait', async () => {
    const turns = createTurns({ atOnce: 1, waitingMax: 0 });
    const first = held();
    const running = turns.run(first.work);
    await expect(turns.run(async () => 'second')).rejects.toBeInstanceOf(QueueFullError);
    first.end();
    await running;
  });
});
