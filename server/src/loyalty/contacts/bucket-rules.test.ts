import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucket } from './bucket-rules.ts';

describe('the bucket of an id in a draw', () => {
  it.each([
    ['holdout:winBack', 'c-1', 0.83361343],
    ['holdout:winBack', 'c-2', 0.86446686],
    ['holdout:programme', 'c-1', 0.966617427],
    ['wave:nps-2026q4', 'c-1', 0.116590086],
    ['wave:nps-2026q4', '顧客-7', 0.062889176],
    ['wave:nps-2026Q4', 'c-1', 0.554607061],
    ['holdout:win-back', 'c-1', 0.899039318],
    ['holdout:win-back', 'c-2', 0.044061295],
  ])('%s, %s is %d, to the last digit that is written down', (salt, id, expected) => {
    expect(bucket(salt, id)).toBeCloseTo(expected, 9);
  });

  it('holds 1,010 of the first ten thousand ids below a tenth', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `c-${index}`);
    expect(ids.filter((id) => bucket('holdout:winBack', id) < 0.1)).toHaveLength(1010);
  });

  it('is a share, and the same share every time (E5, invariant 5)', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (salt, id) => {
        const share = bucket(salt, id);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(1);
        expect(bucket(salt, id)).toBe(share);
      }),
    );
  });

  it('holds a share of a hundred thousand ids to within three standard deviations', () => {
    const count = 100_000;
    for (const share of [0.05, 0.5]) {
      let held = 0;
      for (let index = 0; index < count; index += 1)
        if (bucket('holdout:programme', `s${index}`) < share) held += 1;
      const deviation = Math.sqrt(count * share * (1 - share));
      expect(Math.abs(held - count * share)).toBeLessThan(3 * deviation);
    }
  });
});
