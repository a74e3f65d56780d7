import './compose-areas.ts';
import './connect/portability/import-shop.ts';
import { is, Param, Placeholder } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { describe, expect, it } from 'vitest';
import { footprintOf } from './platform/store/footprint-rules.ts';
import { STATEMENTS, type Db } from './platform/store/statement.ts';
import { keysOfTables } from './platform/store/table-keys.ts';
import { postgresTables } from './schema.ts';

const db = drizzle.mock() as unknown as Db;
const keyOf = keysOfTables(postgresTables);

const nameOf = (param: unknown): string | undefined => {
  const value = is(param, Param) ? param.value : param;
  return is(value, Placeholder) ? value.name : undefined;
};

// Tests that ran before in this process have statements of their own.
const own = [...STATEMENTS].filter(([name]) => !name.startsWith('test.'));
const all = own.map(([name, { build }]) => {
  const query = build(db, postgresTables) as object as {
    toSQL(): { sql: string; params: unknown[] };
  };
  const { sql, params } = query.toSQL();
  return { name, sql, footprint: footprintOf(sql, params.map(nameOf), keyOf) };
});

/** Statements that bring rows which others have, and know no single one of them. */
const COPIES = [
  'absorbNewsletters',
  'absorbRefusals',
  'copyReviewOffersOf',
  'insertAllShopperChanges',
  'insertTouchesOfContacts',
];

describe('the statements of the server, on PostgreSQL', () => {
  it('name a table that has a key', () => {
    const nameless = all.filter(({ footprint }) => keyOf(footprint.table).length === 0);
    expect(all.length).toBeGreaterThan(300);
    // Those that read may begin with something else than a table.
    expect(nameless.filter(({ footprint }) => footprint.kind !== 'reads')).toEqual([]);
  });

  it('that read change nothing, so that none of them needs a row to itself', () => {
    const reads = all.filter(({ footprint }) => footprint.kind === 'reads');
    const changing = /\b(insert into|update "|delete from|for (update|share))\b/i;
    expect(reads.filter(({ sql }) => changing.test(sql)).map(({ name }) => name)).toEqual([]);
  });

  it('that insert know the key of the row, so that writes of a group need not wait for each other', () => {
    const inserts = all.filter(({ sql }) => /^insert into/i.test(sql));
    const vague = inserts.filter(({ footprint }) => footprint.keyArgs === undefined);
    expect(inserts.length).toBeGreaterThan(60);
    expect(vague.map(({ name }) => name).toSorted()).toEqual(COPIES);
  });

  it('that lock rows give their whole key, so that only those rows are held', () => {
    const locks = all.filter(({ footprint }) => footprint.kind === 'locks');
    expect(locks.length).toBeGreaterThan(10);
    for (const { name, sql, footprint } of locks) {
      const [selected = ''] = sql.split(' from ');
      for (const { column } of keyOf(footprint.table))
        expect([name, selected]).toEqual([name, expect.stringContaining(`"${column}"`)]);
    }
  });

  it.each([
    'lockOrder insertOrder updateOrder',
    'lockShopper insertShopper updateBalance',
    'insertAward updateAward insertTransaction addUsage touchUsage',
    'insertRedemption updateHolding takePoolCode keepAnswer',
    'insertOutbox insertWebhookMessage insertShopperChange',
  ])('of the busiest writes touch single rows: %s', (names) => {
    for (const name of names.split(' ')) {
      const footprint = all.find((one) => one.name === name)?.footprint;
      const isSingle = footprint?.kind === 'locks' || footprint?.keyArgs !== undefined;
      expect([name, isSingle]).toEqual([name, true]);
    }
  });
});
