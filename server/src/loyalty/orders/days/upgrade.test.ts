import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createDeps } from '../../../create-deps.ts';
import { openStore } from '../../../open-store.ts';
import { createLogger } from '../../../platform/lib/logger.ts';
import { behind } from '../../../testing/behind.ts';
import { upgradePostgres, upgradeSqlite } from '../../../testing/former-release.ts';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { TEST_MEDIA, TEST_OUTSIDE, TEST_URL } from '../../../testing/test-media.ts';
import { TODAY } from '../../../testing/today.ts';
import { testProgram } from '../../../testing/world.ts';
import { countShops } from './count-shops.ts';
import { areDaysCounted } from './day-terms.ts';

/** More than one page of orders, of shoppers who each bought on three days, twice on the last. */
const SHOPPERS = 700;
const TERMS = { timeZone: 'Asia/Tokyo', currency: 'USD' };
const DAYS = ['2026-01-31T23:30:00Z', '2026-02-10T00:00:00Z', '2026-03-01T10:00:00Z'];

const orderOf = (n: number): unknown => {
  const placedAt = DAYS[Math.min(n, 2)] ?? '';
  return anOrder({ placedAt, updatedAt: placedAt, lines: [aLine('a', 1000 + n)] });
};

/** A shop with orders as the release before wrote them: nobody has counted them. */
const fill = async (url: string, no: string): Promise<void> => {
  const document = JSON.stringify(testProgram({ timeZone: TERMS.timeZone }));
  const shopper = (i: number): string => `s${String(i).padStart(4, '0')}`;
  const shoppers = Array.from(
    { length: SHOPPERS },
    (_, i) => `('s', '${shopper(i)}', 'guest', 0, 0, 0, 0, 0, 0, '', 1, 1, 7)`,
  );
  const orders = shoppers.flatMap((_, i) =>
    [0, 1, 2, 3].map(
      (n) =>
        `('s', 'o${i}-${n}', '${shopper(i)}', 1, 'USD', 1, '${JSON.stringify(orderOf(n))}', '{}', 1, 'x')`,
    ),
  );
  for (const statement of [
    `insert into shops (id, name, currency, public_key, origins, sandbox, clock_offset_ms, program_version, version, created_at) values ('s', 'Shop', 'USD', 'okr_pk', '[]', ${no}, 0, 1, 1, 1)`,
    `insert into program_versions (shop_id, version, document, published_at) values ('s', 1, '${document.replaceAll("'", "''")}', 1)`,
    `insert into shoppers (shop_id, id, status, tokens_not_before, pending, available, held, lifetime, sequence, chain_head, next_change_at, version, created_at) values ${shoppers.join(', ')}`,
    `insert into orders (shop_id, id, shopper_id, updated_at, currency, program_version, state, contexts, version, number_key) values ${orders.join(', ')}`,
  ])
    await behind(url, statement);
};

const hold = async (url: string): Promise<void> => {
  const logger = createLogger('silent');
  const store = await openStore(url, logger);
  const deps = createDeps({
    store,
    clock: { now: () => TODAY },
    logger,
    secretKey: randomBytes(32),
    publicUrl: TEST_URL,
    media: TEST_MEDIA,
    fetchOutside: TEST_OUTSIDE,
    mail: null,
  });
  const isCounted = (): Promise<boolean> => store.read((tx) => areDaysCounted(tx, 's', TERMS));
  const days = async () =>
    (
      (await behind(
        url,
        'select day, count(*) as shoppers, sum(orders) as orders, sum(value_minor) as minor from purchase_days group by day order by day',
      )) as Record<string, unknown>[]
    ).map((row) => Object.values(row).map(Number));
  expect([await isCounted(), await days()]).toEqual([false, []]);
  await countShops(deps);
  const day = (date: string): number => Date.parse(date) / 86_400_000;
  const counted = [
    [day('2026-02-01'), SHOPPERS, SHOPPERS, SHOPPERS * 1000],
    [day('2026-02-10'), SHOPPERS, SHOPPERS, SHOPPERS * 1001],
    [day('2026-03-01'), SHOPPERS, 2 * SHOPPERS, SHOPPERS * (1002 + 1003)],
  ];
  expect([await isCounted(), await days()]).toEqual([true, counted]);
  // A second time there is nothing to do.
  await countShops(deps);
  expect(await days()).toEqual(counted);
  await store.close();
};

describe('a filled database of the release before purchase days', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-days-'));
  afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));
  const former = { folder, last: '0033_lists-by-condition', fill, hold };

  it(
    'is counted by a job after the start, on SQLite, and says so until it is',
    () => upgradeSqlite(former),
    60_000,
  );

  it(
    'is counted by a job after the start, on PostgreSQL, and says so until it is',
    () => upgradePostgres(former),
    60_000,
  );
});
