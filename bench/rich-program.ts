import type { ProgramRequest } from '@okaeri/shared/program';

const RUNNING = {
  enabled: true,
  name: { en: 'Campaign' },
  from: '2020-01-01T00:00:00Z',
  until: '2090-01-01T00:00:00Z',
};
const ORDER = {
  on: 'order',
  enabled: true,
  includeTax: false,
  includeShipping: false,
  rounding: 'floor',
  hold: { days: 14, from: 'fulfilled' },
} as const;
const play = (id: string) => ({ id, enabled: true, name: { en: id } });
const reward = (id: string) => ({
  id,
  enabled: true,
  name: { en: id },
  cost: { fixed: 500 },
  value: { USD: 500 },
  validDays: 30,
});

/**
 * A programme with every kind of rule in use at once: each order meets two rules
 * with caps, two campaigns of which one has a budget, a challenge, a streak, a draw
 * and a ladder of tiers; each shopper's view has every kind of reward to judge.
 */
export const richProgram: ProgramRequest = {
  name: { en: 'Everything' },
  pointsName: { en: { one: 'point', other: 'points' } },
  timeZone: 'America/New_York',
  currency: 'USD',
  pointValueMinor: 1,
  enrolment: 'automatic',
  earning: [
    {
      ...ORDER,
      id: 'order',
      points: { per: { USD: { amountMinor: 100, points: 1 } } },
      variants: [{ tierIds: ['gold'], points: { per: { USD: { amountMinor: 80, points: 1 } } } }],
      limit: { points: 1_000_000, every: 'year' },
    },
    {
      ...ORDER,
      id: 'coffee',
      points: { fixed: 10 },
      scope: { productIds: ['p-9'] },
      limit: { count: 500, every: 'rolling', days: 30 },
    },
    { ...ORDER, id: 'first', points: { fixed: 50 }, conditions: { firstOrder: true } },
    { ...ORDER, id: 'wholesale', points: { fixed: 5 }, conditions: { segmentIds: ['big'] } },
    {
      id: 'signup',
      on: 'signup',
      enabled: true,
      points: { fixed: 100 },
      limit: { count: 1, every: 'lifetime' },
    },
    { id: 'birthday', on: 'birthday', enabled: true, points: { fixed: 100 }, noticeDays: 30 },
    {
      id: 'profile',
      on: 'profile',
      enabled: true,
      points: { fixed: 20 },
      fields: ['name', 'birthday'],
    },
    { id: 'anniversary', on: 'anniversary', enabled: true, points: { fixed: 50 } },
    { id: 'newsletter', on: 'newsletter', enabled: true, points: { fixed: 20 } },
    { id: 'visit', on: 'visit', enabled: true, points: { fixed: 1 } },
    {
      id: 'share',
      on: 'share',
      enabled: true,
      points: { fixed: 5 },
      network: 'Bluesky',
      url: 'https://shop.example/',
    },
    {
      id: 'follow',
      on: 'follow',
      enabled: true,
      points: { fixed: 5 },
      network: 'Bluesky',
      url: 'https://bsky.example/shop',
    },
    {
      id: 'review',
      on: 'review',
      enabled: true,
      points: { fixed: 25 },
      limit: { count: 5, every: 'month' },
      hold: { days: 7 },
    },
    { id: 'photo', on: 'photo', enabled: true, points: { fixed: 15 } },
    { id: 'survey', on: 'survey', enabled: true, points: { fixed: 15 } },
    { id: 'recycle', on: 'activity', enabled: true, points: { fixed: 30 }, activity: 'recycle' },
    {
      id: 'friend',
      on: 'referral',
      enabled: true,
      points: { fixed: 500 },
      friendPoints: 100,
      hold: { days: 14, from: 'paid' },
    },
  ],
  expiry: { kind: 'inactivity', days: 365, activities: ['order', 'redemption'] },
  refunds: { policy: 'withinBalance', returnSpentPoints: 'fullRefund' },
  campaigns: [
    { ...RUNNING, id: 'double', effect: { multiplier: '2' }, budgetPoints: 900_000_000 },
    {
      ...RUNNING,
      id: 'beans',
      effect: { bonus: 5 },
      ruleIds: ['coffee'],
      expiry: { kind: 'perLot', days: 60 },
    },
  ],
  tiers: [
    { id: 'bronze', name: { en: 'Bronze' }, entry: 0 },
    { id: 'silver', name: { en: 'Silver' }, entry: 50_000, multiplier: '1.5' },
    { id: 'gold', name: { en: 'Gold' }, entry: 1_000_000, keep: 800_000, entryPoints: 100 },
  ],
  tierPolicy: {
    metric: 'spend',
    window: { kind: 'rolling', days: 365 },
    downgrade: 'oneStep',
    graceDays: 30,
  },
  segments: [
    { id: 'big', name: { en: 'Big' }, spendMinor: { min: 100_000_000 } },
    { id: 'loyal', name: { en: 'Loyal' }, stages: ['loyal', 'advocacy'] },
  ],
  rewards: [
    { ...reward('off5'), kind: 'fixedDiscount', stock: 1_000_000 },
    {
      ...reward('slide'),
      kind: 'variableDiscount',
      cost: { variable: { stepPoints: 100, minimumPoints: 100, maximumPoints: 5000 } },
      limit: { count: 5, every: 'month' },
    },
    { ...reward('tenth'), kind: 'percentage', percent: 10 },
    { ...reward('ship'), kind: 'freeShipping', tierIds: ['silver', 'gold'] },
    { ...reward('mug'), kind: 'freeProduct', productId: 'p-1' },
    { ...reward('beans-off'), kind: 'productDiscount', productIds: ['p-9'], tags: ['coffee'] },
    { ...reward('season'), kind: 'collectionDiscount', collectionIds: ['c-1'] },
    { ...reward('card'), kind: 'giftCard', cost: { fixed: 2000 } },
    { ...reward('trees'), kind: 'donation', cause: { en: 'Trees' } },
    { ...reward('early'), kind: 'earlyAccess', from: '2027-01-01T00:00:00Z' },
    { ...reward('tasting'), kind: 'event', startsAt: '2027-02-01T00:00:00Z' },
    { ...reward('letter'), kind: 'custom', segmentIds: ['loyal'] },
  ],
  badges: [{ id: 'regular', name: { en: 'Regular' } }],
  challenges: [
    {
      ...play('month'),
      metric: 'orders',
      target: 1_000_000,
      period: 'month',
      points: 50,
      badgeId: 'regular',
    },
  ],
  streaks: [{ ...play('weeks'), every: 'week', length: 4, points: 20 }],
  gifts: [
    {
      ...play('luck'),
      probabilityPpm: 1,
      points: 5,
      from: RUNNING.from,
      until: RUNNING.until,
      budgetPoints: 1_000_000,
    },
  ],
};
