import { describe, expect, it } from 'vitest';
import { minorTyped, shareTyped } from './cost-rules.ts';

describe('what is typed of costs', () => {
  it.each([
    ['1200', 100, 120_000],
    ['19.99', 100, 1999],
    ['19,90', 100, 1990],
    ['500', 1, 500],
    ['1,200', 1, 1200],
    ['1,200.50', 100, 120_050],
    ['1.005', 100, undefined],
    ['0.5', 1, undefined],
    ['', 100, undefined],
    ['-5', 100, undefined],
    ['ten', 100, undefined],
  ])('%j of %d minor units is %s', (text, units, minor) => {
    expect(minorTyped(text, units)).toBe(minor);
  });

  it.each([
    ['45', 0.45],
    ['45,5 %', 0.455],
    ['100', 1],
    ['0', 0],
    ['', null],
    ['101', undefined],
    ['half', undefined],
    ['12.34567', undefined],
  ])('%j percent is %s', (text, share) => {
    expect(shareTyped(text)).toBe(share);
  });
});
