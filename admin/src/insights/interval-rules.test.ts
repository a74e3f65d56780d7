import { describe, expect, it } from 'vitest';
import { endsOf, verdictOf } from './interval-rules.ts';

describe('an interval of a difference', () => {
  it.each([
    [{ low: 0.1, high: 2 }, 'gain'],
    [{ low: -2, high: -0.1 }, 'loss'],
    [{ low: -1, high: 2 }, 'open'],
    [{ low: 0, high: 2 }, 'open'],
    [{ low: null, high: null }, null],
  ])('%j is %s', (of, said) => {
    expect(verdictOf({ value: 0, ...of })).toBe(said);
  });

  it('lies within the ends of its strip, with 0 in the middle', () => {
    expect(endsOf({ value: -480, low: -11_391, high: 10_431 })).toEqual([-14_000, 14_000]);
    expect(endsOf({ value: 0, low: 0, high: 0 })).toEqual([-1, 1]);
    expect(endsOf({ value: null, low: null, high: null })).toBeNull();
  });
});
