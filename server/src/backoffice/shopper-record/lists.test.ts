import { SHOPPER_SORTS } from '@okaeri/shared/list-words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ListedShopper, type ShopperList } from '@okaeri/shared/shoppers';
import { actsOf, plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { indexShoppers } from '../../loyalty/shoppers/index-shoppers.ts';
import { createSegmentRefresh } from '../../loyalty/shoppers/refresh-segments.ts';
import { insertTerm } from '../../loyalty/shoppers/find-queries.ts';
import { upsertRank } from '../../loyalty/shoppers/rank-queries.ts';
import { placeOf, type RankPlace } from '../../loyalty/shoppers/rank-rules.ts';
import { filterTerm } from '../../loyalty/shoppers/term-rules.ts';
import { FEW, narrowed, orderShoppers } from './order-shoppers.ts';

const PEOPLE = 23;

/** What of a line a sort compares. */
const VALUES: Record<(typeof SHOPPER_SORTS)[number], (one: ListedShopper) => string | number> = {
  newest: () => 0,
  name: (one) => (one.name ?? '').toLowerCase(),
  available: (one) => one.available,
  pending: (one) => one.pending,
  orders: (one) => one.orderCount,
  spent: (one) => one.spendMinor,
  lastOrder: (one) => (one.lastOrderAt === null ? 0 : Date.parse(one.lastOrderAt)),
};

describe.each(ENGINES)('lists of shoppers on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    const acts = actsOf(world);
    for (let i = 0; i < PEOPLE; i += 1) {
      const id = `c-${i}`;
      const name = `${'zyx'.charAt(i % 3)}${i % 7} Person`;
      const tags = i % 2 === 0 ? ['even'] : [];
      await world.merchant('PUT', `/v1/shoppers/${id}`, { name, tags });
      if (i % 4 !== 3)
        await acts.put(
          `o-${i}`,
          anOrder({ shopper: { id }, lines: [aLine('a', ((i * 7) % 11) * 500 + 500)] }),
        );
    }
    await settle();
  });
  afterAll(() => test.dispose());

  /** Lists follow some seconds after: those noted are taken with the round after next. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) await indexShoppers(world.deps);
    await createSegmentRefresh(world.deps)();
  };
  const list = async (query: string): Promise<ShopperList> => {
    const answer = await world.merchant('GET', `/v1/shoppers?${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as ShopperList;
  };
  const walk = async (query: string, limit: number): Promise<ListedShopper[]> => {
    const items: ListedShopper[] = [];
    let cursor: string | null = null;
    do {
      const page: ShopperList = await list(
        `${query}&limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return items;
  };

  describe.each(SHOPPER_SORTS)('by %s', (sort) => {
    it.each(['asc', 'desc'] as const)('come %s page by page as they do at once', async (order) => {
      const query = `sort=${sort}&order=${order}`;
      const whole = (await list(query)).items.map(({ id }) => id);
      expect(whole).toHaveLength(PEOPLE);
      expect((await walk(query, 4)).map(({ id }) => id)).toEqual(whole);
      const values = (await list(query)).items.map(VALUES[sort]);
      const sign = order === 'asc' ? 1 : -1;
      expect(values).toEqual(values.toSorted((a, b) => sign * (a < b ? -1 : a > b ? 1 : 0)));
    });

    it('leave out whoever a filter leaves out, in the same order', async () => {
      const all = await walk(`sort=${sort}`, 50);
      const even = await walk(`sort=${sort}&tag=even&status=member`, 5);
      expect(even).toEqual(all.filter(({ tags }) => tags.includes('even')));
      const spenders = await walk(`sort=${sort}&spentFrom=3000`, 3);
      expect(spenders).toEqual(all.filter(({ spendMinor }) => spendMinor >= 3000));
      const both = await walk(`sort=${sort}&spentFrom=3000&tag=even`, 3);
      expect(both).toEqual(spenders.filter(({ tags }) => tags.includes('even')));
    });
  });

  it('say how many there are, and how many a filter leaves', async () => {
    const totals = async (query: string) => (await list(`counted=true&limit=1&${query}`)).total;
    expect(await totals('')).toEqual({ count: PEOPLE, isMore: false });
    expect(await totals('tag=even')).toEqual({ count: 12, isMore: false });
    expect(await totals('tag=even&status=guest')).toEqual({ count: 0, isMore: false });
    expect(await totals('tag=even&status=member')).toEqual({ count: 12, isMore: false });
    const spenders = (await walk('spentFrom=3000', 50)).length;
    expect(await totals('spentFrom=3000')).toEqual({ count: spenders, isMore: false });
    expect(await totals('search=z')).toEqual({ count: 8, isMore: false });
    expect((await list('limit=1')).total).toBeNull();
  });

  it('are in their new order as soon as an order has moved somebody', async () => {
    const before = (await list('sort=spent&limit=1')).items[0]?.id;
    await actsOf(world).put(
      'big',
      anOrder({ shopper: { id: 'c-3' }, lines: [aLine('a', 900_000)] }),
    );
    await settle();
    const [first] = (await list('sort=spent&limit=1')).items;
    expect(before).not.toBe('c-3');
    expect(first).toMatchObject({ id: 'c-3', spendMinor: 900_000 });
  });

  it('refuse a cursor of another list', async () => {
    const { nextCursor } = await list('sort=name&limit=1');
    for (const cursor of [nextCursor, 'x', '1', '_'])
      expect((await world.merchant('GET', `/v1/shoppers?sort=spent&cursor=${cursor}`)).status).toBe(
        400,
      );
  });

  it('leave as a table with the columns asked for, safe for spreadsheets', async () => {
    await world.merchant('PUT', '/v1/shoppers/evil', { name: '=1+1', tags: ['evil'] });
    await settle();
    const file = await world.merchant('GET', '/v1/exports/shoppers?tag=evil&columns=spent,name,id');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(await file.text()).toBe("id,name,spent\nevil,'=1+1,0.00\n");
    const all = await (await world.merchant('GET', '/v1/exports/shoppers?sort=name')).text();
    expect(all.trim().split('\n')).toHaveLength(PEOPLE + 2);
    expect((await world.merchant('GET', '/v1/exports/shoppers?columns=secret')).status).toBe(400);
  });

  describe(`of more than ${FEW} people`, () => {
    const many = FEW + 205;
    const idOf = (i: number): string => `y${String(i).padStart(5, '0')}`;
    let shopId = '';
    const page = (query: ListOf, after?: RankPlace) =>
      test.store.read((tx) =>
        orderShoppers(tx, shopId, { ...query, filter: narrowed(query.filter), after, limit: 400 }),
      );
    beforeAll(async () => {
      shopId = (await world.shop()).id;
      await test.store.write(async (tx) => {
        for (let i = 0; i < many; i += 1) {
          const key = { shopId, shopperId: idOf(i) };
          const counts = { available: (i * 37) % 101, pending: (i * 7) % 13, orderCount: i % 5 };
          const bought = { spendMinor: (i * 91) % 997, lastOrderAt: (i * 53) % 401 };
          const nameKey = Buffer.from(`n${(i * 17) % 211}`).toString('hex');
          await tx.run(upsertRank, { ...key, nameKey, ...counts, ...bought });
          await tx.run(insertTerm, { ...key, term: filterTerm({ tag: 'many' }) });
          if (i < FEW) await tx.run(insertTerm, { ...key, term: filterTerm({ tag: 'few' }) });
        }
      });
    });

    const walkIds = async (query: ListOf): Promise<string[]> => {
      const ids: string[] = [];
      let after: RankPlace | undefined;
      for (;;) {
        const found = await page(query, after);
        ids.push(...found.ids);
        if (found.nextCursor === null) return ids;
        after = placeOf(found.nextCursor, query.sort);
      }
    };

    describe.each(SHOPPER_SORTS)('by %s', (sort) => {
      it.each(['asc', 'desc'] as const)('are gone through %s, each once', async (order) => {
        const all = await walkIds({ sort, order, filter: { tag: 'many' } });
        expect(new Set(all).size).toBe(many);
        const few = await walkIds({ sort, order, filter: { tag: 'few' } });
        expect(few).toHaveLength(FEW);
        expect(few).toEqual(all.filter((id) => id < idOf(FEW)));
        if (sort === 'newest') return;
        const whole = await walkIds({ sort, order, filter: {} });
        expect(whole.filter((id) => id.startsWith('y'))).toEqual(all);
      });
    });
  });
});

interface ListOf {
  readonly sort: (typeof SHOPPER_SORTS)[number];
  readonly order: 'asc' | 'desc';
  readonly filter: { readonly tag?: string };
}
