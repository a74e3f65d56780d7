import { describe, expect, it } from 'vitest';
import type { Stage } from '@okaeri/shared/segments';
import { defaultProgram } from '../../loyalty/program/default-program.ts';
import { nextThings, type ShopState } from './next-rules.ts';

type Insights = NonNullable<Parameters<typeof nextThings>[1]>;
type Rule = ShopState['document']['earning'][number];

const DOCUMENT = defaultProgram('USD');
const CALM = { reviews: 0, questions: 0, referrals: 0 };
const fixed = { points: { fixed: 10 } };
const act = (on: 'review' | 'referral' | 'birthday', enabled = true): Rule => {
  const [signup] = DOCUMENT.earning.filter((rule) => rule.on === 'signup');
  // Of a rule only its kind, and whether it is on, counts here.
  return { ...signup, ...fixed, id: on, on, enabled } as Rule;
};
const TIER = {
  id: 'all',
  name: { en: 'All' },
  entry: 0,
  multiplier: '1',
  perks: [],
  entryPoints: 0,
};

/** A shop with nothing left to do, but for what a test changes. */
const shop = (
  change: Partial<ShopState> = {},
  document: Partial<ShopState['document']> = {},
): ShopState => ({
  document: {
    ...DOCUMENT,
    earning: [...DOCUMENT.earning, act('review'), act('referral'), act('birthday')],
    tiers: [TIER],
    ...document,
  },
  waiting: CALM,
  isSeen: true,
  hasMail: true,
  hasColours: true,
  ...change,
});
const insights = (
  of: Partial<Pick<Insights, 'holders' | 'canRedeem'>>,
  counts: Partial<Record<Stage, number>> = {},
): Insights => ({
  takenAt: '2026-11-22T10:00:00Z',
  currency: 'USD',
  stages: Object.entries(counts).map(([stage, now]) => ({ stage: stage as Stage, now, before: 0 })),
  moves: [],
  repeat: { share: null, low: null, high: null, count: 0, of: 0 },
  memberShare: { share: null, low: null, high: null, count: 0, of: 0 },
  redemptionShare: null,
  outstanding: { points: 0, minor: 0, shoppers: 0 },
  members: 0,
  canRedeem: 0,
  holders: 0,
  reviews: 0,
  months: [],
  ...of,
});
const without = (on: string): Rule[] => shop().document.earning.filter((rule) => rule.on !== on);

describe('what is worth doing next', () => {
  it('is nothing where nothing is left to do', () => {
    expect(nextThings(shop(), null)).toEqual([]);
    expect(nextThings(shop(), insights({}))).toEqual([]);
  });

  it.each([
    ['reviewsWait', 1, shop({ waiting: { ...CALM, reviews: 1 } })],
    ['questionsWait', 1, shop({ waiting: { ...CALM, questions: 1 } })],
    ['questionsWait', 2, shop({ waiting: { ...CALM, questions: 2 } })],
    ['referralsWait', 1, shop({ waiting: { ...CALM, referrals: 1 } })],
    ['addOrderRule', null, shop({}, { earning: without('order') })],
    ['addRewards', null, shop({}, { rewards: [] })],
    ['installWidget', null, shop({ isSeen: false })],
    ['setUpMail', null, shop({ hasMail: false })],
    ['rewardReviews', null, shop({}, { earning: without('review') })],
    ['addTiers', null, shop({}, { tiers: [] })],
    ['rewardReferrals', null, shop({}, { earning: without('referral') })],
    ['rewardBirthdays', null, shop({}, { earning: without('birthday') })],
    ['chooseColours', null, shop({ hasColours: false })],
  ] as const)('is "%s" (%s) where that alone is left', (kind, count, state) => {
    expect(nextThings(state, null)).toEqual([{ kind, count }]);
  });

  it('is to turn on what is there and turned off', () => {
    const rewards = DOCUMENT.rewards.map((reward) => ({ ...reward, enabled: false }));
    expect(nextThings(shop({}, { rewards }), null)).toEqual([{ kind: 'addRewards', count: null }]);
    const earning = [...without('review'), act('review', false)];
    expect(nextThings(shop({}, { earning }), null)).toMatchObject([{ kind: 'rewardReviews' }]);
    // One that is on is enough.
    expect(nextThings(shop({}, { earning: [...earning, act('review')] }), null)).toEqual([]);
  });

  it('is three things at most, the most urgent first', () => {
    const all: ShopState = {
      document: { ...DOCUMENT, earning: [], rewards: [], tiers: [] },
      waiting: { reviews: 1, questions: 2, referrals: 3 },
      isSeen: false,
      hasMail: false,
      hasColours: false,
    };
    const kinds = (state: ShopState) => nextThings(state, null).map(({ kind }) => kind);
    expect(kinds(all)).toEqual(['reviewsWait', 'questionsWait', 'referralsWait']);
    expect(kinds({ ...all, waiting: CALM })).toEqual([
      'addOrderRule',
      'addRewards',
      'installWidget',
    ]);
    const runs = { ...all, waiting: CALM, isSeen: true, document: shop().document };
    expect(kinds(runs)).toEqual(['setUpMail', 'chooseColours']);
    const { earning } = shop().document;
    const [order] = earning.filter((rule) => rule.on === 'order');
    const bare = shop({ hasColours: false }, { earning: order ? [order] : [], tiers: [] });
    expect(kinds(bare)).toEqual(['rewardReviews', 'addTiers', 'rewardReferrals']);
  });
});

describe('what the figures say is worth doing', () => {
  const kinds = (figures: Insights, state = shop()) => nextThings(state, figures);

  it.each([
    [29, 0, null],
    [30, 15, null],
    [30, 14, 16],
    [100, 49, 51],
    [100, 50, null],
    [30, 0, 30],
  ])('is, of %i holders of whom %i can redeem, rewards within reach of %s', (...row) => {
    const [holders, canRedeem, poor] = row;
    const found = poor === null ? [] : [{ kind: 'rewardsOutOfReach', count: poor }];
    expect(kinds(insights({ holders, canRedeem }))).toEqual(found);
  });

  it.each([
    [{ loyal: 60, lapsed: 40 }, null],
    [{ loyal: 59, lapsed: 41 }, 41],
    [{ lapsed: 29 }, null],
    [{ lapsed: 30 }, 30],
    // Who never bought is not won back.
    [{ consideration: 1000, loyal: 10, lapsed: 20 }, 20],
    [{ consideration: 1000, loyal: 9, lapsed: 20 }, null],
    [{ loyal: 100 }, null],
  ])('is, with %j, to win back %s', (counts, lapsed) => {
    const found = lapsed === null ? [] : [{ kind: 'winBack', count: lapsed }];
    expect(kinds(insights({}, counts))).toEqual(found);
  });

  it('stands before what the programme could do besides, and waits for rewards', () => {
    const figures = insights({ holders: 30, canRedeem: 0 }, { lapsed: 30 });
    const bare = shop({}, { tiers: [], earning: without('review') });
    expect(kinds(figures, bare).map(({ kind }) => kind)).toEqual([
      'rewardsOutOfReach',
      'winBack',
      'rewardReviews',
    ]);
    expect(kinds(figures, shop({}, { rewards: [] }))).toEqual([
      { kind: 'addRewards', count: null },
    ]);
  });
});
