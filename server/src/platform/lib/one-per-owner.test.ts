import { describe, expect, it } from 'vitest';
import { createOnePerOwner } from './one-per-owner.ts';
import { QueueFullError } from './turns.ts';

describe('one piece of work for each owner', () => {
  it('is run, and a second one of the same owner is refused until it is done', async () => {
    const one = createOnePerOwner('Wait.');
    let end = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const running = one.run('a', () => held);
    await expect(one.run('a', async () => 1)).rejects.toThrow(new QueueFullError('Wait.'));
    expect(await one.run('b', async () => 2)).toBe(2);
    end();
    await running;
    expect(await one.run('a', async () => 3)).toBe(3);
  });

  it('is over when it failed', async () => {
    const one = createOnePerOwner('Wait.');
    await expect(one.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await one.run('a', async () => 1)).toBe(1);
  });
});
