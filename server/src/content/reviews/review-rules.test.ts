import { describe, expect, it } from 'vitest';
import { editedReview, HISTORY_MAX, newReview, type Draft, type Origin } from './review-rules.ts';

type Review = ReturnType<typeof newReview>;

const NOW = Date.parse('2026-11-22T10:00:00Z');
const LATER = NOW + 1000;

const draft = (change: Partial<Draft> = {}): Draft => ({
  rating: 4,
  title: 'Fine',
  body: 'A good mug.',
  language: 'en',
  name: 'Ada',
  attributes: { fit: 'large', colour: 'red' },
  folded: 'fine\na good mug.',
  textDigest: 'digest',
  orderId: 'order',
  photos: 1,
  signals: [],
  now: NOW,
  ...change,
});
const ORIGIN: Origin = {
  shopId: 'shop',
  id: 'review',
  shopperId: 'ada',
  productId: 'mug',
  insider: false,
  offer: null,
};
const review = (change: Partial<Review> = {}): Review => ({
  ...newReview(draft(), ORIGIN),
  ...change,
});

describe('a new review', () => {
  it('without a signal is shown at once, and nothing has become of it yet', () => {
    const { now: _now, ...words } = draft();
    expect(newReview(draft(), ORIGIN)).toEqual({
      ...ORIGIN,
      ...words,
      state: 'published',
      waitingSince: null,
      importedFrom: null,
      importId: null,
      helpful: 0,
      reports: 0,
      reply: null,
      pointsGivenAt: null,
      decisions: [],
      reason: null,
      history: [],
      createdAt: NOW,
      editedAt: null,
      removedAt: null,
      version: 1,
    });
  });

  it('with a signal waits for a person from now on', () => {
    const waiting = { state: 'queued', waitingSince: NOW, signals: ['link'] };
    expect(newReview(draft({ signals: ['link'] }), ORIGIN)).toMatchObject(waiting);
  });

  it.each([1, 2, 3, 4, 5])('of %i stars is shown like any other', (rating) => {
    for (const signals of [[], ['link']] as const)
      expect(newReview(draft({ rating, signals }), ORIGIN).state).toBe(
        signals.length === 0 ? 'published' : 'queued',
      );
  });
});

describe('an edit that says the same', () => {
  it('leaves the review as it is, whatever its state', () => {
    for (const state of ['published', 'queued', 'withheld'] as const) {
      const row = review({ state });
      expect(editedReview(row, draft({ now: LATER }))).toBe(row);
    }
  });

  it('may list what was chosen in another order', () => {
    const row = review();
    const turned = draft({ attributes: { colour: 'red', fit: 'large' } });
    expect(editedReview(row, turned)).toBe(row);
  });

  it('may stand on another order, as that is not said', () => {
    const row = review();
    expect(editedReview(row, draft({ orderId: null, signals: ['link'] }))).toBe(row);
  });

  it('brings back what was removed', () => {
    const row = review({ state: 'removed', removedAt: NOW });
    const back = editedReview(row, draft({ now: LATER }));
    expect(back).toMatchObject({ state: 'published', removedAt: null, editedAt: LATER });
  });
});

describe('an edit of a review', () => {
  it.each([
    { rating: 5 },
    { title: null },
    { body: 'A bad mug.' },
    { language: null },
    { name: 'A.' },
    { photos: 0 },
    { attributes: {} },
    { attributes: { fit: 'large' } },
    { attributes: { fit: 'small', colour: 'red' } },
    { attributes: { fit: 'large', colour: 'red', use: 'tea' } },
    { attributes: { fit: 'large', shade: 'red' } },
  ])('to %j is one, and keeps what it said', (change) => {
    const edited = editedReview(review(), draft({ ...change, now: LATER }));
    expect(edited).toMatchObject({
      ...change,
      state: 'published',
      waitingSince: null,
      editedAt: LATER,
      createdAt: NOW,
      history: [{ rating: 4, title: 'Fine', body: 'A good mug.', until: LATER }],
    });
  });

  it.each([
    ['published', [], 'published'],
    ['queued', [], 'published'],
    ['removed', [], 'published'],
    ['withheld', [], 'queued'],
    ['published', ['link'], 'queued'],
    ['withheld', ['link'], 'queued'],
  ] as const)('that was %s, with the signals %j, is %s', (state, signals, after) => {
    const row = review({ state, reason: 'privateInformation', removedAt: NOW, waitingSince: NOW });
    const edited = editedReview(row, draft({ rating: 1, signals, now: LATER }));
    expect(edited).toMatchObject({
      state: after,
      waitingSince: after === 'queued' ? LATER : null,
      signals,
      reason: null,
      removedAt: null,
    });
  });

  it('leaves alone whatever its author does not say', () => {
    const offer = { points: 5, photoPoints: 0, programVersion: 1, shownAt: '2026-11-01T00:00:00Z' };
    const row = review({ offer, helpful: 3, reports: 2, version: 7, insider: true });
    const kept = { offer, helpful: 3, reports: 2, version: 7, insider: true, shopperId: 'ada' };
    expect(editedReview(row, draft({ rating: 1 }))).toMatchObject(kept);
  });

  it.each([
    [0, 1],
    [HISTORY_MAX - 1, HISTORY_MAX],
    [HISTORY_MAX, HISTORY_MAX],
  ])('after %i earlier ones leaves %i in its history, the latest', (before, after) => {
    const history = Array.from({ length: before }, (_, index) => ({
      rating: 1,
      title: null,
      body: `${index}`,
      until: index,
    }));
    const edited = editedReview(review({ history }), draft({ rating: 1, now: LATER }));
    expect(edited.history).toHaveLength(after);
    expect(edited.history.at(-1)).toMatchObject({ rating: 4, until: LATER });
    expect(edited.history[0]).toMatchObject(
      before === HISTORY_MAX ? { body: '1' } : { body: before === 0 ? 'A good mug.' : '0' },
    );
  });

  it('keeps the words of twenty edits', () => {
    expect(HISTORY_MAX).toBe(20);
  });
});
