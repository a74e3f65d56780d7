import { getTableConfig as postgresConfig, type PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { behind } from '../../testing/behind.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { anOrder } from '../../testing/order-states.ts';
import { putOrder } from '../../loyalty/orders/put-order.ts';
import { postgresTables, sqliteTables } from '../../schema.ts';

const KINDS: Readonly<Record<string, string>> = {
  SQLiteText: 'text',
  SQLiteTextJson: 'json',
  SQLiteInteger: 'count',
  SQLiteBoolean: 'flag',
  PgText: 'text',
  PgCustomColumn: 'json',
  PgBigInt53: 'count',
  PgBoolean: 'flag',
};

type Config = ReturnType<typeof sqliteConfig>;

const shapeOf = (config: Config) => ({
  name: config.name,
  columns: config.columns.map((column) => ({
    name: column.name,
    kind: KINDS[column.columnType] ?? column.columnType,
    notNull: column.notNull,
    primary: column.primary,
    unique: column.isUnique,
  })),
  primaryKeys: config.primaryKeys.map((key) => key.columns.map(({ name }) => name)),
  foreignKeys: config.foreignKeys.map((key) => {
    const { columns, foreignColumns } = key.reference();
    return [columns.map(({ name }) => name), foreignColumns.map(({ name }) => name)];
  }),
  checks: config.checks.map(({ name }) => name).toSorted(),
  indexes: config.indexes.map((index) => `${index.config.name} ${index.config.unique}`).toSorted(),
});

describe('the schema', () => {
  it.each(Object.keys(sqliteTables) as (keyof typeof sqliteTables)[])(
    'has the same %s on both engines',
    (name) => {
      const onPostgres = postgresConfig(postgresTables[name] as unknown as PgTable);
      expect(shapeOf(onPostgres as unknown as Config)).toEqual(
        shapeOf(sqliteConfig(sqliteTables[name])),
      );
    },
  );
});

describe.each(ENGINES)('the tables on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    const state = anOrder();
    await putOrder(world.deps, { shop: await world.shop(), orderId: '1', state, body: state });
  });
  afterAll(() => test.dispose());

  it.each([
    ['a transaction is changed', 'update transactions set held = held'],
    ['a transaction is deleted', 'delete from transactions'],
    ['a published programme is changed', "update program_versions set document = '{}'"],
    ['a published programme is deleted', 'delete from program_versions'],
  ])('refuse that %s', async (_name, statement) => {
    await expect(behind(test.url, statement)).rejects.toThrow(/never change/);
  });

  it.each([
    [
      'a transaction that does not sum to zero',
      'insert into transactions (shop_id, shopper_id, sequence, kind, award_id, redemption_id, pending, available, held, issued, redeemed, expired, adjusted, effective_at, recorded_at, lots, receipt, previous_hash) select shop_id, shopper_id, sequence + 100, kind, award_id, redemption_id, pending + 1, available, held, issued, redeemed, expired, adjusted, effective_at, recorded_at, lots, receipt, previous_hash from transactions',
    ],
    ['a lot below nothing', 'update awards set lot_points = -1'],
    ['pending points below nothing', 'update shoppers set pending = -1'],
  ])('refuse %s', async (_name, statement) => {
    await expect(behind(test.url, statement)).rejects.toThrow(/check|CHECK/);
  });
});
