import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { STRETCH, STRETCHES_MAX } from './list-reviews.ts';

const MANY = STRETCH * STRETCHES_MAX + 25;

describe.each(ENGINES)('a product with many reviews, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  it('is searched a stretch at a time, to its end, and nothing is found twice', async () => {
    const world = await openWorld(test.store);
    const acts = reviewActsOf(world);
    const first = Date.parse('2024-01-01T00:00:00Z');
    const rows = Array.from({ length: MANY }, (_, index) => {
      const word = index < 30 ? 'a needle' : 'hay';
      return `mug,${1 + (index % 5)},Number ${index} is ${word},${new Date(first + index * 1000).toISOString()}`;
    });
    await importReviews(world, rows);

    for (const sort of ['newest', 'helpful']) {
      const found: string[] = [];
      let pages = 0;
      let cursor = '';
      do {
        const page = await acts.list('mug', `?search=needle&sort=${sort}${cursor}`);
        found.push(...page.items.map((item) => item.body));
        pages += 1;
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
      expect(found).toHaveLength(30);
      expect(new Set(found).size).toBe(30);
      expect(pages).toBeLessThan(5);
    }
    const all = await acts.list('mug');
    expect(all.summary.count).toBe(MANY);
    expect(all.items).toHaveLength(LIMITS.reviewPage);
  });

  it.each([
    [LIMITS.reviewPage, 0],
    [LIMITS.reviewPage + 1, 1],
  ])('of %i reviews leaves %i for a second page', async (count, left) => {
    const world = await openWorld(test.store);
    const acts = reviewActsOf(world);
    await importReviews(
      world,
      Array.from({ length: count }, (_, index) => `cup,5,Number ${index},2024-01-01T00:00:00Z`),
    );
    const first = await acts.list('cup');
    expect(first.items).toHaveLength(LIMITS.reviewPage);
    const next = first.nextCursor && (await acts.list('cup', `?cursor=${first.nextCursor}`));
    expect(next ? next.items.length : 0).toBe(left);
  });
});

async function importReviews(world: World, rows: readonly string[]): Promise<void> {
  const body = new FormData();
  const file = ['product_id,rating,body,date', ...rows].join('\n');
  body.set('file', new File([file], 'reviews.csv'));
  const headers = { authorization: `Bearer ${world.keys.secretKey}` };
  const sent = await world.request('/v1/reviews/imports', { method: 'POST', headers, body });
  expect(await sent.json()).toMatchObject({ imported: rows.length });
}
