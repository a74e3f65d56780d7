import { describe, expect, it } from 'vitest';
import { createProbe } from './probe.ts';
import { StoreUnavailableError } from './store.ts';

describe('the probe of a database', () => {
  it('asks once for all who ask at the same time, and again afterwards', async () => {
    let asked = 0;
    const probe = createProbe(async () => {
      asked += 1;
    }, 1000);
    await Promise.all([probe(), probe(), probe()]);
    expect(asked).toBe(1);
    await probe();
    expect(asked).toBe(2);
  });

  it('gives up after its limit, and does not ask a silent database twice', async () => {
    let asked = 0;
    const answer = Promise.withResolvers<void>();
    const probe = createProbe(() => {
      asked += 1;
      return answer.promise;
    }, 20);
    await expect(probe()).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(probe()).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(asked).toBe(1);
    answer.resolve();
    await probe();
    await probe();
    expect(asked).toBe(2);
  });

  it('hands on why a database did not answer', async () => {
    const probe = createProbe(() => Promise.reject(new StoreUnavailableError('gone')), 1000);
    await expect(probe()).rejects.toThrow('gone');
  });
});
