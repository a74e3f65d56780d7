import { programDocument, type ProgramDocument } from '@okaeri/shared/program';

/**
 * Choosing well earns more, and points become gifts to causes: refills and repairs
 * earn through their tags, badges say what was done, a streak rewards coming back.
 */
export const goodCauses = (): ProgramDocument =>
  programDocument.parse({
    name: { en: 'Together', ja: 'いっしょに' },
    pointsName: { en: { one: 'leaf', other: 'leaves' }, ja: { other: 'リーフ' } },
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    pointValueMinor: 1,
    enrolment: 'explicit',
    earning: [
      {
        id: 'order',
        on: 'order',
        enabled: true,
        points: { per: { EUR: { amountMinor: 100, points: 1 } } },
        includeTax: true,
        includeShipping: false,
        rounding: 'round',
        hold: { days: 14, from: 'delivered' },
      },
      {
        id: 'refill',
        on: 'order',
        enabled: true,
        name: { en: 'Refills and repairs', ja: '詰め替え・修理' },
        points: { per: { EUR: { amountMinor: 100, points: 3 } } },
        scope: { tags: ['refill', 'repair'] },
        includeTax: true,
        includeShipping: false,
        rounding: 'round',
        hold: { days: 14, from: 'delivered' },
      },
      {
        id: 'bring-back',
        on: 'activity',
        activity: 'packaging-returned',
        enabled: true,
        name: { en: 'Packaging brought back', ja: '容器の返却' },
        points: { fixed: 10 },
        limit: { count: 4, every: 'month' },
      },
      {
        id: 'signup',
        on: 'signup',
        enabled: true,
        points: { fixed: 20 },
        limit: { count: 1, every: 'lifetime' },
      },
      {
        id: 'review',
        on: 'review',
        enabled: true,
        points: { fixed: 10 },
        limit: { count: 3, every: 'rolling', days: 30 },
      },
    ],
    expiry: { kind: 'calendar', on: ['12-31'], minimumDays: 180 },
    refunds: { policy: 'withinBalance', returnSpentPoints: 'fullRefund' },
    rewards: [
      {
        id: 'trees',
        kind: 'donation',
        enabled: true,
        name: { en: 'Plant a tree', ja: '木を植える' },
        cause: { en: 'Reforestation', ja: '森づくり' },
        cost: { fixed: 100 },
        value: { EUR: 100 },
        validDays: 1,
      },
      {
        id: 'off5',
        kind: 'fixedDiscount',
        enabled: true,
        name: { en: '€5 off', ja: '5ユーロ引き' },
        cost: { fixed: 500 },
        value: { EUR: 500 },
        validDays: 180,
      },
    ],
    badges: [
      { id: 'refiller', name: { en: 'Refiller', ja: '詰め替え名人' } },
      { id: 'regular', name: { en: 'Always back', ja: '常連' } },
      { id: 'returner', name: { en: 'Nothing wasted', ja: 'もったいない' } },
    ],
    challenges: [
      {
        id: 'refill-10',
        enabled: true,
        name: { en: 'Ten refills in a year', ja: '年に10回の詰め替え' },
        metric: 'items',
        scope: { tags: ['refill'] },
        target: 10,
        period: 'year',
        points: 50,
        badgeId: 'refiller',
      },
      {
        id: 'returns-5',
        enabled: true,
        name: { en: 'Five packages brought back', ja: '容器を5回返却' },
        metric: 'acts',
        ruleId: 'bring-back',
        target: 5,
        period: 'lifetime',
        badgeId: 'returner',
      },
    ],
    streaks: [
      {
        id: 'three-months',
        enabled: true,
        name: { en: 'Three months in a row', ja: '3か月連続' },
        every: 'month',
        length: 3,
        points: 30,
        badgeId: 'regular',
      },
    ],
  });
