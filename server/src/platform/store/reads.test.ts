import { describe, expect, it } from 'vitest';
import { ENGINES } from '../../testing/engines.ts';
import { arg, change, rows } from './statement.ts';
import { HandleClosedError, type Tx } from './store.ts';

const insertKey = change<{ key: string }>()('reads.insertKey', (db, t) =>
  db.insert(t.idempotencyKeys).values({
    shopId: 's',
    principal: 'p',
    route: 'r',
    key: arg('key'),
    bodyDigest: '',
    status: 0,
    answer: {},
    createdAt: 0,
  }),
);
const selectKeys = rows<Record<string, never>>()('reads.selectKeys', (db, t) =>
  db.select({ key: t.idempotencyKeys.key }).from(t.idempotencyKeys),
);

const keysIn = async (tx: Tx): Promise<string[]> =>
  (await tx.run(selectKeys, {})).map(({ key }) => key).toSorted();

/** A read that has begun and stays open until it may go on. */
const holdOpen = (read: (work: (tx: Tx) => Promise<string[]>) => Promise<string[]>) => {
  const goOn = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<string[]>();
  const ended = read(async (tx) => {
    begun.resolve(await keysIn(tx));
    await goOn.promise;
    return keysIn(tx);
  });
  return { begun: begun.promise, ended, goOn: () => goOn.resolve(undefined) };
};

describe.each(ENGINES)('reads on $engine', ({ openTestStore }) => {
  it('show what was committed before they began, while other reads are still open', async () => {
    const test = await openTestStore();
    const { store } = test;
    const first = holdOpen((work) => store.read(work));
    expect(await first.begun).toEqual([]);
    await store.write((tx) => tx.run(insertKey, { key: 'a' }));
    const second = holdOpen((work) => store.read(work));
    expect(await second.begun).toEqual(['a']);
    await store.write((tx) => tx.run(insertKey, { key: 'b' }));
    expect(await store.read(keysIn)).toEqual(['a', 'b']);
    first.goOn();
    await first.ended;
    await store.write((tx) => tx.run(insertKey, { key: 'c' }));
    expect(await store.read(keysIn)).toEqual(['a', 'b', 'c']);
    second.goOn();
    await second.ended;
    await test.dispose();
  });

  it('show what was committed a moment ago, where another read of the same turn came before', async () => {
    const test = await openTestStore();
    const { store } = test;
    let earlier: Promise<string[]> | undefined;
    await store.write(async (tx) => {
      earlier = store.read(keysIn);
      await tx.run(insertKey, { key: 'a' });
    });
    expect(await store.read(keysIn)).toEqual(['a']);
    await earlier;
    await test.dispose();
  });

  it('go on after one that failed, and never after they have ended', async () => {
    const test = await openTestStore();
    const { store } = test;
    const failed = store.read(async (tx) => {
      await keysIn(tx);
      throw new Error('by its own fault');
    });
    await expect(failed).rejects.toThrow('by its own fault');
    await store.write((tx) => tx.run(insertKey, { key: 'a' }));
    expect(await store.read(keysIn)).toEqual(['a']);
    const kept = await store.read(async (tx) => tx);
    await expect(keysIn(kept)).rejects.toThrow(HandleClosedError);
    await test.dispose();
  });
});
