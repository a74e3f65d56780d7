import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { behind } from '../../testing/behind.ts';
import { upgradePostgres, upgradeSqlite } from '../../testing/former-release.ts';

/** Shoppers with subscriptions, refusals and contacts, as the release before wrote them. */
const fill = async (url: string, no: string): Promise<void> => {
  const yes = no === '0' ? '1' : 'true';
  const shopper = (id: string, newsletter: string, erasedAt = 'null') =>
    `insert into shoppers (shop_id, id, external_id, status, newsletter, tokens_not_before, pending, available, held, lifetime, sequence, chain_head, next_change_at, version, created_at, erased_at) values ('s', '${id}', '${id}', 'member', ${newsletter}, 0, 0, 0, 0, 0, 0, '', 1, 1, 7, ${erasedAt})`;
  for (const statement of [
    `insert into shops (id, name, currency, public_key, origins, sandbox, clock_offset_ms, program_version, version, created_at) values ('s', 'Shop', 'USD', 'okr_pk', '[]', ${no}, 0, 1, 1, 1)`,
    shopper('ada', yes),
    shopper('bea', no),
    shopper('gone', yes, '9'),
    "insert into contact_refusals (shop_id, shopper_id, kind, at) values ('s', 'bea', 'reviewRequest', 5)",
    "insert into contacts (shop_id, shopper_id, kind, channel, subject, at, dismissed_at) values ('s', 'ada', 'reviewRequest', 'email', 'o1', 3, null)",
    "insert into contacts (shop_id, shopper_id, kind, channel, subject, at, dismissed_at) values ('s', 'ada', 'nextStep', 'page', 'birthday', 4, 6)",
  ])
    await behind(url, statement);
};

const numbers = (rows: readonly unknown[]): unknown[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row as object).map(([name, value]) => [
        name,
        /_at$|^at$/.test(name) && value !== null ? Number(value) : value,
      ]),
    ),
  );

const hold = async (url: string): Promise<void> => {
  const said = await behind(
    url,
    'select shopper_id, purpose, channel, state, at, wording_id, source from consents order by shopper_id',
  );
  expect(numbers(said)).toEqual([
    {
      shopper_id: 'ada',
      purpose: 'marketing',
      channel: 'email',
      state: 'given',
      at: 7,
      wording_id: null,
      source: 'migrated',
    },
    {
      shopper_id: 'bea',
      purpose: 'reviews',
      channel: 'email',
      state: 'withdrawn',
      at: 5,
      wording_id: null,
      source: 'migrated',
    },
  ]);
  const touches = await behind(
    url,
    'select kind, class, channel, subject, decision, decided_at, dismissed_at from touches order by decided_at',
  );
  expect(numbers(touches)).toEqual([
    {
      kind: 'reviewRequest',
      class: 'relationship',
      channel: 'email',
      subject: 'o1',
      decision: 'sent',
      decided_at: 3,
      dismissed_at: null,
    },
    {
      kind: 'nextStep',
      class: 'marketing',
      channel: 'page',
      subject: 'birthday',
      decision: 'shown',
      decided_at: 4,
      dismissed_at: 6,
    },
  ]);
  // Nothing leaves because of it.
  expect(await behind(url, 'select id from outbox')).toEqual([]);
  await expect(
    behind(url, "update touches set decision = 'held' where subject = 'o1'"),
  ).rejects.toThrow('decided once');
  await expect(
    behind(url, "update touches set dismissed_at = 9 where subject = 'birthday'"),
  ).rejects.toThrow('decided once');
};

describe('a database of the release before, with subscriptions, refusals and contacts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-upgrade-'));
  afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));
  const former = { folder, last: '0024_lists', fill, hold };

  it('has consents and touches in their place once it is upgraded on SQLite, and sends nothing', () =>
    upgradeSqlite(former));

  it('has consents and touches in their place once it is upgraded on PostgreSQL, and sends nothing', () =>
    upgradePostgres(former));
});
