import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MyReviews, OwnReview, ReviewFigures, ReviewForm } from '@okaeri/shared/reviews';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  A_REVIEW,
  reviewActsOf,
  reviewProgram,
  type ReviewActs,
} from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('reviews, rule by rule, on $engine', ({ openTestStore }) => {
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
  const mine = async (who: string): Promise<MyReviews> =>
    (await (await acts.own(who, 'GET', '')).json()) as MyReviews;

  it('ask about what arrived and was kept, once its days have passed, until it has a review', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug', 'tea']);
    expect((await mine('ada')).prompts).toEqual([]);
    acts.days(7);
    expect((await mine('ada')).prompts.map(({ productId }) => productId)).toEqual(['mug', 'tea']);
    await acts.write('ada', 'mug');
    expect((await mine('ada')).prompts).toMatchObject([{ orderId: 'o1', productId: 'tea' }]);
    expect((await mine('ada')).reviews).toMatchObject([{ productId: 'mug', productTitle: null }]);
    acts.days(180);
    expect((await mine('ada')).prompts).toEqual([]);
  });

  it('ask everybody, or a share by lot that is the same each time', async () => {
    await begin();
    await settle({ askedShare: 0.5, askAfterDays: 0 });
    for (let order = 0; order < 20; order += 1)
      await acts.receive(`s${order}`, `o${order}`, ['mug']);
    acts.days(1);
    const asked = async (): Promise<boolean[]> => {
      const all: boolean[] = [];
      for (let order = 0; order < 20; order += 1)
        all.push((await mine(`s${order}`)).prompts.length > 0);
      return all;
    };
    const first = await asked();
    expect(first.filter(Boolean).length).toBeGreaterThan(3);
    expect(first.filter(Boolean).length).toBeLessThan(17);
    expect(await asked()).toEqual(first);
  });

  it('are for buyers, or for members who are then not called buyers', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug']);
    const stranger = await acts.own('bea', 'PUT', '/mug', A_REVIEW);
    expect(stranger.status).toBe(403);
    expect(await stranger.json()).toMatchObject({ code: 'notABuyer' });
    // Naming another's order does not help.
    const forged = { ...A_REVIEW, orderId: 'o1' };
    expect((await acts.own('bea', 'PUT', '/mug', forged)).status).toBe(403);
    expect(await acts.write('ada', 'mug')).toMatchObject({ verified: true, state: 'published' });
    await settle({ from: 'members' });
    expect(await acts.write('bea', 'mug')).toMatchObject({ verified: false });
  });

  it('are one per shopper and product: the same again changes nothing, another is an edit', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug']);
    const before = await acts.points('ada');
    const first = await acts.write('ada', 'mug');
    const again = await acts.own('ada', 'PUT', '/mug', A_REVIEW);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
    expect(await acts.points('ada')).toBe(before + 50);
    acts.days(3);
    const edited = await acts.write('ada', 'mug', { rating: 1, body: 'It broke.' });
    expect(edited).toMatchObject({ id: first.id, rating: 1, createdAt: first.createdAt });
    expect(edited.editedAt).not.toBeNull();
    expect(await acts.points('ada')).toBe(before + 50);
    const { summary, items } = await acts.list('mug');
    expect(summary).toMatchObject({ count: 1, average: 1, stars: [1, 0, 0, 0, 0] });
    expect(items).toHaveLength(1);
  });

  it('carry what was offered when it was shown, whatever the programme says later', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug']);
    const opened = (await (await acts.own('ada', 'POST', '/mug/open', {})).json()) as ReviewForm;
    expect(opened.offer).toMatchObject({ points: 50, photoPoints: 25 });
    const { earning } = reviewProgram();
    await world.publish({ ...reviewProgram(), earning: earning.slice(0, 1) });
    const before = await acts.points('ada');
    const review = await acts.write('ada', 'mug');
    expect(review.offer).toEqual(opened.offer);
    expect(await acts.points('ada')).toBe(before + 50);
    expect((await acts.list('mug')).summary).toMatchObject({
      offered: { count: 1 },
      notOffered: { count: 0, average: null },
    });
    // The person who opens the form now is offered nothing, and that is what is kept.
    await acts.receive('bea', 'o2', ['mug']);
    expect(await acts.write('bea', 'mug', { body: 'Nice.' })).toMatchObject({ offer: null });
    expect((await acts.list('mug')).summary.notOffered.count).toBe(1);
  });

  it('wait for a person where something about the words says so, never because of their stars', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug', 'tea', 'cup', 'pot']);
    for (const rating of [1, 5])
      expect(
        await acts.write('ada', rating === 1 ? 'mug' : 'tea', {
          rating,
          body: `Fine, and the handle fits ${rating} fingers.`,
        }),
      ).toMatchObject({ state: 'published' });
    const waits = await acts.write('ada', 'cup', { body: 'Cheaper at www.example.com today' });
    expect(waits.state).toBe('queued');
    const same = await acts.write('ada', 'pot', { body: 'FINE, and the handle fits 1   fingers.' });
    expect(same.state).toBe('queued');
    expect((await acts.list('cup')).items).toEqual([]);
    const waiting = await acts.waiting();
    expect(waiting).toMatchObject([
      { id: waits.id, rating: null, signals: ['link'], shopperId: 'ada' },
      { id: same.id, rating: null, signals: ['repeatedText'] },
    ]);
    const shown = await acts.decide(waits.id, { decision: 'publish' });
    expect(await shown.json()).toMatchObject({ state: 'published', rating: 4 });
    expect((await acts.list('cup')).items).toHaveLength(1);
    expect(await acts.waiting()).toHaveLength(1);
  });

  it('are withheld for a reason of the list only; the author sees it, may appeal, and gets all back', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug']);
    const before = await acts.points('ada');
    const { id } = await acts.write('ada', 'mug');
    expect((await acts.decide(id, { decision: 'withhold' })).status).toBe(400);
    expect((await acts.decide(id, { decision: 'withhold', reason: 'fewStars' })).status).toBe(400);
    await acts.decide(id, { decision: 'withhold', reason: 'unrelated', note: 'About the post.' });
    expect(await acts.points('ada')).toBe(before);
    expect((await acts.list('mug')).summary.count).toBe(0);
    const [review] = (await mine('ada')).reviews;
    expect(review).toMatchObject({
      state: 'withheld',
      decision: { reason: 'unrelated', note: 'About the post.' },
    });
    const figures = async (): Promise<ReviewFigures> =>
      (await (await world.storefront('GET', '/reviews/figures', {})).json()) as ReviewFigures;
    expect(await figures()).toMatchObject({ withheld: { stars: [0, 0, 0, 1, 0] } });
    const appeal = await acts.own('ada', 'POST', '/mug/appeal', { text: 'It is about the mug.' });
    expect(((await appeal.json()) as OwnReview).appealedAt).not.toBeNull();
    const twice = await acts.own('ada', 'POST', '/mug/appeal', { text: 'Hello?' });
    expect(await twice.json()).toMatchObject({ code: 'notAppealable' });
    expect(await acts.waiting()).toMatchObject([{ id, appeal: 'It is about the mug.' }]);
    await acts.decide(id, { decision: 'publish' });
    expect(await acts.points('ada')).toBe(before + 50);
    expect(await figures()).toMatchObject({ published: { count: 1 }, withheld: { count: 0 } });
  });

  it('may be rewarded here and nowhere where a platform forbids it', async () => {
    await begin();
    const { headers } = await world.merchant('GET', '/v1/program/draft');
    const follow = {
      id: 'out',
      on: 'follow',
      enabled: true,
      points: { fixed: 50 },
      network: 'T',
      url: 'https://www.trustpilot.com/evaluate/shop.example',
    };
    const { earning, ...program } = reviewProgram();
    const draft = { ...program, earning: [...earning, follow] };
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const saved = await world.merchant('PUT', '/v1/program/draft', draft, ifMatch);
    expect(await saved.json()).toMatchObject({ status: 422, code: 'incentiveForbidden' });
  });

  it('of insiders say so, and are neither offered nor given anything', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug']);
    await world.merchant('PUT', '/v1/shoppers/ada', { tags: ['staff'] });
    const before = await acts.points('ada');
    expect(await acts.write('ada', 'mug')).toMatchObject({ insider: true, offer: null });
    expect(await acts.points('ada')).toBe(before);
  });

  it('that are taken back take their points along, and written anew bring them again', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug']);
    const before = await acts.points('ada');
    await acts.write('ada', 'mug');
    expect((await acts.own('ada', 'DELETE', '/mug')).status).toBe(200);
    expect(await acts.points('ada')).toBe(before);
    expect((await acts.own('ada', 'DELETE', '/mug')).status).toBe(404);
    expect((await acts.list('mug')).items).toEqual([]);
    await acts.write('ada', 'mug', { body: 'I have thought again.' });
    expect(await acts.points('ada')).toBe(before + 50);
  });

  it('follow their author through a merge, and go with an author who is erased', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug']);
    await acts.receive('bea', 'o2', ['mug', 'tea']);
    await acts.write('ada', 'mug', { body: 'Ada on the mug.' });
    await acts.write('bea', 'mug', { body: 'Bea on the mug.' });
    await acts.write('bea', 'tea', { body: 'Bea on the tea.' });
    await world.merchant('POST', '/v1/shoppers/ada/merge', { from: 'bea' });
    expect((await mine('ada')).reviews.map(({ body }) => body)).toEqual(
      expect.arrayContaining(['Ada on the mug.', 'Bea on the tea.']),
    );
    expect((await acts.list('mug')).summary.count).toBe(2);
    const before = await acts.points('ada');
    await acts.own('ada', 'DELETE', '/tea');
    expect(await acts.points('ada')).toBe(before - 50);
    await world.merchant('DELETE', '/v1/shoppers/ada');
    const { items, summary } = await acts.list('mug');
    // Bea was Ada: what both wrote about the mug goes with her.
    expect(items).toEqual([]);
    expect(summary.count).toBe(0);
  });

  it('have an answer of the merchant, who can change that and nothing else', async () => {
    await begin();
    await acts.receive('ada', 'o1', ['mug']);
    const { id } = await acts.write('ada', 'mug');
    const reply = (method: string, text?: string): Promise<Response> =>
      world.merchant(method, `/v1/reviews/${id}/reply`, text === undefined ? undefined : { text });
    await reply('PUT', 'Thank you!');
    expect((await acts.list('mug')).items[0]?.reply).toMatchObject({
      text: 'Thank you!',
      editedAt: null,
    });
    acts.days(1);
    await reply('PUT', 'Thank you, Ada!');
    expect((await acts.list('mug')).items[0]?.reply?.editedAt).not.toBeNull();
    await reply('DELETE');
    expect((await acts.list('mug')).items[0]?.reply).toBeNull();
    for (const method of ['PUT', 'PATCH'])
      expect((await world.merchant(method, `/v1/reviews/${id}`, { rating: 5 })).status).toBe(404);
  });
});
