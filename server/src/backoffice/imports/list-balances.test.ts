import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BalanceImport, BalanceImportList } from '@okaeri/shared/balance-imports';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { insertBalanceImport } from './balance-queries.ts';

const FILES = 7;

describe.each(ENGINES)('files of members on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    for (let i = 0; i < FILES; i += 1) {
      const createdAt = world.clock.at + i;
      await world.deps.store.write((tx) =>
        tx.run(insertBalanceImport, {
          shopId: world.keys.shopId,
          id: `bim_${i}`,
          source: i === 2 ? '=old' : 'Smile',
          rows: 3,
          imported: 2,
          refused: 1,
          points: 100 * i,
          createdAt,
          undoneAt: i % 3 === 0 ? createdAt : null,
        }),
      );
    }
  });
  afterAll(() => test.dispose());

  const list = async (query: string): Promise<BalanceImportList> => {
    const found = await world.merchant('GET', `/v1/balances/imports?${query}`);
    expect(found.status).toBe(200);
    return (await found.json()) as BalanceImportList;
  };
  const points = async (query: string): Promise<number[]> => {
    const items: BalanceImport[] = [];
    for (let cursor = ''; ;) {
      const page = await list(`${query}&limit=2${cursor}`);
      items.push(...page.items);
      if (page.nextCursor === null) return items.map((one) => one.points);
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  };

  it.each([
    ['order=desc', [600, 500, 400, 300, 200, 100, 0]],
    ['order=asc&state=undone', [0, 300, 600]],
    ['order=desc&state=kept', [500, 400, 200, 100]],
  ])('a list asked for %s has those alone, page by page', async (query, expected) => {
    expect(await points(query)).toEqual(expected);
    const { total } = await list(`${query}&counted=true`);
    expect(total).toEqual({ count: expected.length, isMore: false });
  });

  it('leave as a table in the columns that are asked for, with formulas made harmless', async () => {
    const path = '/v1/exports/member-imports?order=asc&columns=source,points';
    const lines = (await (await world.merchant('GET', path)).text()).trim().split('\n');
    expect(lines.slice(0, 4)).toEqual(['source,points', 'Smile,0', 'Smile,100', "'=old,200"]);
    expect(lines).toHaveLength(1 + FILES);
  });
});
