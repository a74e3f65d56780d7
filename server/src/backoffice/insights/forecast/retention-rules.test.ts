import { expect, it } from 'vitest';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import { expectedOfNew } from '../../../loyalty/buyers/outlook-rules.ts';
import { repeatShareOf, retentionOf, withRepeatShare } from './retention-rules.ts';

const FIT = { r: 0.6, alpha: 5, a: 1.5, b: 4 };
const LOGS = [FIT.r, FIT.alpha, FIT.a, FIT.b].map(Math.log);
/** Each logarithm known to 5 %, and none with another. */
const SPREAD = {
  logs: LOGS,
  root: LOGS.map((_, i) => LOGS.map((__, j) => (i === j ? 20 : 0))),
};
const BY = { weeks: 52, more: 0.05, seed: seedOf('shop', 'retention', '2026-04-30') };
const model = {
  bgNbd: { parameters: FIT, logs: LOGS, logLikelihood: -1 },
  gammaGamma: 'onBound' as const,
};

it('somebody new buys again within 52 weeks with 1 − (5/57)^0.6 (E125)', () => {
  expect(repeatShareOf(FIT, 52)).toBeCloseTo(1 - (5 / 57) ** 0.6, 12);
});

it('the share five points higher is that of faster buyers (E125)', () => {
  const raised = withRepeatShare(FIT, 52, 0.05);
  if (raised === null) throw new Error('There is room for five points.');
  expect(repeatShareOf(raised, 52)).toBeCloseTo(repeatShareOf(FIT, 52) + 0.05, 12);
  expect(raised.alpha).toBeLessThan(FIT.alpha);
  const found = retentionOf({ ...model, spread: SPREAD }, BY);
  expect(found?.more).toBeCloseTo(expectedOfNew(raised, 52) - expectedOfNew(FIT, 52), 12);
  expect(found?.low).toBeLessThan(found?.more ?? 0);
  expect(found?.high).toBeGreaterThan(found?.more ?? 0);
});

it('where nothing is known of the width there is no interval, and without a fit nothing (E78, E125)', () => {
  expect(retentionOf({ ...model, spread: null }, BY)).toMatchObject({ low: null, high: null });
  expect(retentionOf({ ...model, bgNbd: 'onBound', spread: null }, BY)).toBeNull();
  expect(withRepeatShare(FIT, 52, 0.3)).toBeNull();
});
