import { describe, expect, it } from 'vitest';
import { TookTooLongError, WorkStoppedError } from './ended-work.ts';
import { createPace } from './pace.ts';

const LONG_MS = 600_000;

describe('a long walk on the event loop', () => {
  it('gives others their turn within its steps', async () => {
    const pace = createPace({ timeoutMs: LONG_MS });
    const seen = { turns: 0 };
    const others = setInterval(() => (seen.turns += 1), 0);
    while (seen.turns < 3) await pace.step();
    clearInterval(others);
    expect(seen.turns).toBe(3);
  });

  it('ends when its time is over', async () => {
    const pace = createPace({ timeoutMs: 5 });
    const walk = async (): Promise<never> => {
      for (;;) await pace.step();
    };
    await expect(walk()).rejects.toBeInstanceOf(TookTooLongError);
  });

  it('stops when nobody wants it any more', async () => {
    const pace = createPace({ timeoutMs: LONG_MS, signal: AbortSignal.abort() });
    await expect(pace.step()).rejects.toBeInstanceOf(WorkStoppedError);
  });
});
