import { describe, expect, it } from 'vitest';
import { quartersTo } from './quarter-rules.ts';

describe('quarters', () => {
  it('of a day go back from its own, across the year', () => {
    expect(quartersTo('2026-05-01').slice(0, 3)).toEqual(['2026Q2', '2026Q1', '2025Q4']);
    expect(quartersTo('2026-12-31')[0]).toBe('2026Q4');
    expect(quartersTo('2026-01-01')[0]).toBe('2026Q1');
  });
});
