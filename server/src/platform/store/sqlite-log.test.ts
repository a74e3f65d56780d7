import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountSmallDisk, type SmallDisk } from '../../testing/small-disk.ts';
import { migrateSqlite } from './migrate.ts';
import { sqliteTables } from '../../schema.ts';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';
import { createLogKeeper } from './sqlite-log.ts';
import { LOG_PAGES, logPagesFor, PAGE_BYTES } from './sqlite-log-rules.ts';
import { createSqliteWriter } from './sqlite-writer.ts';
import { arg, change } from './statement.ts';

const keep = change<{ answer: string }>()('test.keep', (db, t) =>
  db
    .insert(t.idempotencyKeys)
    .values({
      shopId: 's',
      principal: 'p',
      route: 'r',
      key: 'k',
      bodyDigest: '',
      status: 0,
      answer: arg('answer') as never,
      createdAt: 0,
    })
    .onConflictDoUpdate({
      target: [
        t.idempotencyKeys.shopId,
        t.idempotencyKeys.principal,
        t.idempotencyKeys.route,
        t.idempotencyKeys.key,
      ],
      set: { answer: arg('answer') as never },
    }),
);

describe('how long the log may be', () => {
  it('is some 32 MB where there is room, and 1 MB where there is none', () => {
    expect(logPagesFor({ freeBytes: 1e12, logBytes: 0 })).toBe(LOG_PAGES.max);
    expect(logPagesFor({ freeBytes: 0, logBytes: 0 })).toBe(LOG_PAGES.min);
  });

  it('is a quarter of what is free and of what it has, whatever they are', () => {
    const bytes = fc.integer({ min: 0, max: 200_000_000 });
    fc.assert(
      fc.property(bytes, bytes, (freeBytes, logBytes) => {
        const pages = logPagesFor({ freeBytes, logBytes });
        expect(pages).toBeGreaterThanOrEqual(LOG_PAGES.min);
        expect(pages).toBeLessThanOrEqual(LOG_PAGES.max);
        if (pages > LOG_PAGES.min)
          expect(pages * PAGE_BYTES).toBeLessThanOrEqual((freeBytes + logBytes) / 4);
      }),
    );
  });
});

const probe = mountSmallDisk();
probe?.dispose();

describe.runIf(probe !== undefined)('the log on a small disk', () => {
  let disk: SmallDisk;
  let connection: SqliteConnection;
  let path: string;

  beforeEach(() => {
    const mounted = mountSmallDisk();
    if (mounted === undefined) throw new Error('The disk can no longer be mounted.');
    disk = mounted;
    path = join(disk.folder, 'test.db');
    migrateSqlite(path);
    connection = openSqliteConnection(path, sqliteTables, 'writer');
  });
  afterEach(() => {
    connection.database.close();
    disk.dispose();
  });

  it('is written back before it fills it: a hundred megabytes go through, none is refused', async () => {
    const writer = createSqliteWriter(connection);
    for (let number = 0; number < 1600; number += 1) {
      const answer = String(number % 10).repeat(65_536);
      await writer.write((tx) => tx.run(keep, { answer }));
    }
    expect(statSync(path).size).toBeLessThan(5_000_000);
    expect(statSync(`${path}-wal`).size).toBeLessThan(6_000_000);
  });

  it('is cut when others have filled the disk since', async () => {
    let now = 0;
    const keeper = createLogKeeper(connection.database, () => now);
    const write = (number: number): unknown =>
      connection.run(keep, { answer: String(number % 10).repeat(65_536) });
    keeper.look();
    for (let number = 0; number < 60; number += 1) write(number);
    const before = statSync(`${path}-wal`).size;
    expect(before).toBeGreaterThan(3_000_000);
    disk.fill(500_000);
    now = 999;
    keeper.look();
    now = 1000;
    keeper.look();
    for (let number = 0; number < 60; number += 1) write(number);
    expect(statSync(`${path}-wal`).size).toBeLessThan(before / 2);
  });
});
