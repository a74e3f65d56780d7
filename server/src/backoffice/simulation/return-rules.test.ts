import { describe, expect, it } from 'vitest';
import type { ReturnFigures } from '@okaeri/shared/effect-figures';
import type { Forecast } from '@okaeri/shared/forecast';
import { returnWith, type Replayed } from './return-rules.ts';

const UNTOLD = { value: null, low: null, high: null };
/** 400 purchase days in a year, of which the draft's points cost 80.00 more. */
const REPLAYED: Replayed = {
  purchaseDays: 400,
  currency: 'USD',
  currentCurrency: 'USD',
  currentCostMinor: 20_000,
  draftCostMinor: 28_000,
  days: 365.25,
};
const FORECAST: Forecast = {
  asOf: '2026-11-30',
  unit: 'week',
  shoppers: 420,
  repeatPurchases: 900,
  bgNbd: { r: 1, alpha: 1, a: 1, b: 1, logLikelihood: -1 },
  // A purchase day is worth 4 · 20 / 2.5 = 32.00.
  gammaGamma: { p: 4, q: 3.5, v: 20, logLikelihood: -1, correlation: 0 },
  expected: { weeks: 52, total: 300, low: 250, high: 360 },
  reason: null,
  valueReason: null,
  backtest: { weeks: 13, error: 0.1 },
  withoutRate: 0,
  completeFrom: null,
  leftOut: 0,
};
const MEASURED: ReturnFigures = {
  takenAt: '2026-11-30T00:00:00.000Z',
  asOf: '2026-11-30',
  definition: '',
  people: 5000,
  period: '2026Q2',
  state: 'measured',
  reason: null,
  currency: 'USD',
  marginShare: 0.45,
  spentMinor: {
    treated: { value: 4210, low: 4034, high: 4386 },
    held: { value: 3930, low: 3420, high: 4440 },
  },
  liftMinor: { value: 280, low: -258, high: 819 },
  costMinor: 615_000,
  costsWithoutRate: 0,
  netMinor: { value: -48_000, low: -1_139_100, high: 1_043_100 },
  return: { value: -0.08, low: -1.85, high: 1.7 },
  paysFromLiftMinor: 303.7,
};

const told = (
  change: Partial<Replayed> = {},
  forecast: Partial<Forecast> = {},
  measured: Partial<ReturnFigures> = {},
) =>
  returnWith(
    { ...REPLAYED, ...change },
    { forecast: { ...FORECAST, ...forecast }, measured: { ...MEASURED, ...measured } },
    0.5,
  );

describe('the year ahead (E78)', () => {
  it('of a draft that costs 0.20 more a purchase returns 0.20 less for each that is expected', () => {
    const { ahead } = told();
    expect(ahead).toMatchObject({
      reason: null,
      purchases: { value: 300, low: 250, high: 360 },
      changeMinor: { value: -6000, low: -7200, high: -5000 },
    });
    // A purchase more brings 16.00 and costs 0.70 in points.
    expect(ahead.paysFromMore).toBeCloseTo(0.2 / 15.3, 12);
  });

  it('of a cheaper draft returns more, and needs nobody to buy more', () => {
    const { ahead } = told({ draftCostMinor: 12_000 });
    expect(ahead.changeMinor).toEqual({ value: 6000, low: 5000, high: 7200 });
    expect(ahead.paysFromMore).toBeNull();
  });

  it('of a draft that costs the same returns the same', () => {
    expect(told({ draftCostMinor: 20_000 }).ahead.changeMinor).toEqual({
      value: 0,
      low: 0,
      high: 0,
    });
  });

  it('has no interval where the forecast has none', () => {
    const { changeMinor } = told(
      {},
      { expected: { weeks: 52, total: 300, low: null, high: null } },
    ).ahead;
    expect(changeMinor).toEqual({ value: -6000, low: null, high: null });
  });

  it('does not say what must come where no margin, no value or no gain of a purchase is known', () => {
    const figures = { forecast: FORECAST, measured: null };
    expect(returnWith(REPLAYED, figures, null).ahead.paysFromMore).toBeNull();
    expect(told({}, { gammaGamma: null }).ahead.paysFromMore).toBeNull();
    expect(told({ draftCostMinor: 640_000 }).ahead.paysFromMore).toBeNull();
  });

  it.each([
    ['tooFewRepeatBuyers', {}, { expected: null, reason: 'tooFewRepeatBuyers' }],
    ['historyTooShort', {}, { expected: null, reason: 'historyTooShort' }],
    ['missed', {}, { backtest: { weeks: 13, error: 0.251 } }],
    ['nothingReplayed', { purchaseDays: 0 }, {}],
    ['otherCurrency', { currentCurrency: 'EUR' }, {}],
  ] as const)('is silent where the reason is %s', (reason, change, forecast) => {
    expect(told(change, forecast).ahead).toEqual({
      reason,
      purchases: UNTOLD,
      changeMinor: UNTOLD,
      paysFromMore: null,
    });
  });

  it('is told up to a quarter by which the last weeks were missed', () => {
    expect(told({}, { backtest: { weeks: 13, error: 0.25 } }).ahead.reason).toBeNull();
  });
});

describe('the quarter that was measured last (E81)', () => {
  it('returns less by a quarter of what the draft costs more in a year', () => {
    expect(told().behind).toEqual({
      reason: null,
      period: '2026Q2',
      netMinor: { value: -48_000, low: -1_139_100, high: 1_043_100 },
      draftNetMinor: { value: -50_000, low: -1_141_100, high: 1_041_100 },
    });
  });

  it.each([
    ['noHoldout', {}, { reason: 'noHoldout', netMinor: UNTOLD }],
    ['measuring', {}, { reason: 'measuring', netMinor: UNTOLD }],
    ['noMargin', {}, { marginShare: null, netMinor: UNTOLD }],
    ['otherCurrency', { currentCurrency: 'EUR' }, {}],
  ] as const)('is silent where the reason is %s', (reason, change, measured) => {
    expect(told(change, {}, measured).behind).toEqual({
      reason,
      period: '2026Q2',
      netMinor: UNTOLD,
      draftNetMinor: UNTOLD,
    });
  });
});

it('where no figure could be taken nothing is said (E85)', () => {
  const { ahead, behind } = returnWith(REPLAYED, { forecast: null, measured: null }, 0.5);
  expect([ahead.reason, behind.reason, behind.period]).toEqual(['notTaken', 'notTaken', null]);
});
