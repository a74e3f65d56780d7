import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rfmGroup } from '@okaeri/shared/segments';
import { rfmOf, scoresOf } from './rfm-rules.ts';

it('1, 1, 1, 2, 2, 3, 5, 8, 8, 20 score 1, 1, 1, 2, 2, 3, 4, 4, 4, 5 (E75)', () => {
  expect(scoresOf([1, 1, 1, 2, 2, 3, 5, 8, 8, 20])).toEqual([1, 1, 1, 2, 2, 3, 4, 4, 4, 5]);
});

const buyers = fc.array(
  fc.record({
    lastDay: fc.integer({ min: 20_000, max: 20_400 }),
    purchaseDays: fc.integer({ min: 1, max: 30 }),
    valueMinor: fc.nat(1_000_000),
  }),
  { minLength: 1, maxLength: 80 },
);

describe('groups (E75)', () => {
  it('hold everybody once, in whatever order they come, and shares lie in their intervals', () => {
    fc.assert(
      fc.property(buyers, (all) => {
        const groups = rfmOf(all);
        expect(rfmOf(all.toReversed())).toEqual(groups);
        expect(groups.map(({ name }) => name)).toEqual(rfmGroup.options);
        expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(all.length);
        const spent = groups.reduce((sum, { spendShare }) => sum + (spendShare?.value ?? 0), 0);
        expect(spent).toBeCloseTo(all.some(({ valueMinor }) => valueMinor > 0) ? 1 : 0, 9);
        for (const { share, spendShare, meanMinor } of groups)
          for (const one of [share, spendShare, meanMinor]) {
            if (one === null) continue;
            expect(one.low).toBeLessThanOrEqual(one.value + 1e-9);
            expect(one.high).toBeGreaterThanOrEqual(one.value - 1e-9);
          }
      }),
    );
  });

  it('of four who spent 10, 30, 20 and 40 the first who spent 40 has two fifths', () => {
    const one = (valueMinor: number, purchaseDays: number, lastDay: number) => ({
      valueMinor,
      purchaseDays,
      lastDay,
    });
    const groups = rfmOf([one(10, 1, 1), one(30, 2, 2), one(20, 3, 3), one(40, 9, 9)]);
    const best = groups.find(({ name }) => name === 'champions');
    expect(best?.size).toBe(1);
    expect(best?.spendShare?.value).toBeCloseTo(0.4, 12);
    // Residues 0.6 · 40, and 0.4 · 10, 20, 30: √((576 + 224) · 4/3) / 100 · 1.96.
    expect(best?.spendShare?.high).toBeCloseTo(1, 12);
    expect(best?.spendShare?.low).toBe(0);
  });
});
