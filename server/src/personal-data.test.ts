import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonUse } from './area.ts';
import type { TableName } from './platform/store/tables.ts';
import { lockNamed } from './loyalty/shoppers/lock-shopper.ts';
import { ENGINES, type TestStore } from './testing/engines.ts';
import { anOrder } from './testing/order-states.ts';
import { configOf, shopperColumns, TABLES_OF_AREAS } from './testing/tables-of-areas.ts';
import { openWorld, testProgram, type World } from './testing/world.ts';

describe('a row of every table with a shopper in it', () => {
  const [{ openTestStore }] = ENGINES;
  let test: TestStore;
  let world: World;
  let raw: Database.Database;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    raw = new Database(test.url.slice('file:'.length));
    // A row of one table alone points to nothing.
    raw.pragma('foreign_keys = off');
  });
  afterAll(async () => {
    raw.close();
    await test.dispose();
  });

  const idOf = async (externalId: string): Promise<string> => {
    const { shopId } = world.keys;
    const row = await test.store.write((tx) => lockNamed(tx, { shopId, externalId }));
    return row?.id ?? '';
  };
  const rowsOf = (name: TableName, shopperId: string): unknown[] => {
    const named = shopperColumns(name).map((column) => `${column} = @shopperId`);
    const { name: table } = configOf(name);
    return raw.prepare(`select * from ${table} where ${named.join(' or ')}`).all({ shopperId });
  };
  /** Gives a shopper a row in each table in which they have none. */
  const fill = (shopperId: string): void => {
    for (const { name } of TABLES_OF_AREAS) {
      const mine = shopperColumns(name);
      if (mine.length === 0 || rowsOf(name, shopperId).length > 0) continue;
      const values = configOf(name)
        .columns.filter((column) => column.notNull || mine.includes(column.name))
        .map((column) => [
          column.name,
          mine.includes(column.name)
            ? shopperId
            : column.name === 'shop_id'
              ? world.keys.shopId
              : column.columnType === 'SQLiteTextJson'
                ? '[]'
                : column.dataType === 'string'
                  ? `${name} of ${shopperId}`
                  : 1,
        ]);
      const { name: table } = configOf(name);
      const places = values.map(() => '?').join(', ');
      const into = values.map(([column]) => String(column)).join(', ');
      raw
        .prepare(`insert into ${table} (${into}) values (${places})`)
        .run(values.map(([, value]) => value));
    }
  };
  const personOf = async (externalId: string, orderId: string): Promise<string> => {
    const state = anOrder({ shopper: { id: externalId } });
    await world.merchant('PUT', `/v1/orders/${orderId}`, state);
    const id = await idOf(externalId);
    fill(id);
    return id;
  };
  type Does = (use: PersonUse) => boolean;
  const keep = (shopperId: string, does: Does): ReadonlyMap<TableName, unknown[]> =>
    new Map(
      TABLES_OF_AREAS.flatMap(({ name, person }) =>
        person !== undefined && shopperColumns(name).length > 0 && does(person)
          ? [[name, rowsOf(name, shopperId)] as const]
          : [],
      ),
    );
  /** Tables in which a row stands as it stood. */
  const untouched = (before: ReadonlyMap<TableName, unknown[]>, shopperId: string): TableName[] =>
    [...before].flatMap(([name, rows]) => {
      const kept = rowsOf(name, shopperId).map((row) => JSON.stringify(row));
      return rows.some((row) => kept.includes(JSON.stringify(row))) ? [name] : [];
    });
  const merge = async (from: string, into: string): Promise<void> => {
    const answer = await world.merchant('POST', `/v1/shoppers/${into}/merge`, { from });
    expect(answer.status).toBe(200);
  };
  const erase = async (who: string): Promise<void> => {
    expect((await world.merchant('DELETE', `/v1/shoppers/${who}`)).status).toBe(204);
  };

  it('is moved with a merged shopper, wherever its area says so', async () => {
    await personOf('kept', '1');
    const merged = await personOf('merged', '2');
    const before = keep(merged, ({ move }) => move === 'done');
    await merge('merged', 'kept');
    expect(untouched(before, merged)).toEqual([]);
  });

  it('is changed or deleted with an erased shopper, wherever its area says so', async () => {
    const erased = await personOf('erased', '3');
    const before = keep(erased, (person) => person.erase === 'done');
    await erase('erased');
    expect(untouched(before, erased)).toEqual([]);
  });

  it('is changed or deleted with whoever its shopper was merged into, by one step or two', async () => {
    const first = await personOf('first', '4');
    const second = await personOf('second', '5');
    const third = await personOf('third', '6');
    await merge('first', 'second');
    await merge('second', 'third');
    const left = [first, second].map(
      (id) => [id, keep(id, (use) => use.erase === 'done')] as const,
    );
    expect(left.flatMap(([, rows]) => [...rows.values()].flat())).not.toEqual([]);
    await erase('third');
    for (const [id, rows] of left) expect(untouched(rows, id)).toEqual([]);
    const named = raw.prepare(
      'select id from shoppers where id in (?, ?) and external_id is not null',
    );
    expect(named.all(first, second)).toEqual([]);
    await world.merchant('PUT', '/v1/orders/7', anOrder({ shopper: { id: 'first' } }));
    const { shopper_id } = raw.prepare("select shopper_id from orders where id = '7'").get() as {
      shopper_id: string;
    };
    expect(shopper_id).toBe(third);
  });
});
