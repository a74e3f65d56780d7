import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { indexShoppers } from './index-shoppers.ts';
import { createSegmentRefresh } from './refresh-segments.ts';

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

describe.each(ENGINES)('changes of stage, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const place = async (): Promise<void> => {
    await indexShoppers(world.deps);
    await createSegmentRefresh(world.deps)();
  };
  const buy = async (id: string, who: string, change: object = {}): Promise<void> => {
    const now = new Date(world.clock.at).toISOString();
    const order = anOrder({ shopper: { id: who }, placedAt: now, paidAt: now, updatedAt: now });
    await world.merchant('PUT', `/v1/orders/${id}`, { ...order, ...change });
  };
  const changesOf = async (who: string): Promise<unknown[]> => {
    const answer = await world.merchant('GET', `/v1/shoppers/${who}/affairs`);
    return ((await answer.json()) as ShopperAffairs).stageChanges.map(({ day, from, to }) => [
      day,
      from,
      to,
    ]);
  };
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram({ timeZone: 'UTC' }));
    await world.merchant('PUT', '/v1/shoppers/ada', { name: 'Ada' });
    await buy('b1', 'bea');
    await place();
  });
  afterAll(() => test.dispose());

  it('one row is kept for a shopper and day, from where the day began to where it ended (E82)', async () => {
    expect(await changesOf('ada')).toEqual([[dayText(TODAY), null, 'consideration']]);
    world.clock.at += DAY_MS;
    await place();
    expect(await changesOf('ada')).toHaveLength(1);
    await buy('a1', 'ada');
    await place();
    const [latest, ...before] = await changesOf('ada');
    expect(latest).toEqual([dayText(TODAY + DAY_MS), 'consideration', 'postPurchase']);
    expect(before).toHaveLength(1);
  });

  it('whoever is back within the day has not moved', async () => {
    const cancelledAt = new Date(world.clock.at + 1000).toISOString();
    await buy('a1', 'ada', { cancelledAt, updatedAt: cancelledAt });
    await place();
    expect(await changesOf('ada')).toEqual([[dayText(TODAY), null, 'consideration']]);
  });

  it('of two who are one the way of the one who stays is kept; of whoever is erased the rows stay without a name', async () => {
    const stays = await changesOf('bea');
    await world.merchant('POST', '/v1/shoppers/bea/merge', { from: 'ada' });
    expect(await changesOf('bea')).toEqual(stays);
    const rows = async () => behind(test.url, 'select shopper_id, to_stage from stage_changes');
    expect(await rows()).toHaveLength(stays.length);
    const before = await rows();
    await world.merchant('DELETE', '/v1/shoppers/bea');
    await place();
    expect(await rows()).toEqual(before);
  });
});
