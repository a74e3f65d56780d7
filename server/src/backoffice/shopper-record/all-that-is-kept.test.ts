import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopperExport } from '@okaeri/shared/affairs';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { readAffairs } from './read-affairs.ts';
import { findShopper } from '../../loyalty/shoppers/shopper-ref.ts';

describe.each(ENGINES)('all that is kept of one person, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  let reviewId: string;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
    for (const who of ['ann', 'ada', 'former']) await acts.receive(who, `o-${who}`, ['mug']);
    await acts.receive('ada', 'o-more', [
      'pot',
      'jug',
      'cup',
      'pan',
      'lid',
      'cap',
      'tin',
      'hat',
      'bag',
      'box',
    ]);
    const profile = { name: 'Former Name', email: 'former@x.example' };
    await world.merchant('PUT', '/v1/shoppers/former', profile);
    const { id } = await acts.write('ada', 'mug', { name: 'Ada L.' });
    reviewId = id;
    await acts.write('ada', 'mug', {
      name: 'Ada L.',
      body: 'It keeps warm for two hours, no more.',
    });
    const withheld = await acts.decide(id, { decision: 'withhold', reason: 'spam' });
    expect(withheld.status).toBe(200);
    await acts.own('ada', 'POST', '/mug/appeal', { text: 'appeal words' });
    await world.merchant('PUT', `/v1/reviews/${id}/reply`, { text: 'reply words' });
    const { id: other } = await acts.write('ann', 'mug', { body: 'Another opinion altogether.' });
    const note = { reason: 'other', note: 'report words' };
    await as('ada', 'PUT', `/reviews/${other}/report`, note);
    const asked = await as('ann', 'POST', '/products/mug/questions', { body: 'Is it heavy?' });
    const question = (await asked.json()) as { id: string };
    await as('ada', 'PUT', `/questions/${question.id}/report`, note);
    await world.merchant('POST', '/v1/activities', {
      dedupeKey: 'visit-1',
      kind: 'activity',
      activity: 'workshop',
      shopper: { id: 'ada' },
    });
    await acts.take('key', 'ada');
    await behind(test.url, "update redemptions set note = 'note words'");
    await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'former' });
  });
  afterAll(() => test.dispose());

  const as = async (who: string, method: string, path: string, body: object): Promise<Response> => {
    const answer = await world.storefront(method, path, { token: await world.token(who), body });
    expect(answer.ok).toBe(true);
    return answer;
  };
  const exported = async (): Promise<ShopperExport> =>
    (await (await world.merchant('GET', '/v1/shoppers/ada/export')).json()) as ShopperExport;

  it('is exported: reviews as they were, reports, acts, and who was merged', async () => {
    const all = await exported();
    expect(all.former).toEqual([expect.objectContaining({ name: 'Former Name' })]);
    expect(all.reports.map(({ about, note }) => `${about}: ${note}`).toSorted()).toEqual([
      'post: report words',
      'review: report words',
    ]);
    const review = all.reviews.find(({ id }) => id === reviewId);
    expect(review).toMatchObject({
      name: 'Ada L.',
      photos: [],
      history: [{ body: 'Keeps the tea warm for an hour.' }],
      appeals: [{ text: 'appeal words' }],
    });
    expect(all.activities).toEqual([
      expect.objectContaining({ id: 'visit-1', kind: 'activity', name: 'workshop' }),
    ]);
  });

  it('is exported however much it is', async () => {
    const row = await findShopper(world.deps, world.keys.shopId, { externalId: 'ada' });
    if (row === undefined) throw new Error('Ada is not there.');
    const many = 150_000;
    await behind(
      test.url,
      `insert into touches (shop_id, key, id, shopper_id, kind, class, channel, subject, priority, arm, planned_at, due_at, valid_until, ask_at, decision, decided_at) with recursive n(i) as (select 1 union all select i + 1 from n where i < ${many}) select '${row.shopId}', cast(i as text), cast(i as text), '${row.id}', 'nextStep', 'marketing', 'page', cast(i as text), 20, 'treated', i, i, i, i, 'shown', i from n`,
    );
    const asked = { row, limit: 1_000_000, forAuthor: true };
    const { contacts } = await readAffairs(world.deps, await world.shop(), asked);
    expect(contacts).toHaveLength(many);
  });

  it('goes with the person: no words of theirs, and none to them', async () => {
    expect((await world.merchant('DELETE', '/v1/shoppers/ada')).status).toBe(204);
    for (const column of [
      'note from review_reports',
      'note from post_reports',
      'note from redemptions',
      'cast(reply as text) as reply from reviews',
      'cast(decisions as text) as decisions from reviews',
    ])
      expect(JSON.stringify(await behind(test.url, `select ${column}`)), column).not.toContain(
        'words',
      );
  });
});
