import { programDocument, type ProgramDocument } from '@okaeri/shared/program';

/**
 * Points by the yen, ranks by what was spent in a year, and limited-time points
 * (期間限定ポイント) beside the normal ones: how Japanese shops do it. Tax counts,
 * shipping does not, fractions are rounded up in the shopper's favour, and a point
 * is worth a yen, as with easyPoints (reference loyalty-peers, section 1.8).
 */
export const pointsAndRanks: ProgramDocument = programDocument.parse({
  name: { ja: 'ポイント会員', en: 'Points club' },
  pointsName: { ja: { other: 'ポイント' }, en: { one: 'point', other: 'points' } },
  timeZone: 'Asia/Tokyo',
  currency: 'JPY',
  pointValueMinor: 1,
  enrolment: 'automatic',
  earning: [
    {
      id: 'order',
      on: 'order',
      enabled: true,
      name: { ja: 'お買い物', en: 'Shopping' },
      points: { per: { JPY: { amountMinor: 100, points: 1 } } },
      includeTax: true,
      includeShipping: false,
      rounding: 'ceil',
      hold: { days: 14, from: 'fulfilled' },
    },
    {
      id: 'first-order',
      on: 'order',
      enabled: true,
      name: { ja: '初回ご購入特典', en: 'First order bonus' },
      points: { fixed: 300 },
      conditions: { firstOrder: true },
      expiry: { kind: 'perLot', days: 60 },
      includeTax: true,
      includeShipping: false,
      rounding: 'floor',
      hold: { days: 14, from: 'fulfilled' },
    },
    {
      id: 'signup',
      on: 'signup',
      enabled: true,
      points: { fixed: 100 },
      limit: { count: 1, every: 'lifetime' },
    },
    {
      id: 'birthday',
      on: 'birthday',
      enabled: true,
      name: { ja: 'お誕生日ポイント', en: 'Birthday points' },
      points: { fixed: 500 },
      variants: [{ tierIds: ['gold'], points: { fixed: 1000 } }],
      noticeDays: 30,
      expiry: { kind: 'perLot', days: 31 },
    },
    {
      id: 'review',
      on: 'review',
      enabled: true,
      points: { fixed: 50 },
      limit: { count: 5, every: 'month' },
      hold: { days: 7 },
    },
  ],
  expiry: { kind: 'inactivity', days: 365, activities: ['order', 'redemption'] },
  refunds: { policy: 'withinBalance', returnSpentPoints: 'fullRefund' },
  tiers: [
    { id: 'regular', name: { ja: 'レギュラー', en: 'Regular' }, entry: 0 },
    {
      id: 'silver',
      name: { ja: 'シルバー', en: 'Silver' },
      entry: 30_000,
      multiplier: '1.5',
      perks: [{ ja: 'ポイント1.5倍', en: 'Points × 1.5' }],
    },
    {
      id: 'gold',
      name: { ja: 'ゴールド', en: 'Gold' },
      entry: 100_000,
      keep: 80_000,
      multiplier: '2',
      perks: [
        { ja: 'ポイント2倍', en: 'Points × 2' },
        { ja: 'お誕生日ポイント2倍', en: 'Twice the birthday points' },
      ],
    },
  ],
  tierPolicy: {
    metric: 'spend',
    window: { kind: 'rolling', days: 365 },
    downgrade: 'byBalance',
    graceDays: 30,
  },
  rewards: [
    {
      id: 'discount',
      kind: 'variableDiscount',
      enabled: true,
      name: { ja: 'ポイントで割引', en: 'Pay with points' },
      cost: { variable: { stepPoints: 100, minimumPoints: 100, maximumPoints: 10_000 } },
      value: { JPY: 100 },
      validDays: 30,
    },
    {
      id: 'shipping',
      kind: 'freeShipping',
      enabled: true,
      name: { ja: '送料無料', en: 'Free shipping' },
      cost: { fixed: 400 },
      variants: [{ tierIds: ['gold'], cost: { fixed: 1 } }],
      value: { JPY: 600 },
      validDays: 30,
    },
  ],
  noticeDays: 30,
});
