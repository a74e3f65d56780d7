import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { behind } from '../../testing/behind.ts';
import { upgradePostgres, upgradeSqlite } from '../../testing/former-release.ts';

const COLUMNS =
  'shop_id, platform, address, sealed, money, state, swept_to, sweep_at, sweep_note, connected_at, version';
const FILLED = `insert into connections (${COLUMNS}) values ('s', 'shopify', 'a.myshopify.com', 'x', 'shop', 'connected', 5, 6, null, 1, 1)`;

/** A shop that is connected, with an order: written as the release before wrote them. */
const fill = async (url: string, no: string): Promise<void> => {
  await behind(
    url,
    `insert into shops (id, name, currency, public_key, origins, sandbox, clock_offset_ms, program_version, version, created_at) values ('s', 'Shop', 'USD', 'okr_pk', '[]', ${no}, 0, 1, 1, 1)`,
  );
  await behind(url, FILLED);
  await behind(
    url,
    "insert into orders (shop_id, id, updated_at, currency, program_version, state, contexts, version) values ('s', 'o', 1, 'USD', 1, '{}', '{}', 1)",
  );
};

/** What the upgrade made of the shop’s connection, and what the release before still writes. */
const hold = async (url: string): Promise<void> => {
  const read =
    "select swept_to, products_swept_to, products_cursor from connections where shop_id = 's'";
  const [row] = (await behind(url, read)) as Record<string, unknown>[];
  expect([row?.['swept_to'], row?.['products_swept_to']].map(Number)).toEqual([5, 0]);
  expect(row?.['products_cursor']).toBeNull();
  await behind(url, "delete from connections where shop_id = 's'");
  await behind(url, FILLED);
  expect(await behind(url, 'select id from products')).toEqual([]);
  expect(await behind(url, 'select id from orders')).toEqual([{ id: 'o' }]);
};

describe('a database of the release before, with a shop that is connected', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-upgrade-'));
  afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));
  const former = { folder, last: '0020_people', fill, hold };

  it('is upgraded on SQLite, and what it had stays', () => upgradeSqlite(former));

  it('is upgraded on PostgreSQL, and what it had stays', () => upgradePostgres(former));
});
