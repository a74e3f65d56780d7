import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)(
  'reviews and their readers, rule by rule, on $engine',
  ({ openTestStore }) => {
    let test: TestStore;
    let world: World;
    let acts: ReviewActs;
    beforeAll(async () => {
      test = await openTestStore();
    });
    afterAll(async () => {
      expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
      await test.dispose();
    });

    const begin = async (): Promise<void> => {
      world = await openWorld(test.store, reviewProgram());
      acts = reviewActsOf(world);
    };
    const settle = async (change: object): Promise<void> => {
      const { headers } = await world.merchant('GET', '/v1/reviews/settings');
      const ifMatch = { 'if-match': headers.get('etag') ?? '' };
      const saved = await world.merchant('PUT', '/v1/reviews/settings', change, ifMatch);
      expect(saved.status).toBe(200);
    };

    it('are found helpful once by each reader, and never by their author', async () => {
      await begin();
      await acts.receive('ada', 'o1', ['mug']);
      const { id } = await acts.write('ada', 'mug');
      const vote = async (who: string, method: string): Promise<Response> =>
        world.storefront(method, `/reviews/${id}/vote`, { token: await world.token(who) });
      expect(await (await vote('bea', 'PUT')).json()).toEqual({ helpful: 1 });
      expect(await (await vote('bea', 'PUT')).json()).toEqual({ helpful: 1 });
      expect(await (await vote('cleo', 'PUT')).json()).toEqual({ helpful: 2 });
      expect(await (await vote('bea', 'DELETE')).json()).toEqual({ helpful: 1 });
      expect(await (await vote('ada', 'PUT')).json()).toMatchObject({ code: 'ownReview' });
      expect((await acts.list('mug')).items[0]).toMatchObject({ helpful: 1 });
    });

    it('that several readers report are looked at, and stay visible until then', async () => {
      await begin();
      await acts.receive('ada', 'o1', ['mug']);
      const { id } = await acts.write('ada', 'mug');
      for (const who of ['bea', 'bea', 'cleo', 'dora']) {
        const token = await world.token(who);
        await world.storefront('PUT', `/reviews/${id}/report`, { token, body: { reason: 'fake' } });
        if (who !== 'dora') expect(await acts.waiting()).toEqual([]);
      }
      expect(await acts.waiting()).toMatchObject([
        { id, signals: ['reported'], rating: null, reports: [{ reason: 'fake', count: 3 }] },
      ]);
      expect((await acts.list('mug')).items).toHaveLength(1);
    });

    it('are listed by age, by help, by stars and by words, a page at a time, none twice', async () => {
      await begin();
      await settle({ from: 'members' });
      for (let index = 0; index < 45; index += 1) {
        world.clock.at += 1000;
        const body =
          index % 9 === 0 ? `Number ${index} leaks 100% of it` : `Number ${index} is fine`;
        const proof = await acts.prove();
        await acts.write(`s${index}`, 'mug', { rating: (index % 5) + 1, body, proof });
      }
      const walk = async (query: string): Promise<string[]> => {
        const bodies: string[] = [];
        let cursor = '';
        do {
          const page = await acts.list('mug', `?${query}${cursor}`);
          bodies.push(...page.items.map(({ body }) => body));
          cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
        } while (cursor !== '');
        return bodies;
      };
      const newest = await walk('');
      expect(newest).toHaveLength(45);
      expect(new Set(newest).size).toBe(45);
      expect(newest[0]).toBe('Number 44 is fine');
      expect(await walk('rating=2')).toHaveLength(9);
      expect(await walk('search=LEAKS')).toHaveLength(5);
      expect(await walk('search=100%25')).toHaveLength(5);
      expect(await walk('search=1_0')).toEqual([]);
      expect(await walk('search=leaks&rating=1')).toHaveLength(1);
      const [last] = (await acts.list('mug', '?rating=1')).items;
      const token = await world.token('bea');
      await world.storefront('PUT', `/reviews/${last?.id}/vote`, { token });
      expect((await walk('sort=helpful'))[0]).toBe(last?.body);
      expect((await walk('sort=helpful&search=number')).length).toBe(45);
      expect((await world.storefront('GET', '/products/mug/reviews?cursor=x', {})).status).toBe(
        400,
      );
    });
  },
);
