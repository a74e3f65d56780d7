import { describe, expect, it } from 'vitest';
import { createGroupWriter } from './postgres-writer.ts';
import { STORE_LIMITS, StoreUnavailableError, type Tx } from './store.ts';

const LIMITS = { ...STORE_LIMITS, groupMax: 8 };
/** As PostgreSQL says that a row stayed locked. */
const LOCKED = Object.assign(new Error('locked'), { severity: 'ERROR', code: '55P03' });
const NO_TX: Tx = { run: () => Promise.resolve([]), emit: () => undefined };

/** A writer whose groups end as is said, and what was run how. */
const open = (endOf: (group: number) => Error | undefined) => {
  const sizes: number[] = [];
  let alone = 0;
  const writer = createGroupWriter(
    {
      async together(bodies) {
        sizes.push(bodies.length);
        const error = endOf(sizes.length);
        if (error !== undefined) throw error;
        return Promise.all(bodies.map(async (body) => ({ value: await body(NO_TX) })));
      },
      alone(body) {
        alone += 1;
        return body(NO_TX);
      },
    },
    LIMITS,
  );
  const write = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, i) => writer.write(async () => i, 'merchant')));
  return { sizes, write, alone: () => alone, groups: () => writer.groups() };
};

describe('the writer that gathers groups', () => {
  it('runs as many together as a group may have, and each has its own answer', async () => {
    const { sizes, write, alone, groups } = open(() => undefined);
    expect(await write(16)).toEqual(Array.from({ length: 16 }, (_, i) => i));
    expect([sizes, alone(), groups()]).toEqual([[8, 8], 0, 2]);
  });

  it('runs one that waits by itself alone', async () => {
    const { sizes, write, alone } = open(() => undefined);
    await write(1);
    expect([sizes, alone()]).toEqual([[], 1]);
  });

  it('runs those of a group alone whose rows others hold, and makes the next groups smaller, down to two', async () => {
    const { sizes, write, alone } = open(() => LOCKED);
    await write(16);
    expect([sizes, alone()]).toEqual([[8, 4, 2, 2], 16]);
  });

  it('grows again by one after each full group that went well, however small groups had become', async () => {
    const { sizes, write } = open((group) => (group <= 3 ? LOCKED : undefined));
    await write(14);
    await write(14);
    expect(sizes).toEqual([8, 4, 2, 2, 3, 4, 5]);
  });

  it('keeps its size where a group came to nothing for another reason', async () => {
    const { sizes, write } = open((group) => (group === 1 ? new Error('No.') : undefined));
    await write(16);
    expect(sizes).toEqual([8, 8]);
  });

  it('runs nothing again where nobody knows whether the group was kept', async () => {
    const unknown = new StoreUnavailableError('lost', { isOutcomeUnknown: true });
    const { write, alone } = open(() => unknown);
    await expect(write(4)).rejects.toBe(unknown);
    expect(alone()).toBe(0);
  });
});
