import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram } from '../../testing/review-acts.ts';
import { openWorld } from '../../testing/world.ts';
import { REMOVED_KEPT_MS, sweepRemoved } from './sweep-removed.ts';

describe.each(ENGINES)('reviews that are not shown any more, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  it('are kept for a year when they were removed, and for good when they were withheld', async () => {
    const world = await openWorld(test.store, reviewProgram());
    const acts = reviewActsOf(world);
    await acts.receive('ada', 'o1', ['mug', 'tea']);
    const { id } = await acts.write('ada', 'mug');
    await acts.write('ada', 'tea');
    await acts.decide(id, { decision: 'withhold', reason: 'spam' });
    await acts.own('ada', 'DELETE', '/tea');
    const listed = async (state: string): Promise<unknown[]> => {
      const answer = await world.merchant('GET', `/v1/reviews?state=${state}`);
      return ((await answer.json()) as { items: unknown[] }).items;
    };
    world.clock.at += REMOVED_KEPT_MS;
    expect(await sweepRemoved(world.deps)).toBe(0);
    expect(await listed('removed')).toHaveLength(1);
    world.clock.at += 1;
    expect(await sweepRemoved(world.deps)).toBe(1);
    expect(await listed('removed')).toEqual([]);
    expect(await listed('withheld')).toHaveLength(1);
  });

  it('are decided many at once, each by itself', async () => {
    const world = await openWorld(test.store, reviewProgram());
    const acts = reviewActsOf(world);
    await acts.receive('ada', 'o1', ['mug', 'tea']);
    const before = await acts.points('ada');
    const ids = [(await acts.write('ada', 'mug')).id, (await acts.write('ada', 'tea')).id];
    const decision = { decision: 'withhold', reason: 'unrelated' };
    const body = { ids: [...ids, 'nothing', ids[0]], decision };
    const answer = await world.merchant('POST', '/v1/reviews/decisions', body);
    expect(await answer.json()).toEqual({
      items: [
        { id: ids[0], code: null },
        { id: ids[1], code: null },
        { id: 'nothing', code: 'unknownReview' },
      ],
    });
    expect(await acts.points('ada')).toBe(before);
    const ratings = { ids, decision: { decision: 'withhold', rating: 1 } };
    expect((await world.merchant('POST', '/v1/reviews/decisions', ratings)).status).toBe(400);
  });
});
