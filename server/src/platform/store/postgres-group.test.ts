import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { arg, change, forUpdate, rows, textArg } from './statement.ts';
import { first, type Tx } from './store.ts';
import type { Tables } from './tables.ts';

interface Counter extends Record<string, unknown> {
  readonly shopId: string;
  readonly principal: string;
  readonly route: string;
  readonly key: string;
}
type Counted = Counter & { count: number };

const counter = (key: string): Counter => ({ shopId: 's', principal: 'p', route: 'r', key });
const isCounter = ({ idempotencyKeys: t }: Tables) =>
  and(
    eq(t.shopId, textArg('shopId')),
    eq(t.principal, textArg('principal')),
    eq(t.route, textArg('route')),
    eq(t.key, textArg('key')),
  );

const insertCounter = change<Counter>()('test.insertCounter', (db, t) =>
  db.insert(t.idempotencyKeys).values({
    shopId: sql`${arg('shopId')}`,
    principal: sql`${arg('principal')}`,
    route: sql`${arg('route')}`,
    key: sql`${arg('key')}`,
    bodyDigest: '',
    status: 0,
    answer: {},
    createdAt: 0,
  }),
);
const lockCounter = rows<Counter>()('test.lockCounter', (db, t) =>
  forUpdate(db.select().from(t.idempotencyKeys).where(isCounter(t))),
);
const lockSome = rows<Record<string, never>>()('test.lockSomeCounter', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.idempotencyKeys)
      .where(eq(t.idempotencyKeys.status, 0))
      .orderBy(t.idempotencyKeys.key)
      .limit(1),
    { skipLocked: true },
  ),
);
const setCounter = change<Counted>()('test.setCounter', (db, t) =>
  db
    .update(t.idempotencyKeys)
    .set({ status: sql`${arg('count')}` })
    .where(isCounter(t)),
);
const selectCounters = rows<Record<string, never>>()('test.selectCounters', (db, t) =>
  db
    .select({ key: t.idempotencyKeys.key, count: t.idempotencyKeys.status })
    .from(t.idempotencyKeys)
    .orderBy(t.idempotencyKeys.key),
);

const put = (key: string) => (tx: Tx) => tx.run(insertCounter, counter(key));
/** Reads, decides and writes, as everything does that changes points. */
const addTo = async (tx: Tx, key: string, by = 1): Promise<void> => {
  const { status = 0 } = (await first(tx, lockCounter, counter(key))) ?? {};
  await tx.run(setCounter, { ...counter(key), count: status + by });
};

describe('writes that share a transaction on PostgreSQL', () => {
  let test: TestStore;
  beforeAll(async () => {
    const postgres = ENGINES.find(({ engine }) => engine === 'PostgreSQL');
    if (postgres === undefined) throw new Error('There is no PostgreSQL to test.');
    test = await postgres.openTestStore();
  });
  afterEach(() => behind(test.url, 'delete from idempotency_keys where shop_id is not null'));
  afterAll(() => test.dispose());

  const counts = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await test.store.read((tx) => tx.run(selectCounters, {}))).map(({ key, count }) => [
        key,
        count,
      ]),
    );
  const committed = () => test.store.writes();

  it('share commits where they come together', async () => {
    const before = committed();
    await Promise.all(Array.from({ length: 64 }, (_, i) => test.store.write(put(`k${i}`))));
    const after = committed();
    expect(after.committed - before.committed).toBe(64);
    expect(after.groups - before.groups).toBeLessThan(10);
    expect(Object.keys(await counts())).toHaveLength(64);
  });

  it('lose no change of a row that all of them read, decide about and write', async () => {
    await test.store.write(put('a'));
    await Promise.all(Array.from({ length: 50 }, () => test.store.write((tx) => addTo(tx, 'a'))));
    expect(await counts()).toEqual({ a: 50 });
  });

  it('see what another has written to a row that they waited for', async () => {
    await Promise.all([test.store.write(put('a')), test.store.write(put('b'))]);
    await Promise.all(
      ['ab', 'ba', 'ab', 'ba', 'ab'].map((both) =>
        test.store.write(async (tx) => {
          for (const key of both) await addTo(tx, key);
        }),
      ),
    );
    expect(await counts()).toEqual({ a: 5, b: 5 });
  });

  it('take each a row of its own where they take any that is free', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((key) => test.store.write(put(key))));
    const take = (tx: Tx) =>
      first(tx, lockSome, {}).then(async (free) => {
        if (free !== undefined) await tx.run(setCounter, { ...counter(free.key), count: 1 });
        return free?.key;
      });
    const taken = await Promise.all(Array.from({ length: 6 }, () => test.store.write(take)));
    expect(taken.filter((key) => key !== undefined).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are kept where one of them fails in the database, which has its own error', async () => {
    await test.store.write(put('twice'));
    const all = ['a', 'twice', 'b'].map((key) => test.store.write(put(key)));
    const [a, twice, b] = await Promise.allSettled(all);
    expect([a?.status, b?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(twice).toMatchObject({ status: 'rejected', reason: { cause: { code: '23505' } } });
    expect(await counts()).toEqual({ a: 0, b: 0, twice: 0 });
  });

  it.each([
    ['after it has written', true],
    ['before it has written', false],
  ])('are kept where one of them throws %s, and of that nothing', async (_when, writes) => {
    const all = [
      test.store.write(put('a')),
      test.store.write(async (tx) => {
        if (writes) await put('gone')(tx);
        else await tx.run(selectCounters, {});
        throw new Error('No.');
      }),
      test.store.write(put('b')),
    ];
    const [, threw] = await Promise.allSettled(all);
    expect(threw).toMatchObject({ status: 'rejected', reason: { message: 'No.' } });
    expect(await counts()).toEqual({ a: 0, b: 0 });
  });

  it('are kept where one of them awaits something else, and that one as well', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = test.store.write(async (tx) => {
      await put('slow')(tx);
      await gate.promise;
    });
    await Promise.all(['a', 'b', 'c'].map((key) => test.store.write(put(key))));
    expect(await counts()).toEqual({ a: 0, b: 0, c: 0 });
    gate.resolve();
    await slow;
    expect(await counts()).toEqual({ a: 0, b: 0, c: 0, slow: 0 });
  });

  it('are kept where all connections of the process are ended under them', async () => {
    const all = Array.from({ length: 20 }, (_, i) =>
      test.store.write(async (tx) => {
        if (i === 7) await end();
        await put(`k${i}`)(tx);
      }),
    );
    let isFirst = true;
    const end = async (): Promise<void> => {
      if (!isFirst) return;
      isFirst = false;
      await behind(
        test.url,
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    };
    const settled = await Promise.allSettled(all);
    const kept = settled.flatMap(({ status }, i) => (status === 'fulfilled' ? [`k${i}`] : []));
    // A connection that was ended is given to whoever comes next, until the process has heard of its end.
    const left = await vi.waitFor(counts, { timeout: 60_000, interval: 20 });
    expect(Object.keys(left)).toEqual(expect.arrayContaining(kept));
  });

  it('come to what they would one after another, whatever they do', async () => {
    const keys = ['a', 'b', 'c'];
    const step = fc.record({ key: fc.constantFrom(...keys), by: fc.integer({ min: 1, max: 9 }) });
    const write = fc.record({ steps: fc.array(step, { maxLength: 4 }), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 2, maxLength: 12 }), async (writes) => {
        await behind(test.url, 'delete from idempotency_keys where shop_id is not null');
        await test.store.write(async (tx) => {
          for (const key of keys) await put(key)(tx);
        });
        const settled = await Promise.allSettled(
          writes.map(({ steps, fails }) =>
            test.store.write(async (tx) => {
              for (const { key, by } of steps) await addTo(tx, key, by);
              if (fails) throw new Error('No.');
            }),
          ),
        );
        expect(settled.map(({ status }) => status === 'rejected')).toEqual(
          writes.map(({ fails }) => fails),
        );
        const expected = Object.fromEntries(
          keys.map((key) => [
            key,
            writes
              .filter(({ fails }) => !fails)
              .flatMap(({ steps }) => steps)
              .filter((one) => one.key === key)
              .reduce((sum, { by }) => sum + by, 0),
          ]),
        );
        expect(await counts()).toEqual(expected);
      }),
      { numRuns: process.env['OKAERI_TEST_LONG'] === undefined ? 40 : 2000 },
    );
  });
});
