import { describe, expect, it } from 'vitest';
import { orderRule } from '@okaeri/shared/earning';
import { programDocument } from '@okaeri/shared/program';
import { previewOrder } from './preview-rules.ts';

type Document = Parameters<typeof previewOrder>[0];

const rule = (change: Readonly<Record<string, unknown>> = {}) =>
  orderRule.parse({
    id: 'order',
    on: 'order',
    enabled: true,
    points: { per: { USD: { amountMinor: 100, points: 1 } } },
    includeTax: false,
    includeShipping: false,
    rounding: 'floor',
    hold: { days: 14, from: 'paid' },
    ...change,
  });
const DOCUMENT = programDocument.parse({
  name: { en: 'Circle' },
  pointsName: { en: { other: 'points' } },
  timeZone: 'UTC',
  currency: 'USD',
  pointValueMinor: 1,
  enrolment: 'automatic',
  earning: [rule()],
  expiry: { kind: 'never' },
  refunds: { policy: 'withinBalance', returnSpentPoints: 'fullRefund' },
  rewards: [],
});
const preview = (earning: Document['earning'], amountMinor: number, currency = 'USD') =>
  previewOrder({ ...DOCUMENT, earning }, currency, amountMinor);
const rate = (amountMinor: number, points: number, wholeSteps?: true) => ({
  points: { per: { USD: { amountMinor, points, wholeSteps } } },
});

describe('what a typical order would bring', () => {
  it('is its points, what they are worth, and which part of it that is', () => {
    const document = { ...DOCUMENT, pointValueMinor: 5 };
    expect(previewOrder(document, 'USD', 2000)).toEqual({
      points: 20,
      worthMinor: 100,
      share: 0.05,
    });
  });

  it.each([
    ['floor', 1, 0],
    ['floor', 99, 0],
    ['floor', 100, 1],
    ['floor', 199, 1],
    ['round', 149, 1],
    ['round', 150, 2],
    ['ceil', 1, 1],
    ['ceil', 100, 1],
    ['ceil', 101, 2],
  ])('by the rounding "%s" is, of %i minor units, %i points', (rounding, amountMinor, points) => {
    expect(preview([rule({ rounding })], amountMinor)?.points).toBe(points);
  });

  it.each([
    [499, 0],
    [500, 3],
    [999, 3],
    [1000, 6],
  ])('in whole steps of 500 is, of %i, %i points whatever the rounding', (amountMinor, points) => {
    for (const rounding of ['floor', 'round', 'ceil']) {
      const whole = rule({ ...rate(500, 3, true), rounding });
      expect(preview([whole], amountMinor)?.points).toBe(points);
    }
  });

  it('is counted exactly where a step does not divide', () => {
    expect(preview([rule(rate(3, 7))], 1)?.points).toBe(2);
    expect(preview([rule(rate(10, 3))], 10)?.points).toBe(3);
    expect(preview([rule(rate(100, 100))], 29)?.points).toBe(29);
  });

  it('is by the first rule for orders that is on', () => {
    const off = rule({ id: 'off', enabled: false, ...rate(100, 50) });
    const later = rule({ id: 'later', ...rate(100, 9) });
    const signup = {
      ...rule(),
      id: 'signup',
      on: 'signup',
      points: { fixed: 7 },
      limit: { count: 1, every: 'lifetime' },
    } as Document['earning'][number];
    expect(preview([signup, off, rule(), later], 100)?.points).toBe(1);
  });

  it('is nothing that is known without such a rule, a rate or an amount', () => {
    expect(preview([], 100)).toBeNull();
    expect(preview([rule({ enabled: false })], 100)).toBeNull();
    expect(preview([rule({ points: { fixed: 5 } })], 100)).toBeNull();
    expect(preview([rule()], 100, 'EUR')).toBeNull();
    expect(preview([rule()], 0)).toBeNull();
    expect(preview([rule()], -1)).toBeNull();
    expect(preview([rule()], 1)).toEqual({ points: 0, worthMinor: 0, share: 0 });
  });
});
