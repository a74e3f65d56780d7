import { describe, expect, it } from 'vitest';
import { beginning, isSame } from './change-rules.ts';

describe('two values of a document', () => {
  it.each([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
    [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, true],
    [undefined, null, true],
    [[1, 2], [2, 1], false],
    [{ a: 1 }, { a: 1, b: 0 }, false],
    ['1', 1, false],
  ])('%j and %j are the same: %s', (a, b, expected) => {
    expect(isSame(a, b)).toBe(expected);
  });
});

it.each([
  ['points', 'Points'],
  ['', ''],
  ['été', 'Été'],
  ['😀 day', '😀 day'],
  ['獲得', '獲得'],
])('"%s" begins a sentence as "%s"', (text, expected) => {
  expect(beginning(text)).toBe(expected);
});
