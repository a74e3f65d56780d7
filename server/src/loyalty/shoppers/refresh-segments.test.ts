import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { actsOf } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { programWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { indexShoppers } from './index-shoppers.ts';
import { createSegmentRefresh } from './refresh-segments.ts';

const PROGRAM = programWith({
  segments: [{ id: 'big', name: { en: 'Big spenders' }, spendMinor: { min: 20_000 } }],
});

describe.each(ENGINES)(
  'where shoppers stand, as lists find it, on $engine',
  ({ openTestStore }) => {
    let test: TestStore;
    let world: World;
    const place = async (): Promise<void> => createSegmentRefresh(world.deps)();
    const idsOf = async (query: string): Promise<(string | null)[]> => {
      const answer = await world.merchant('GET', `/v1/shoppers?${query}`);
      expect(answer.status).toBe(200);
      const { items } = (await answer.json()) as { items: ListedShopper[] };
      return items.map(({ id }) => id ?? '').toSorted();
    };
    const buy = async (orderId: string, who: string, minor: number): Promise<void> => {
      const placedAt = new Date(world.clock.at).toISOString();
      const lines = [aLine('a', minor)];
      const order = anOrder({ shopper: { id: who }, placedAt, paidAt: placedAt, lines });
      await actsOf(world).put(orderId, order);
    };
    beforeAll(async () => {
      test = await openTestStore();
      world = await openWorld(test.store, PROGRAM);
      await buy('1', 'ada', 30_000);
      await buy('2', 'bea', 1000);
      await world.merchant('PUT', '/v1/shoppers/cleo', { name: 'Cleo' });
      await indexShoppers(world.deps);
      await place();
    });
    afterAll(() => test.dispose());

    it('narrows a list to a stage or a segment, with a search and without', async () => {
      expect(await idsOf('stage=postPurchase')).toEqual(['ada', 'bea']);
      expect(await idsOf('stage=consideration')).toEqual(['cleo']);
      expect(await idsOf('segment=big')).toEqual(['ada']);
      expect(await idsOf('segment=big&search=a')).toEqual(['ada']);
      expect(await idsOf('stage=consideration&search=ada')).toEqual([]);
      expect((await world.merchant('GET', '/v1/shoppers?stage=nowhere')).status).toBe(400);
    });

    it('keeps where they stand when what they are called changes', async () => {
      await world.merchant('PUT', '/v1/shoppers/ada', { name: 'Ada King' });
      await indexShoppers(world.deps);
      expect(await idsOf('segment=big')).toEqual(['ada']);
    });

    it('moves them when time passes, and when they buy', async () => {
      world.clock.at = TODAY + 20 * DAY_MS;
      await place();
      expect(await idsOf('stage=postPurchase')).toEqual([]);
      expect(await idsOf('stage=onboarding')).toEqual(['ada', 'bea']);
      world.clock.at = TODAY + 181 * DAY_MS;
      await buy('3', 'bea', 25_000);
      await place();
      expect(await idsOf('stage=lapsed')).toEqual(['ada']);
      expect(await idsOf('segment=big')).toEqual(['ada', 'bea']);
    });

    it('forgets a person who is erased at once, and does not find them again', async () => {
      expect((await world.merchant('DELETE', '/v1/shoppers/ada')).status).toBe(204);
      expect(await idsOf('stage=lapsed')).toEqual([]);
      await place();
      await indexShoppers(world.deps);
      await place();
      expect(await idsOf('stage=lapsed')).toEqual([]);
    });

    it('goes through everybody, some at a time', async () => {
      for (let i = 0; i < 230; i += 1) await world.merchant('PUT', `/v1/shoppers/n-${i}`, {});
      const next = createSegmentRefresh(world.deps);
      for (let round = 0; round < 4; round += 1) await next();
      const found = new Set<string>();
      for (let cursor = ''; ;) {
        const query = `stage=consideration&limit=100${cursor && `&cursor=${cursor}`}`;
        const answer = await world.merchant('GET', `/v1/shoppers?${query}`);
        const page = (await answer.json()) as { items: ListedShopper[]; nextCursor: string | null };
        for (const { id } of page.items) found.add(id ?? '');
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect([...found].filter((id) => id.startsWith('n-'))).toHaveLength(230);
    });
  },
);
