import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startOwnPostgres } from '../../testing/own-postgres.ts';
import { postgresTables } from '../../schema.ts';
import { openPostgresStore } from './postgres.ts';
import { arg, change, rows } from './statement.ts';
import {
  STORE_LIMITS,
  StoreBusyError,
  StoreUnavailableError,
  TransactionLostError,
  type Tx,
} from './store.ts';

const insertKey = change<{ key: string }>()('test.insertPostgresKey', (db, t) =>
  db.insert(t.idempotencyKeys).values({
    shopId: 's',
    principal: 'p',
    route: 'r',
    key: arg('key') as never,
    bodyDigest: '',
    status: 0,
    answer: {},
    createdAt: 0,
  }),
);
const selectKeys = rows<Record<string, never>>()('test.selectPostgresKeys', (db, t) =>
  db.select({ key: t.idempotencyKeys.key }).from(t.idempotencyKeys).orderBy(t.idempotencyKeys.key),
);

/** Ends every other connection to the database. */
const END_OTHERS =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
const LIMITS = {
  lockWaitMs: 2000,
  lockTryMs: 100,
  statementMs: 2000,
  idleInTransactionMs: 2000,
  writersMax: 2,
  visitorWritersMax: 1,
  connectMs: 10_000,
};

const put = (key: string) => (tx: Tx) => tx.run(insertKey, { key });

describe('the store on PostgreSQL', () => {
  let test: TestStore;
  beforeAll(async () => {
    const postgres = ENGINES.find(({ engine }) => engine === 'PostgreSQL');
    if (postgres === undefined) throw new Error('There is no PostgreSQL to test.');
    test = await postgres.openTestStore(LIMITS);
  });
  afterEach(() =>
    sql(
      'drop function if exists act cascade; delete from idempotency_keys where shop_id is not null',
    ),
  );
  afterAll(() => test.dispose());

  const kept = async (): Promise<string[]> =>
    (await test.store.read((tx) => tx.run(selectKeys, {}))).map(({ key }) => key);
  const sql = (statement: string): Promise<unknown[]> => behind(test.url, statement);
  /** Runs SQL whenever a key is written, in the same session; or at its COMMIT. */
  const onInsert = async (body: string, when: 'statement' | 'commit'): Promise<void> => {
    await sql(
      `create function act() returns trigger language plpgsql as $$ begin if new.key = 'x' then ${body}; end if; return new; end $$`,
    );
    await sql(
      when === 'statement'
        ? 'create trigger act before insert on idempotency_keys for each row execute function act()'
        : 'create constraint trigger act after insert on idempotency_keys deferrable initially deferred for each row execute function act()',
    );
  };

  it('goes on when connections that rest are ended', async () => {
    await test.store.write(put('a'));
    await sql(END_OTHERS);
    await new Promise((done) => setTimeout(done, 100));
    await test.store.write(put('b'));
    expect(await kept()).toEqual(['a', 'b']);
    await test.store.probe();
  });

  it.each([
    ['between two statements', async (tx: Tx) => tx.run(insertKey, { key: 'b' })],
    ['before its COMMIT, and the writing code has not noticed', async () => undefined],
    ['and the writing code swallows it', async (tx: Tx) => tx.run(selectKeys, {}).catch(() => [])],
  ])('keeps nothing of a write whose connection is ended %s, and says so', async (_when, then) => {
    const lost = test.store.write(async (tx) => {
      await tx.run(insertKey, { key: 'a' });
      await sql(END_OTHERS);
      await new Promise((done) => setTimeout(done, 100));
      await then(tx);
    });
    await expect(lost).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      isOutcomeUnknown: false,
    });
    await test.store.write(put('c'));
    expect(await kept()).toEqual(['c']);
  });

  it('keeps nothing of a write whose connection is ended within a statement', async () => {
    await onInsert('perform pg_terminate_backend(pg_backend_pid())', 'statement');
    const lost = test.store.write(put('x'));
    await expect(lost).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      isOutcomeUnknown: false,
    });
    await test.store.write(put('c'));
    expect(await kept()).toEqual(['c']);
  });

  it('does not claim to know what came of a COMMIT whose answer was lost', async () => {
    await onInsert('perform pg_terminate_backend(pg_backend_pid())', 'commit');
    const lost = test.store.write(put('x'));
    await expect(lost).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      isOutcomeUnknown: true,
    });
    await test.store.write(put('c'));
    expect(await kept()).toEqual(['c']);
  });

  it('knows that nothing was kept where PostgreSQL refuses a COMMIT', async () => {
    await onInsert("raise exception 'no room' using errcode = '53100'", 'commit');
    await expect(test.store.write(put('x'))).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      isOutcomeUnknown: false,
    });
    expect(await kept()).toEqual([]);
  });

  it('does not acknowledge a write in which a failed statement was swallowed', async () => {
    await test.store.write(put('a'));
    const swallowed = test.store.write(async (tx) => {
      await tx.run(insertKey, { key: 'b' });
      await tx.run(insertKey, { key: 'a' }).catch(() => undefined);
      return 'all is well';
    });
    await expect(swallowed).rejects.toBeInstanceOf(TransactionLostError);
    expect(await kept()).toEqual(['a']);
  });

  it.each([
    ['53100', StoreUnavailableError],
    ['53300', StoreUnavailableError],
    ['58030', StoreUnavailableError],
    ['25006', StoreUnavailableError],
    ['57014', StoreBusyError],
  ])('answers error %s of a statement as what it is', async (code, kind) => {
    await onInsert(`raise exception 'x' using errcode = '${code}'`, 'statement');
    await expect(test.store.write(put('x'))).rejects.toBeInstanceOf(kind);
  });

  it('ends a statement that takes too long, and is well afterwards', async () => {
    await onInsert('perform pg_sleep(60)', 'statement');
    await expect(test.store.write(put('x'))).rejects.toBeInstanceOf(StoreBusyError);
    await test.store.write(put('c'));
    expect(await kept()).toEqual(['c']);
  });

  it('gives back a transaction in which nothing happens for too long', async () => {
    const resting = test.store.write(async (tx) => {
      await tx.run(insertKey, { key: 'a' });
      await new Promise((done) => setTimeout(done, 2 * LIMITS.idleInTransactionMs));
      await tx.run(insertKey, { key: 'b' });
    });
    await expect(resting).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await kept()).toEqual([]);
  });

  describe('while somebody else holds a row', () => {
    let other: Client;
    beforeEach(async () => {
      await test.store.write(put('held'));
      other = new Client({ connectionString: test.url });
      await other.connect();
      await other.query('begin');
      await other.query("insert into idempotency_keys select 's','p','r','a','',0,'{}',0");
    });
    afterEach(async () => {
      await other.query('rollback');
      await other.end();
    });

    it('writes once when the row is free again in time', async () => {
      const writing = test.store.write(put('a'));
      await new Promise((done) => setTimeout(done, 300));
      await other.query('rollback');
      await writing;
      expect(await kept()).toEqual(['a', 'held']);
    });

    it('says that it is busy when the row stays held, with nothing kept', async () => {
      await expect(test.store.write(put('a'))).rejects.toBeInstanceOf(StoreBusyError);
      expect(await kept()).toEqual(['held']);
    });

    it('answers everybody else, with more writes that wait than there are connections', async () => {
      const waiting = Array.from({ length: 20 }, () => test.store.write(put('a')));
      const settled = Promise.allSettled(waiting);
      for (let i = 0; i < 5; i += 1) {
        await test.store.write(put(`other${i}`));
        expect(await kept()).toHaveLength(i + 2);
      }
      for (const result of await settled)
        expect(result).toMatchObject({ reason: expect.any(StoreBusyError) });
    });
  });

  it('reads while writes hold all the connections that write', async () => {
    const gate = Promise.withResolvers<void>();
    const held = Array.from({ length: LIMITS.writersMax }, () =>
      test.store.write(() => gate.promise),
    );
    expect(await kept()).toEqual([]);
    gate.resolve();
    await Promise.all(held);
  });
});

describe('the store on a PostgreSQL that is frozen', () => {
  it('notices, gives up, and never takes an old answer for a new one', async () => {
    const postgres = await startOwnPostgres();
    const limits = { ...STORE_LIMITS, answerMs: 500, connectMs: 500, probeMs: 300, readersMax: 2 };
    const store = await openPostgresStore(
      postgres.url,
      { logger: createLogger('silent'), tables: postgresTables },
      limits,
    );
    const keys = (): Promise<{ key: string }[]> => store.read((tx) => tx.run(selectKeys, {}));
    await store.write(put('a'));
    await store.probe();
    expect(await keys()).toHaveLength(1);
    postgres.freeze();
    const ends = await Promise.allSettled([
      store.write(put('b')),
      ...Array.from({ length: 5 }, keys),
      ...Array.from({ length: 5 }, () => store.probe()),
    ]);
    for (const end of ends) expect(end.status).toBe('rejected');
    expect(ends[0]).toMatchObject({ reason: expect.any(StoreUnavailableError) });
    for (const end of ends.slice(6))
      expect(end).toMatchObject({ reason: expect.any(StoreUnavailableError) });
    postgres.thaw();
    await store.write(put('c'));
    await store.probe();
    expect((await keys()).map(({ key }) => key)).toEqual(['a', 'c']);
    await store.close();
    await postgres.dispose();
  });
});
