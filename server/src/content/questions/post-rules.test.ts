import { describe, expect, it } from 'vitest';
import {
  decidedPost,
  newPost,
  POSTS_PER_DAY,
  shownBy,
  toModerated,
  toOwnPost,
  toPublicQuestion,
  type NewPost,
} from './post-rules.ts';

type Post = ReturnType<typeof newPost>;

const NOW = Date.parse('2026-11-22T10:00:00Z');
const AT = '2026-11-22T10:00:00.000Z';

const said = (change: Partial<NewPost> = {}): NewPost => ({
  shopId: 'shop',
  id: 'post',
  productId: 'mug',
  questionId: null,
  shopperId: 'ada',
  author: 'shopper',
  name: 'Ada',
  body: 'Is it heavy?',
  language: 'en',
  textDigest: 'digest',
  signals: [],
  now: NOW,
  ...change,
});
const post = (change: Partial<Post> = {}): Post => ({ ...newPost(said()), ...change });

it('the eleventh post of a day brings a person', () => {
  expect(POSTS_PER_DAY).toBe(10);
});

describe('a new question or answer', () => {
  it('without a signal is shown at once, and nothing has become of it yet', () => {
    const { now: _now, ...words } = said();
    expect(newPost(said())).toEqual({
      ...words,
      rank: 1,
      state: 'published',
      waitingSince: null,
      decisions: [],
      reason: null,
      helpful: 0,
      reports: 0,
      answers: 0,
      editedAt: null,
      createdAt: NOW,
      removedAt: null,
      version: 1,
    });
  });

  it('with a signal waits for a person from now on', () => {
    const waiting = { state: 'queued', waitingSince: NOW, signals: ['link'] };
    expect(newPost(said({ signals: ['link'] }))).toMatchObject(waiting);
  });

  it('of the shop stands before those of shoppers', () => {
    expect(newPost(said({ author: 'shop' })).rank).toBe(0);
    expect(newPost(said({ author: 'shopper' })).rank).toBe(1);
  });
});

it('a decision about a post changes its state and nothing that was said', () => {
  const queued = post({ state: 'queued', waitingSince: NOW });
  const shown = { ...queued, state: 'published', waitingSince: null };
  expect(decidedPost(queued, { decision: 'publish' }, NOW + 1)).toEqual({
    ...shown,
    decisions: [{ kind: 'published', at: NOW + 1 }],
  });
  const withhold = { decision: 'withhold', reason: 'privateInformation' } as const;
  expect(decidedPost(queued, withhold, NOW + 1)).toMatchObject({
    state: 'withheld',
    reason: 'privateInformation',
    waitingSince: null,
    body: queued.body,
  });
});

it.each([
  [null, 'published', 1],
  [null, 'queued', 0],
  ['published', 'published', 0],
  ['queued', 'published', 1],
  ['withheld', 'published', 1],
  ['published', 'withheld', -1],
  ['published', 'removed', -1],
  ['queued', 'withheld', 0],
] as const)('an answer that was %s and is %s changes what is shown by %i', (was, is, by) => {
  expect(shownBy(was === null ? null : post({ state: was }), post({ state: is }))).toBe(by);
});

describe('a question as everybody sees it', () => {
  it('has its words and its answers, and nothing of who wrote them', () => {
    const answer = post({ id: 'answer', questionId: 'post', name: 'Grace', helpful: 2 });
    const question = toPublicQuestion(post({ answers: 5 }), [answer]);
    expect(question).toEqual({
      id: 'post',
      productId: 'mug',
      name: 'Ada',
      body: 'Is it heavy?',
      language: 'en',
      createdAt: AT,
      answerCount: 5,
      answers: [
        {
          id: 'answer',
          from: 'buyer',
          name: 'Grace',
          body: 'Is it heavy?',
          language: 'en',
          helpful: 2,
          createdAt: AT,
        },
      ],
    });
  });

  it.each([
    ['shopper', 'buyer'],
    ['shop', 'shop'],
  ] as const)('says of an answer of a %s that it is of a %s', (author, from) => {
    expect(toPublicQuestion(post(), [post({ author })]).answers[0]?.from).toBe(from);
  });

  it('may have no answer', () => {
    expect(toPublicQuestion(post(), [])).toMatchObject({ answerCount: 0, answers: [] });
  });
});

it('one’s own post is shown with its state and its time alone', () => {
  expect(toOwnPost(post({ state: 'queued' }))).toEqual({
    id: 'post',
    state: 'queued',
    createdAt: AT,
  });
});

describe('a post as the person who decides about it sees it', () => {
  const MUG = { title: { en: 'Everyday mug' }, url: null, imageUrl: null };
  const withheld = (at: number, note: string | null) =>
    ({ kind: 'withheld', at, reason: 'privateInformation', note }) as const;
  const published = { kind: 'published', at: NOW + 2 } as const;

  it('has its words, its signals and its reason', () => {
    expect(toModerated(post({ signals: ['link'], state: 'queued', answers: 2 }), MUG)).toEqual({
      id: 'post',
      kind: 'question',
      questionId: null,
      productId: 'mug',
      product: MUG,
      from: 'shopper',
      name: 'Ada',
      body: 'Is it heavy?',
      state: 'queued',
      signals: ['link'],
      reason: null,
      decision: null,
      answerCount: 2,
      createdAt: AT,
      editedAt: null,
    });
    const answer = toModerated(
      post({ questionId: 'q', author: 'shop', editedAt: NOW + 1000 }),
      null,
    );
    expect(answer).toMatchObject({
      kind: 'answer',
      questionId: 'q',
      from: 'shop',
      editedAt: '2026-11-22T10:00:01.000Z',
    });
  });

  it.each([
    ['nothing was decided', 'withheld', [], null],
    [
      'it was withheld twice',
      'withheld',
      [withheld(NOW, 'first'), withheld(NOW + 1000, null)],
      { reason: 'privateInformation', note: null, at: '2026-11-22T10:00:01.000Z' },
    ],
    [
      'it is withheld after another decision',
      'withheld',
      [withheld(NOW, 'a note'), published],
      { reason: 'privateInformation', note: 'a note', at: AT },
    ],
    ['it was withheld and is shown', 'published', [withheld(NOW, null), published], null],
    ['it was withheld and waits', 'queued', [withheld(NOW, null)], null],
  ] as const)(
    'where %s has the decision that it stands on',
    (_what, state, decisions, decision) => {
      expect(
        toModerated(post({ state, decisions, reason: 'privateInformation' }), null).decision,
      ).toEqual(decision);
    },
  );
});
