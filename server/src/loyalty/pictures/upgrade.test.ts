import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { programDocument } from '@okaeri/shared/program';
import { defaultProgram } from '../program/default-program.ts';
import { behind } from '../../testing/behind.ts';
import { upgradePostgres, upgradeSqlite } from '../../testing/former-release.ts';

const VERSION = JSON.stringify(defaultProgram('USD')).replaceAll("'", "''");
const PUBLISHED = (version: number): string =>
  `insert into program_versions (shop_id, version, document, published_at) values ('s', ${version}, '${VERSION}', 1)`;

/** A shop with a programme, a draft and a photo: written as the release before wrote them. */
const fill = async (url: string, no: string): Promise<void> => {
  for (const statement of [
    `insert into shops (id, name, currency, public_key, origins, sandbox, clock_offset_ms, program_version, version, created_at) values ('s', 'Shop', 'USD', 'okr_pk', '[]', ${no}, 0, 1, 1, 1)`,
    PUBLISHED(1),
    `insert into program_drafts (shop_id, document, revision, updated_at) values ('s', '${VERSION}', 1, 1)`,
    "insert into review_photos (shop_id, id, position, width, height, bytes, likeness, band0, band1, band2, band3, created_at) values ('s', 'photo', 0, 1, 1, 1, 'x', 'a', 'b', 'c', 'd', 1)",
  ])
    await behind(url, statement);
};

/** What there is after the upgrade, and that the release before goes on publishing. */
const hold = async (url: string): Promise<void> => {
  expect(await behind(url, 'select id from pictures')).toEqual([]);
  expect(await behind(url, 'select id from review_photos')).toEqual([{ id: 'photo' }]);
  for (const table of ['program_versions', 'program_drafts']) {
    const rows = await behind(url, `select document from ${table}`);
    const [row] = rows as { document: unknown }[];
    const document = typeof row?.document === 'string' ? JSON.parse(row.document) : row?.document;
    expect(programDocument.parse(document)).toEqual(defaultProgram('USD'));
  }
  await behind(url, PUBLISHED(2));
  await behind(
    url,
    "insert into pictures (shop_id, id, width, height, bytes, created_at) values ('s', 'p', 1, 1, 1, 1)",
  );
  expect(await behind(url, 'select id from pictures')).toEqual([{ id: 'p' }]);
};

describe('a database of the release before, with a programme in force', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-upgrade-'));
  afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));
  const former = { folder, last: '0021_products', fill, hold };

  it('takes pictures once it is upgraded on SQLite, and reads as it did', () =>
    upgradeSqlite(former));

  it('takes pictures once it is upgraded on PostgreSQL, and reads as it did', () =>
    upgradePostgres(former));
});
