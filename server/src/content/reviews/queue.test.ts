import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueuedReview, ReviewList } from '@okaeri/shared/review-queue';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const WRITTEN = 12;
const STARS = [5, 4, 1, 5, 3, 2, 4, 5, 1, 3, 4, 2];

describe.each(ENGINES)('lists of reviews on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  const ids: string[] = [];
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
    const { headers } = await world.merchant('GET', '/v1/reviews/settings');
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    await world.merchant('PUT', '/v1/reviews/settings', { from: 'members' }, ifMatch);
    const product = { title: { en: 'Everyday mug' }, updatedAt: new Date().toISOString() };
    await world.merchant('PUT', '/v1/products/mug', product);
    for (let i = 0; i < WRITTEN; i += 1) {
      world.clock.at += 60_000;
      const who = `writer-${i}`;
      const productId = i % 3 === 0 ? 'hat' : 'mug';
      if (i % 4 === 0) await acts.receive(who, `o-${i}`, [productId]);
      const body = `Quite the number ${i}.${i === 7 ? ' See https://x.example' : ''}`;
      const written = await acts.write(who, productId, { rating: STARS[i], body });
      ids.push(written.id);
      if (i !== 7) await acts.decide(written.id, { decision: 'publish' });
    }
    await acts.decide(ids[5] ?? '', { decision: 'withhold', reason: 'unrelated' });
    await acts.own('writer-6', 'DELETE', '/hat');
    await world.merchant('PUT', `/v1/reviews/${ids[2]}/reply`, { text: 'Thank you.' });
  });
  afterAll(() => test.dispose());

  const list = async (query: string): Promise<ReviewList> => {
    const found = await world.merchant('GET', `/v1/reviews?${query}`);
    expect(found.status).toBe(200);
    return (await found.json()) as ReviewList;
  };
  const all = async (query: string): Promise<readonly QueuedReview[]> => {
    const items: QueuedReview[] = [];
    for (let cursor = ''; ;) {
      const page = await list(`${query}&limit=2${cursor}`);
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  };
  const numbers = async (query: string): Promise<number[]> =>
    (await all(query)).map(({ id }) => ids.indexOf(id));

  // The seventh waits for a person, the fifth is withheld, the sixth was removed.
  it.each([
    ['state=waiting', [7]],
    ['state=published', [0, 1, 2, 3, 4, 8, 9, 10, 11]],
    ['state=published&order=desc&productId=hat', [9, 3, 0]],
    ['state=withheld', [5]],
    ['state=removed', [6]],
    ['state=all&productId=hat', [0, 3, 6, 9]],
    ['state=all&stars=5', [0, 3]],
    ['state=published&stars=4', [1, 10]],
    ['state=all&verified=true', [0, 4, 8]],
    ['state=all&replied=true', [2]],
    ['state=published&search=NUMBER%201', [1, 10, 11]],
    ['state=published&sort=stars&order=desc', [3, 0, 10, 1, 9, 4, 11, 8, 2]],
    ['state=published&sort=stars', [2, 8, 11, 4, 9, 1, 10, 0, 3]],
  ])('a list asked for %s has those alone, page by page', async (query, expected) => {
    const found = await numbers(query);
    expect(found).toEqual(expected);
    expect((await list(`${query}&counted=true`)).total).toEqual({
      count: expected.length,
      isMore: false,
    });
  });

  it('a list says nothing of the stars of what waits, not even by its order', async () => {
    expect((await all('state=waiting')).map(({ rating }) => rating)).toEqual([null]);
    expect(await numbers('state=all&sort=stars&order=desc')).not.toContain(7);
    expect(await numbers('state=all&stars=5')).not.toContain(7);
  });

  it('a list refuses a cursor that it did not give', async () => {
    expect((await world.merchant('GET', '/v1/reviews?cursor=12_x')).status).toBe(400);
  });

  it('a review has a page of its own, with what its product is called', async () => {
    const page = (id: string) => world.merchant('GET', `/v1/reviews/${id}/page`);
    expect(await (await page(ids[1] ?? '')).json()).toMatchObject({
      id: ids[1],
      rating: 4,
      product: { title: { en: 'Everyday mug' } },
    });
    expect((await page('none')).status).toBe(404);
  });

  it('leaves as a table in the columns that are asked for', async () => {
    const path = '/v1/exports/reviews?state=published&columns=stars,product,reply';
    const lines = (await (await world.merchant('GET', path)).text()).trim().split('\n');
    expect(lines[0]).toBe('stars,product,reply');
    expect(lines[3]).toBe('1,mug,Thank you.');
    expect(lines).toHaveLength(10);
  });
});
