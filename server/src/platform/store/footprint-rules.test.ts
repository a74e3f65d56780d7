import { describe, expect, it } from 'vitest';
import { footprintOf, heldByArgs, heldByRows, meet } from './footprint-rules.ts';

const KEYS = {
  orders: [
    { column: 'shop_id', field: 'shopId' },
    { column: 'id', field: 'id' },
  ],
  notes: [],
  drafts: [{ column: 'id', field: 'id' }],
};
const keyOf = (table: string) =>
  table === 'orders' ? KEYS.orders : table === 'drafts' ? KEYS.drafts : KEYS.notes;
const read = (text: string, ...args: (string | undefined)[]) => footprintOf(text, args, keyOf);

const BY_KEY =
  '("orders"."shop_id" = cast($2 as text) and "orders"."id" = cast($3 as text) and "orders"."version" = $4)';

describe('what a statement touches', () => {
  it.each([
    ['a SELECT reads', 'select "id" from "orders" where "orders"."id" = $1', ['id'], 'reads'],
    ['a SELECT FOR UPDATE locks', 'select "id" from "orders" for update', [], 'locks'],
    [
      'one that passes over locked rows locks',
      'select 1 from "orders" for update skip locked',
      [],
      'locks',
    ],
    ['an INSERT writes', 'insert into "orders" ("id") values ($1)', ['id'], 'writes'],
    ['an UPDATE writes', 'update "orders" set "id" = $1', ['id'], 'writes'],
    ['a DELETE writes', 'delete from "orders"', [], 'writes'],
    ['a statement in small letters and without quotes is read', 'DELETE FROM orders', [], 'writes'],
  ])('%s', (_, text, args, kind) => {
    expect(read(text, ...args)).toMatchObject({ kind, table: 'orders' });
  });

  it.each([
    [
      'an inserted row is known by its key',
      'insert into "orders" ("id", "state", "shop_id") values ($1, $2, $3) on conflict do nothing',
      ['order', 'state', 'shop'],
      ['shop', 'order'],
    ],
    [
      'a default between the values moves no argument',
      'insert into "orders" ("state", "shop_id", "id") values (default, $1, $2)',
      ['shop', 'order'],
      ['shop', 'order'],
    ],
    [
      'a changed row is known by its condition',
      `update "orders" set "state" = $1 where ${BY_KEY}`,
      ['state', 'shop', 'order', 'seen'],
      ['shop', 'order'],
    ],
    [
      'one that is given back as well',
      `delete from "orders" where ${BY_KEY} returning "id"`,
      ['x', 'shop', 'order', 'seen'],
      ['shop', 'order'],
    ],
    [
      'a row is known by a key of one column',
      'delete from "drafts" where "id" = $1',
      ['draft'],
      ['draft'],
    ],
    [
      'rows of two tuples may be any',
      'insert into "orders" ("shop_id", "id") values ($1, $2), ($3, $4)',
      ['shop', 'order', 'shop2', 'order2'],
      undefined,
    ],
    [
      'rows of another table may be any',
      'insert into "orders" ("shop_id", "id") select "shop_id", "id" from "old"',
      [],
      undefined,
    ],
    [
      'a part of the key may be any row',
      'update "orders" set "state" = $1 where "orders"."shop_id" = $2',
      ['state', 'shop'],
      undefined,
    ],
    [
      'a fixed value in the key may be any row',
      'update "orders" set "state" = $1 where "shop_id" = $2 and "id" = $3',
      ['state', 'shop', undefined],
      undefined,
    ],
    [
      'an OR may be any row',
      `update "orders" set "state" = $1 where ${BY_KEY} or "state" = 'x'`,
      ['state', 'shop', 'order', 'seen'],
      undefined,
    ],
    [
      'a subquery may be any row',
      `delete from "orders" where ${BY_KEY} and not exists (select 1 from "orders")`,
      ['x', 'shop', 'order', 'seen'],
      undefined,
    ],
    [
      'a key that is compared otherwise may be any row',
      'delete from "orders" where "shop_id" = $1 and "id" > $2',
      ['shop', 'order'],
      undefined,
    ],
    ['no condition is every row', 'delete from "orders"', [], undefined],
    [
      'a table without a key has no single rows',
      'delete from "notes" where "id" = $1',
      ['id'],
      undefined,
    ],
  ])('%s', (_, text, args, keyArgs) => {
    expect(read(text, ...args).keyArgs).toEqual(keyArgs);
  });
});

describe('what a write holds', () => {
  const footprint = { kind: 'writes', table: 'orders', keyArgs: ['shop', 'order'] } as const;

  it('is the row whose key is in its arguments', () => {
    expect(heldByArgs(footprint, { order: 'o', shop: 's', state: 1 })).toEqual({
      table: 'orders',
      key: '["s","o"]',
    });
  });

  it('is any row where the key is not in its arguments', () => {
    const any = { table: 'orders', key: undefined };
    expect(heldByArgs(footprint, { shop: 's' })).toEqual(any);
    expect(heldByArgs(footprint, undefined)).toEqual(any);
    expect(heldByArgs({ ...footprint, keyArgs: undefined }, { shop: 's', order: 'o' })).toEqual(
      any,
    );
  });

  it('are the rows that a lock gave, and none where it gave none', () => {
    const rows = [
      { shopId: 's', id: 'a' },
      { shopId: 's', id: 'b' },
    ];
    const keys = ['["s","a"]', '["s","b"]'];
    expect(heldByRows('orders', KEYS.orders, rows).map(({ key }) => key)).toEqual(keys);
    expect(heldByRows('orders', KEYS.orders, [])).toEqual([]);
    expect(heldByRows('drafts', KEYS.drafts, [{ id: 'a' }])).toEqual([
      { table: 'drafts', key: '["a"]' },
    ]);
  });

  it('is any row where a lock gave rows without their key', () => {
    const any = [{ table: 'orders', key: undefined }];
    expect(heldByRows('orders', KEYS.orders, [{ shopId: 's', id: 'a' }, { shopId: 's' }])).toEqual(
      any,
    );
    expect(heldByRows('notes', KEYS.notes, [{ id: 'a' }])).toEqual([
      { table: 'notes', key: undefined },
    ]);
  });

  it('is not confused by keys that look alike when put together', () => {
    const [one, other] = [
      heldByArgs(footprint, { shop: 'a', order: '","b' }),
      heldByArgs(footprint, { shop: 'a","', order: 'b' }),
    ];
    expect(meet(one, other)).toBe(false);
  });

  it.each([
    ['a row meets itself', 'orders', 'a', true],
    ['a row does not meet another', 'orders', 'b', false],
    ['a row meets any row of its table', 'orders', undefined, true],
    ['a row does not meet one of another table', 'notes', 'a', false],
  ])('%s', (_, table, key, expected) => {
    expect(meet({ table: 'orders', key: 'a' }, { table, key })).toBe(expected);
    expect(meet({ table, key }, { table: 'orders', key: 'a' })).toBe(expected);
  });
});
