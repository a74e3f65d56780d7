/*
 * Figures of which no shop of a journey has enough: those of the reference, and of the mock-ups. That the server
 * answers so is held by its own tests.
 */
export const aFigure = (people: number) => ({
  takenAt: '2026-11-30T13:00:00.000Z',
  asOf: '2026-11-30',
  definition: '',
  people,
});

export const FORECAST = {
  unit: 'week',
  shoppers: 900,
  repeatPurchases: 700,
  bgNbd: { r: 0.7, alpha: 8, a: 1.3, b: 2.6, logLikelihood: -1 },
  gammaGamma: null,
  expected: { weeks: 8, total: 80.2, low: 70, high: 90 },
  reason: null,
  valueReason: null,
  withoutRate: 0,
  completeFrom: null,
  leftOut: 0,
  weekly: {
    past: [
      { from: '2026-11-16', count: 11, fitted: 10.5 },
      { from: '2026-11-23', count: 12, fitted: 10.2 },
    ],
    coming: [
      { from: '2026-12-01', weeks: 4, value: 10, low: 9, high: 11 },
      { from: '2026-12-29', weeks: 4, value: 9, low: 7, high: 11 },
    ],
  },
};

export const RETURNED = {
  ...aFigure(5000),
  period: '2026Q2',
  state: 'measured',
  reason: null,
  currency: 'USD',
  marginShare: 0.45,
  spentMinor: {
    treated: { value: 4210, low: 4034, high: 4385 },
    held: { value: 3930, low: 3420, high: 4440 },
  },
  liftMinor: { value: 280, low: -258.3, high: 818.4 },
  costMinor: 615_000,
  netMinor: { value: -48_000, low: -1_139_100, high: 1_043_100 },
  return: { value: -0.08, low: -1.85, high: 1.7 },
  paysFromLiftMinor: 303.7,
};

const counted = (count: number, share: number) => ({
  count,
  share,
  low: share / 2,
  high: share * 2,
});

export const EFFECT = {
  ...aFigure(5000),
  journeyId: 'programme',
  period: '2026Q2',
  endsOn: '2026-06-30',
  state: 'done',
  currency: 'USD',
  heldShare: 0.1,
  treated: { people: 4500, outcomes: 1080 },
  held: { people: 500, outcomes: 105 },
  outcome: { name: 'order', days: 60 },
  smallestEffect: 0.0528,
  share: { difference: 0.03, low: -0.009779, high: 0.065753 },
  spendMinor: { difference: 280, low: 41, high: 518, theta: 1.1 },
  unsubscribed: { treated: counted(41, 0.0091), held: counted(2, 0.004) },
  complained: { treated: counted(3, 0.0007), held: counted(0, 0) },
};

export const liabilityOf = (asOf: string | null) => ({
  ...aFigure(3120),
  ...(asOf !== null && { asOf }),
  currency: 'USD',
  ceiling: { points: 1_238_800, minor: 1_238_800 },
  expected: { points: 390_100, low: 362_000, high: 419_000, minor: 390_100 },
  breakage: { points: 848_700, low: 819_800, high: 876_800, minor: 848_700 },
  triangle: [
    { month: '2026-10', issued: 45_000, redeemed: [5000, 9500], unfinished: true },
    { month: '2026-11', issued: 75_000, redeemed: [10_000], unfinished: true },
  ],
  accounting: { products: 9_115_770, points: 884_230, recognised: 494_120, left: 390_110 },
});

const stage = (name: string, people: number, touches: readonly object[] = []) => ({
  stage: name,
  people,
  medianDays: 30,
  low: 27,
  high: 34,
  closed: 400,
  open: people,
  touches,
});

const hint = (effect: object | null) => ({
  kind: 'nextStep',
  reach: 388,
  acted: { of: 388, count: 38, share: 0.098, low: 0.072, high: 0.132 },
  effect,
});

export const MAP = {
  ...aFigure(3604),
  period: '2026Q2',
  endsOn: '2026-06-30',
  unfinished: false,
  outcome: { name: 'order', days: 60 },
  heldShare: 0.1,
  stages: [
    stage('loyal', 744, [hint({ state: 'done', difference: 0.2, low: 0.052431, high: 0.333873 })]),
    stage('lapsed', 1835, [hint(null)]),
  ],
};
