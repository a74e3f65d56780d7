import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { indexShoppers } from './index-shoppers.ts';
import { wordsOf } from './term-rules.ts';

interface List {
  readonly items: readonly ListedShopper[];
  readonly nextCursor: string | null;
}

describe('the words of a text', () => {
  it('are without case, accents and width, in every script', () => {
    expect(wordsOf('Zoë  ÅSTRÖM')).toEqual(['zoe', 'astrom']);
    expect(wordsOf('ﾀﾅｶ 春')).toEqual(['タナカ', '春']);
    expect(wordsOf('"O’Brien", <Pat>')).toEqual(['o’brien', 'pat']);
    expect(wordsOf('  ')).toEqual([]);
  });
});

describe.each(ENGINES)('finding shoppers on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    const people = [
      ['c-1', 'Haru Tanaka', 'haru@komorebi.example', []],
      ['c-2', '田中 春', 'spring@komorebi.example', ['vip']],
      ['c-3', 'Zoë Åström', 'zoe.astrom@post.example', ['vip', 'press']],
      ['c-4', 'Hana Tan', 'hana@post.example', []],
    ] as const;
    for (const [id, name, email, tags] of people)
      await world.merchant('PUT', `/v1/shoppers/${id}`, { name, email, tags });
    await indexShoppers(world.deps);
  });
  afterAll(() => test.dispose());

  const list = async (query: string): Promise<List> => {
    const answer = await world.merchant('GET', `/v1/shoppers?${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as List;
  };
  const idsOf = async (query: string): Promise<(string | null)[]> =>
    (await list(query)).items
      .map(({ id }) => id)
      .toSorted((a, b) => String(a).localeCompare(String(b)));

  it('lists everybody, the newest first, a page at a time', async () => {
    const first = await list('limit=3');
    expect(first.items.map(({ id }) => id)).toEqual(['c-4', 'c-3', 'c-2']);
    const second = await list(`limit=3&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ id: 'c-1' }], nextCursor: null });
  });

  it.each([
    ['haru', ['c-1']],
    ['TAN', ['c-1', 'c-4']],
    ['tan haru', ['c-1']],
    ['田中', ['c-2']],
    ['astrom', ['c-3']],
    ['Åst', ['c-3']],
    ['zoe.astrom@post.example', ['c-3']],
    ['post.ex', ['c-3', 'c-4']],
    ['c-', ['c-1', 'c-2', 'c-3', 'c-4']],
    ['nobody', []],
    ['%', []],
  ])('finds by the beginnings of words: %s', async (search, ids) => {
    expect(await idsOf(`search=${encodeURIComponent(search)}`)).toEqual(ids);
  });

  it('narrows to a status or a tag, with a search and without', async () => {
    expect(await idsOf('tag=vip')).toEqual(['c-2', 'c-3']);
    expect(await idsOf('status=member')).toEqual(['c-1', 'c-2', 'c-3', 'c-4']);
    expect(await idsOf('status=blocked')).toEqual([]);
    expect(await idsOf('tag=vip&search=zo')).toEqual(['c-3']);
    const page = await list('tag=vip&limit=1');
    expect(page.items.map(({ id }) => id)).toEqual(['c-3']);
    expect(await idsOf(`tag=vip&limit=1&cursor=${page.nextCursor}`)).toEqual(['c-2']);
  });

  it('goes through a search a page at a time, and names nobody twice', async () => {
    const seen: (string | null)[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: List = await list(`search=c-&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['c-1', 'c-2', 'c-3', 'c-4']);
  });

  it('follows a change of name, a merge, and an erasure at once', async () => {
    await world.merchant('PUT', '/v1/shoppers/m-1', { name: 'Maiden Name' });
    await world.merchant('PUT', '/v1/shoppers/m-2', { name: 'Double Name' });
    await indexShoppers(world.deps);
    await world.merchant('PUT', '/v1/shoppers/m-1', { name: 'Married Surname' });
    await indexShoppers(world.deps);
    expect(await idsOf('search=maiden')).toEqual([]);
    expect(await idsOf('search=surname')).toEqual(['m-1']);
    await world.merchant('POST', '/v1/shoppers/m-1/merge', { from: 'm-2' });
    await indexShoppers(world.deps);
    expect(await idsOf('search=double')).toEqual([]);
    await world.merchant('DELETE', '/v1/shoppers/m-1');
    // Without waiting for anything: nothing of a name may stay behind.
    expect(await idsOf('search=surname')).toEqual([]);
    await indexShoppers(world.deps);
    expect(await idsOf('search=surname')).toEqual([]);
  });

  it('finds shoppers of its own shop only', async () => {
    const other = await openWorld(test.store, testProgram());
    await other.merchant('PUT', '/v1/shoppers/x-1', { name: 'Haru Other' });
    await indexShoppers(world.deps);
    expect(await idsOf('search=haru')).toEqual(['c-1']);
  });
});
