import { sql } from 'drizzle-orm';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateSqlite } from './migrate.ts';
import { sqliteTables } from '../../schema.ts';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';
import { createSqliteWriter, type SqliteWriter } from './sqlite-writer.ts';
import { arg, change, rows } from './statement.ts';
import {
  AwaitInWriteError,
  HandleClosedError,
  StoreBusyError,
  TransactionLostError,
  type Tx,
} from './store.ts';

const insertKey = change<{ key: string }>()('test.insertKey', (db, t) =>
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
const selectKeys = rows<Record<string, never>>()('test.selectKeys', (db, t) =>
  db
    .select({ key: t.idempotencyKeys.key })
    .from(t.idempotencyKeys)
    .orderBy(sql`rowid`),
);

const LIMITS = { queueMax: 8, visitorQueueMax: 4, groupMax: 4, visitorTurn: 4, lockWaitMs: 300 };

describe('the grouped writer', () => {
  let folder: string;
  let path: string;
  let connection: SqliteConnection;
  let writer: SqliteWriter;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okaeri-writer-'));
    path = join(folder, 'test.db');
    migrateSqlite(path);
    connection = openSqliteConnection(path, sqliteTables, 'writer');
    writer = createSqliteWriter(connection, LIMITS);
  });
  afterEach(async () => {
    await writer.drained();
    connection.database.close();
    rmSync(folder, { recursive: true });
  });

  const put = (key: string) => (tx: Tx) => tx.run(insertKey, { key });
  const kept = (): string[] => {
    const other = new Database(path, { readonly: true });
    const keys = other.prepare('select key from idempotency_keys order by rowid').pluck().all();
    other.close();
    return keys as string[];
  };

  it('answers only after what was written is there for others', async () => {
    await writer.write(put('a'));
    expect(kept()).toEqual(['a']);
  });

  it('commits writes that arrive together as one group, in their order', async () => {
    await Promise.all(['a', 'b', 'c'].map((key) => writer.write(put(key))));
    expect(kept()).toEqual(['a', 'b', 'c']);
  });

  it('undoes only the write that a rule refuses inside a group', async () => {
    const refuse = async (tx: Tx): Promise<never> => {
      await tx.run(insertKey, { key: 'refused' });
      throw new Error('refused by a rule');
    };
    const results = await Promise.allSettled([
      writer.write(put('a')),
      writer.write(refuse),
      writer.write(put('b')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(kept()).toEqual(['a', 'b']);
  });

  it('undoes only the write that breaks a constraint inside a group', async () => {
    const results = await Promise.allSettled([
      writer.write(put('a')),
      writer.write(put('a')),
      writer.write(put('b')),
    ]);
    expect(results[1]).toMatchObject({
      status: 'rejected',
      reason: { code: expect.stringMatching(/^SQLITE_CONSTRAINT/) },
    });
    expect(kept()).toEqual(['a', 'b']);
  });

  it('fails the whole group, with the original cause, when SQLite itself rolls back', async () => {
    connection.database.exec(
      "create trigger broken before insert on idempotency_keys when new.key = 'x' begin select raise(rollback, 'the disk is full'); end",
    );
    // Even a body that swallows the error cannot save its group.
    const swallow = async (tx: Tx): Promise<string> => {
      await tx.run(insertKey, { key: 'x' }).catch(() => undefined);
      return 'all is well';
    };
    const results = await Promise.allSettled([
      writer.write(put('a')),
      writer.write(swallow),
      writer.write(put('b')),
    ]);
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected' });
      const { reason } = result as PromiseRejectedResult;
      expect(reason).toBeInstanceOf(TransactionLostError);
      expect(String((reason as Error).cause)).toContain('the disk is full');
    }
    expect(kept()).toEqual([]);
    await writer.write(put('after'));
    expect(kept()).toEqual(['after']);
  });

  it('refuses one write more than the queue holds, and takes writes again afterwards', async () => {
    const waiting = Array.from({ length: LIMITS.queueMax }, (_, i) => writer.write(put(`k${i}`)));
    await expect(writer.write(put('one more'))).rejects.toBeInstanceOf(StoreBusyError);
    await Promise.all(waiting);
    await writer.write(put('later'));
    expect(kept()).toHaveLength(LIMITS.queueMax + 1);
  });

  describe('with writes that visitors cause', () => {
    /** Queues so many of each, all at once, and gives what was kept in its order. */
    const queue = async (merchants: number, visitors: number): Promise<string> => {
      await Promise.all([
        ...Array.from({ length: visitors }, (_, i) => writer.write(put(`v${i}`), 'visitor')),
        ...Array.from({ length: merchants }, (_, i) => writer.write(put(`m${i}`))),
      ]);
      return kept()
        .map((key) => key[0])
        .join('');
    };

    it('refuses visitors when their queue is full, and still takes merchants', async () => {
      const full = Array.from({ length: LIMITS.visitorQueueMax }, (_, i) =>
        writer.write(put(`v${i}`), 'visitor'),
      );
      expect(writer.counts().waiting).toEqual({ merchant: 0, visitor: LIMITS.visitorQueueMax });
      const oneMore = writer.write(put('v'), 'visitor');
      await expect(oneMore).rejects.toBeInstanceOf(StoreBusyError);
      const merchants = Array.from({ length: LIMITS.queueMax }, (_, i) =>
        writer.write(put(`m${i}`)),
      );
      await Promise.all([...full, ...merchants]);
      expect(kept()).toHaveLength(LIMITS.visitorQueueMax + LIMITS.queueMax);
      await writer.write(put('later'), 'visitor');
    });

    it('gives merchants most of each group, and visitors their part of it', async () => {
      expect(await queue(8, 4)).toBe('mmmvmmmvmmvv');
    });

    it('gives a whole group to a single writer', async () => {
      expect(await queue(0, 4)).toBe('vvvv');
      expect(writer.counts().groups).toBe(1);
    });

    it('fills a group with visitors where fewer merchants wait', async () => {
      expect(await queue(1, 4)).toBe('mvvvv');
      expect(writer.counts().groups).toBe(2);
    });
  });

  describe('when the file may not grow', () => {
    const big = 'x'.repeat(200_000);
    const pages = (): unknown => connection.database.pragma('page_count', { simple: true });

    it('refuses what has no room as unavailable, keeps all it acknowledged, and goes on once there is room', async () => {
      await writer.write(put('before'));
      connection.database.pragma(`max_page_count = ${String(pages())}`);
      const results = await Promise.allSettled([
        writer.write(put(big)),
        writer.write(put(`${big}1`)),
        writer.write(put(`${big}2`)),
      ]);
      for (const result of results)
        expect(result).toMatchObject({
          reason: { name: 'StoreUnavailableError', isOutcomeUnknown: false },
        });
      expect(kept()).toEqual(['before']);
      connection.database.pragma('max_page_count = 100000');
      await writer.write(put(big));
      expect(kept()).toEqual(['before', big]);
    });
  });

  it.each([
    ['a timer', () => new Promise((done) => setTimeout(done, 0))],
    ['setImmediate', () => new Promise((done) => setImmediate(done))],
    ['a promise that never settles', () => new Promise(() => undefined)],
  ])('refuses a body that awaits %s, and keeps the others of its group', async (_name, wait) => {
    const stray = async (tx: Tx): Promise<void> => {
      await tx.run(insertKey, { key: 'stray' });
      await wait();
      await tx.run(insertKey, { key: 'too late' });
    };
    const results = await Promise.allSettled([
      writer.write(put('a')),
      writer.write(stray),
      writer.write(put('b')),
    ]);
    expect(results[1]).toMatchObject({ reason: expect.any(AwaitInWriteError) });
    await new Promise((done) => setTimeout(done, 5));
    expect(kept()).toEqual(['a', 'b']);
  });

  it('revokes the handle when its write has ended', async () => {
    let leaked: Tx | undefined;
    await writer.write(async (tx) => {
      leaked = tx;
    });
    await expect(leaked?.run(selectKeys, {})).rejects.toBeInstanceOf(HandleClosedError);
  });

  it('waits for another process that writes, without holding the event loop', async () => {
    const other = new Database(path);
    other.exec('begin immediate; update idempotency_keys set status = 1');
    let isSettled = false;
    const writing = writer.write(put('a')).finally(() => (isSettled = true));
    // Whoever held the event loop would have given up, and settled, before the second turn.
    for (let turn = 0; turn < 10; turn += 1) await new Promise((done) => setTimeout(done, 1));
    expect(isSettled).toBe(false);
    other.exec('commit');
    await writing;
    other.close();
    expect(kept()).toEqual(['a']);
  });

  it('gives up on a database that stays locked, and says so as busy', async () => {
    const other = new Database(path);
    other.exec('begin immediate');
    await expect(writer.write(put('a'))).rejects.toBeInstanceOf(StoreBusyError);
    other.exec('rollback');
    other.close();
    await writer.write(put('b'));
    expect(kept()).toEqual(['b']);
  });
});
