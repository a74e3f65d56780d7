import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OwnReview, ReviewForm, ReviewOffer } from '@okaeri/shared/reviews';
import type { ProgramDocument, ProgramRequest } from '@okaeri/shared/program';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { A_REVIEW, reviewActsOf, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what was promised for a review, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeEach(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, program());
    acts = reviewActsOf(world);
  });
  afterEach(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const program = (
    change: Partial<ProgramRequest> = {},
    rule: Record<string, unknown> = {},
  ): ProgramDocument =>
    programWith({
      earning: [
        orderRuleWith(),
        { id: 'review', on: 'review', enabled: true, points: { fixed: 20 }, ...rule },
      ],
      ...change,
    });
  const double = (days: number, more: object = {}): ProgramDocument =>
    program({
      campaigns: [
        {
          id: 'double',
          name: { en: 'Double' },
          enabled: true,
          from: isoOf(world.clock.at - DAY_MS),
          until: isoOf(world.clock.at + days * DAY_MS),
          ruleIds: ['review'],
          effect: { multiplier: '2' },
          ...more,
        },
      ],
    });
  const open = async (who: string, productId = 'mug'): Promise<ReviewOffer | null> => {
    const answer = await acts.own(who, 'POST', `/${productId}/open`, {});
    return ((await answer.json()) as ReviewForm).offer;
  };
  const paidFor = async (who: string, productId = 'mug'): Promise<number> => {
    const before = await acts.points(who);
    await acts.write(who, productId, { body: `On the ${productId} of ${who}.` });
    return (await acts.points(who)) - before;
  };

  it('under a campaign is paid when the campaign is over, and shown beside it (E38)', async () => {
    await world.publish(double(2));
    await acts.receive('ada', 'o1', ['mug']);
    expect(await open('ada')).toMatchObject({ points: 40 });
    acts.days(3);
    await world.publish(program());
    expect(await paidFor('ada')).toBe(40);
    expect((await acts.list('mug')).items[0]?.offer).toMatchObject({ points: 40 });
  });

  it('before a campaign began, or as nothing, is what is paid while it runs (E38)', async () => {
    await acts.receive('ada', 'o1', ['mug']);
    await acts.receive('bea', 'o2', ['mug']);
    expect(await open('ada')).toMatchObject({ points: 20 });
    await world.publish(program({}, { enabled: false }));
    expect(await open('bea')).toBeNull();
    await world.publish(double(9));
    expect(await paidFor('ada')).toBe(20);
    expect(await paidFor('bea')).toBe(0);
    const shown = (await acts.list('mug')).items.map(({ offer }) => offer?.points ?? null);
    expect(new Set(shown)).toEqual(new Set([20, null]));
  });

  it('is paid over a limit that was reached since, and nobody is promised more than it by opening many (E38)', async () => {
    await world.publish(program({}, { limit: { count: 2, every: 'month' } }));
    await acts.receive('ada', 'o1', ['mug', 'cup', 'pot', 'tea']);
    for (const productId of ['mug', 'cup'])
      expect(await open('ada', productId)).toMatchObject({ points: 20 });
    expect(await open('ada', 'pot')).toBeNull();
    const activity = { dedupeKey: 'else', shopper: { id: 'ada' }, kind: 'review' };
    await world.merchant('POST', '/v1/activities', activity);
    const paid = [];
    for (const productId of ['mug', 'cup', 'pot']) paid.push(await paidFor('ada', productId));
    expect(paid).toEqual([20, 20, 0]);
    acts.days(40);
    // What was not promised yet is, once there is room.
    expect(await open('ada', 'tea')).toMatchObject({ points: 20 });
    expect(await paidFor('ada', 'tea')).toBe(20);
  });

  it('out of a budget is paid though the budget is used up since', async () => {
    await world.publish(double(9, { budgetPoints: 30 }));
    for (const who of ['ada', 'bea', 'cal']) await acts.receive(who, `o-${who}`, ['mug']);
    expect(await open('ada')).toMatchObject({ points: 40 });
    expect(await open('bea')).toMatchObject({ points: 40 });
    expect(await paidFor('ada')).toBe(40);
    // What is left of it is what the next is promised.
    expect(await open('cal')).toMatchObject({ points: 30 });
    expect([await paidFor('bea'), await paidFor('cal')]).toEqual([40, 30]);
  });

  it('stays through edits, moderation and taking it back', async () => {
    await world.publish(double(2));
    await acts.receive('ada', 'o1', ['mug']);
    await open('ada');
    const before = await acts.points('ada');
    acts.days(3);
    const { id } = await acts.write('ada', 'mug');
    await world.publish(program({}, { points: { fixed: 7 } }));
    await acts.write('ada', 'mug', { rating: 1, body: 'It broke after a week.' });
    expect(await acts.points('ada')).toBe(before + 40);
    await acts.decide(id, { decision: 'withhold', reason: 'unrelated' });
    expect(await acts.points('ada')).toBe(before);
    await acts.decide(id, { decision: 'publish' });
    expect(await acts.points('ada')).toBe(before + 40);
    await acts.own('ada', 'DELETE', '/mug');
    expect(await acts.points('ada')).toBe(before);
    const again = await acts.own('ada', 'PUT', '/mug', A_REVIEW);
    expect(((await again.json()) as OwnReview).offer).toMatchObject({ points: 40 });
    expect(await acts.points('ada')).toBe(before + 40);
  });

  it('to somebody known twice is the better promise (E11)', async () => {
    await acts.receive('ada', 'o1', ['mug']);
    await acts.receive('bea', 'o2', ['mug']);
    await open('ada');
    await world.publish(double(2));
    await open('bea');
    await world.publish(program({}, { enabled: false }));
    await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'bea' });
    expect(await paidFor('ada')).toBe(40);
  });

  it('says nothing of how it was counted, in the page or to its author', async () => {
    await acts.receive('ada', 'o1', ['mug']);
    const told = ['photoPoints', 'points', 'programVersion', 'shownAt'];
    expect(Object.keys((await open('ada')) ?? {}).toSorted()).toEqual(told);
    const review = await acts.write('ada', 'mug');
    expect(Object.keys(review.offer ?? {}).toSorted()).toEqual(told);
    const [listed] = (await acts.list('mug')).items;
    expect(Object.keys(listed?.offer ?? {}).toSorted()).toEqual(told);
  });
});
