import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonUse } from './area.ts';
import { readAffairs } from './backoffice/shopper-record/read-affairs.ts';
import type { TableName } from './platform/store/tables.ts';
import { findShopper } from './loyalty/shoppers/shopper-ref.ts';
import { behind } from './testing/behind.ts';
import { ENGINES, type TestStore } from './testing/engines.ts';
import { anOrder } from './testing/order-states.ts';
import { configOf, shopperColumns, TABLES_OF_AREAS } from './testing/tables-of-areas.ts';
import { openWorld, testProgram, type World } from './testing/world.ts';

type Named = { shopId: string; externalId: string };

/** Rows that name a person by what they are called outside, of tables with no id of ours. */
const NAMING: Readonly<Record<string, (of: Named) => Readonly<Record<string, string>>>> = {
  acts: ({ externalId }) => ({
    id: `act-${externalId}`,
    operation: 'PUT /v1/shoppers/:shopperId',
    subject: externalId,
  }),
  privacyRequests: ({ externalId }) => ({ id: `request-${externalId}`, subject: externalId }),
  platformCustomers: ({ externalId }) => ({ id: externalId }),
  inbox: ({ externalId }) => ({
    id: `message-${externalId}`,
    topic: 'orders/create',
    state: 'failed',
    body: JSON.stringify({ customer: { id: externalId } }),
  }),
};

describe.each(ENGINES)('a row of every table with a person in it, on $engine', (engine) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await engine.openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  const isSqlite = (): boolean => test.url.startsWith('file:');
  /** A row of one table alone points to nothing. */
  const unchecked = (statements: readonly string[]): Promise<unknown> => {
    const off = isSqlite()
      ? 'pragma foreign_keys = off'
      : "set session_replication_role = 'replica'";
    return behind(test.url, [off, ...statements].join(';\n'));
  };
  const idOf = async (externalId: string): Promise<string> => {
    const row = await findShopper(world.deps, world.keys.shopId, { externalId });
    return row?.id ?? '';
  };
  const whereOf = (name: TableName, shopperId: string): string =>
    shopperColumns(name)
      .map((column) => `${column} = '${shopperId}'`)
      .join(' or ');
  const rowsOf = (name: TableName, shopperId: string): Promise<unknown[]> =>
    behind(test.url, `select * from ${configOf(name).name} where ${whereOf(name, shopperId)}`);
  /** A statement for a row, with something in each column that must have it. */
  const inserting = (name: TableName, given: Readonly<Record<string, string>>): string => {
    const values = configOf(name)
      .columns.filter(
        // A note is what somebody wrote.
        ({ notNull, name: column }) => notNull || column === 'note' || given[column] !== undefined,
      )
      .map((column): readonly [string, string] => {
        const { shopId } = world.keys;
        const text = { shop_id: shopId, ...given }[column.name];
        if (text !== undefined) return [column.name, `'${text}'`];
        if (column.columnType === 'SQLiteTextJson') return [column.name, "'[]'"];
        if (column.dataType === 'boolean') return [column.name, isSqlite() ? '1' : 'true'];
        const some = `'${name} of ${Object.values(given).join(' ')}'`;
        return [column.name, column.dataType === 'string' ? some : '1'];
      });
    const [into, places] = [0, 1].map((at) => values.map((value) => value[at]).join(', '));
    return `insert into ${configOf(name).name} (${into}) values (${places})`;
  };
  /** Gives a shopper a row in each table where they have none. */
  const fill = async (shopperId: string): Promise<void> => {
    const statements: string[] = [];
    for (const { name } of TABLES_OF_AREAS) {
      const mine = shopperColumns(name);
      if (mine.length === 0 || (await rowsOf(name, shopperId)).length > 0) continue;
      const given = Object.fromEntries(mine.map((column) => [column, shopperId]));
      const review = name === 'reviewPhotos' && { review_id: `reviews of ${shopperId}` };
      statements.push(inserting(name, { ...given, ...review }));
    }
    await unchecked(statements);
  };
  const personOf = async (externalId: string, orderId: string): Promise<string> => {
    const state = anOrder({ shopper: { id: externalId } });
    await world.merchant('PUT', `/v1/orders/${orderId}`, state);
    const id = await idOf(externalId);
    await fill(id);
    return id;
  };
  type Does = (use: PersonUse) => boolean;
  const tablesWhere = (does: Does): TableName[] =>
    TABLES_OF_AREAS.flatMap(({ name, person }) =>
      person !== undefined && shopperColumns(name).length > 0 && does(person) ? [name] : [],
    );
  const keep = async (shopperId: string, does: Does): Promise<Map<TableName, unknown[]>> => {
    const kept = new Map<TableName, unknown[]>();
    for (const name of tablesWhere(does)) kept.set(name, await rowsOf(name, shopperId));
    return kept;
  };
  /** Tables in which a row stands as it stood. */
  const untouched = async (
    before: ReadonlyMap<TableName, unknown[]>,
    shopperId: string,
  ): Promise<TableName[]> => {
    const found: TableName[] = [];
    for (const [name, rows] of before) {
      const kept = (await rowsOf(name, shopperId)).map((row) => JSON.stringify(row));
      if (rows.some((row) => kept.includes(JSON.stringify(row)))) found.push(name);
    }
    return found;
  };
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
    const before = await keep(merged, ({ move }) => move === 'done');
    await merge('merged', 'kept');
    expect(await untouched(before, merged)).toEqual([]);
  });

  it('is changed or deleted with an erased shopper, wherever its area says so', async () => {
    const erased = await personOf('erased', '3');
    const before = await keep(erased, (person) => person.erase === 'done');
    await erase('erased');
    expect(await untouched(before, erased)).toEqual([]);
  });

  it('is changed or deleted where it names an erased person from outside, and no other', async () => {
    const naming = TABLES_OF_AREAS.filter(
      ({ name, person }) => person?.erase === 'done' && shopperColumns(name).length === 0,
    ).map(({ name }) => name);
    expect(naming.toSorted()).toEqual(Object.keys(NAMING).toSorted());
    const { shopId } = world.keys;
    const rowOf = async (name: TableName, externalId: string): Promise<string> => {
      const { id } = NAMING[name]?.({ shopId, externalId }) ?? {};
      return JSON.stringify(
        await behind(test.url, `select * from ${configOf(name).name} where id = '${id}'`),
      );
    };
    await personOf('outside', '8');
    const people = ['outside', 'other'];
    await unchecked(
      people.flatMap((externalId) =>
        naming.map((name) => inserting(name, NAMING[name]?.({ shopId, externalId }) ?? {})),
      ),
    );
    const before = new Map<TableName, string[]>();
    for (const name of naming)
      before.set(name, [await rowOf(name, 'outside'), await rowOf(name, 'other')]);
    await erase('outside');
    for (const [name, [theirs, others]] of before) {
      expect(await rowOf(name, 'outside'), name).not.toBe(theirs);
      expect(await rowOf(name, 'other'), name).toBe(others);
    }
  });

  it('is listed, wherever its area says so', async () => {
    const listed = await personOf('listed', '9');
    const exported = async (): Promise<string> => {
      const row = await findShopper(world.deps, world.keys.shopId, { externalId: 'listed' });
      if (row === undefined) throw new Error('They are not there.');
      const asked = { row, limit: 100, forAuthor: true };
      return JSON.stringify(await readAffairs(world.deps, await world.shop(), asked));
    };
    const untold: TableName[] = [];
    const done = tablesWhere(({ list }) => list === 'done');
    // A photo is listed with its review: it goes first.
    for (const name of done.toSorted((a) => (a === 'reviewPhotos' ? -1 : 1))) {
      const before = await exported();
      await unchecked([`delete from ${configOf(name).name} where ${whereOf(name, listed)}`]);
      if ((await exported()) === before) untold.push(name);
    }
    expect(untold).toEqual([]);
  });

  it('is changed or deleted with the one its shopper was merged into, by one step or two', async () => {
    const first = await personOf('first', '4');
    const second = await personOf('second', '5');
    const third = await personOf('third', '6');
    await merge('first', 'second');
    await merge('second', 'third');
    const left: (readonly [string, Map<TableName, unknown[]>])[] = [];
    for (const id of [first, second])
      left.push([id, await keep(id, (use) => use.erase === 'done')]);
    expect(left.flatMap(([, rows]) => [...rows.values()].flat())).not.toEqual([]);
    await erase('third');
    for (const [id, rows] of left) expect(await untouched(rows, id)).toEqual([]);
    const named = `select id from shoppers where id in ('${first}', '${second}') and external_id is not null`;
    expect(await behind(test.url, named)).toEqual([]);
    await world.merchant('PUT', '/v1/orders/7', anOrder({ shopper: { id: 'first' } }));
    const owner = await behind(test.url, "select shopper_id from orders where id = '7'");
    expect(owner).toEqual([{ shopper_id: third }]);
  });
});
