import { describe, expect, it } from 'vitest';
import { createUnderWay } from './under-way.ts';

describe('work that is under way', () => {
  it('is asked to stop and waited for, with what it began meanwhile', async () => {
    const underWay = createUnderWay();
    const done: string[] = [];
    const second = async (): Promise<void> => {
      await new Promise((turn) => setImmediate(turn));
      done.push('second');
    };
    const first = new Promise<void>((resolve) => {
      underWay.stopping.addEventListener('abort', () => {
        done.push('first');
        void underWay.hold(second());
        resolve();
      });
    });
    void underWay.hold(first);
    await underWay.stop();
    expect(done).toEqual(['first', 'second']);
  });

  it('ends well for those who wait when it failed, and fails for the caller that began it', async () => {
    const underWay = createUnderWay();
    const failing = underWay.hold(Promise.reject(new Error('no')));
    await underWay.stop();
    await expect(failing).rejects.toThrow('no');
  });
});
