import { describe, expect, it } from 'vitest';
import {
  CODE_ATTEMPTS_MAX,
  CODE_DIGITS,
  CODE_LIFE_MS,
  CODES_PER_DAY,
  digestOfCode,
  judgeCode,
  maskAddress,
  SITTING_MS,
  withCode,
  type CodeState,
} from './code-rules.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

it('a code has six digits for a quarter of an hour, five tries, and five follow in a day', () => {
  expect([CODE_DIGITS, CODE_LIFE_MS, CODE_ATTEMPTS_MAX, CODES_PER_DAY]).toEqual([
    6,
    15 * MINUTE_MS,
    5,
    5,
  ]);
  expect(SITTING_MS).toBe(120 * MINUTE_MS);
});

it('a code is kept as a digest that is another for another shopper and another code', () => {
  const known = digestOfCode('ada', '123456');
  expect(known).toMatch(/^[\w-]{43}$/);
  expect(known).not.toContain('123456');
  for (const typed of ['123 456', '123-456', ' 123456\n']) {
    expect(digestOfCode('ada', typed)).toBe(known);
  }
  for (const [shopper, code] of [
    ['grace', '123456'],
    ['ada', '123457'],
    ['ada', '12345'],
    ['ada', ''],
    // What belongs to the shopper is not read as a part of the code.
    ['ada 1', '23456'],
  ] as const)
    expect(digestOfCode(shopper, code)).not.toBe(known);
});

describe('another code', () => {
  const known = (change: Partial<CodeState> = {}): CodeState => ({
    digest: 'old',
    expiresAt: NOW,
    attempts: 3,
    sent: 1,
    windowAt: NOW,
    ...change,
  });
  const fresh = { digest: 'new', expiresAt: NOW + 15 * MINUTE_MS, attempts: 0 };

  it('is the first of its day where none is known, and can be tried from the start', () => {
    expect(withCode(undefined, 'new', NOW)).toEqual({ ...fresh, sent: 1, windowAt: NOW });
  });

  it.each([
    ['at the same instant', 0, { sent: 2, windowAt: NOW }],
    ['a millisecond before a day is over', DAY_MS - 1, { sent: 2, windowAt: NOW - DAY_MS + 1 }],
    ['once a day is over', DAY_MS, { sent: 1, windowAt: NOW }],
    ['long after', 9 * DAY_MS, { sent: 1, windowAt: NOW }],
  ])('is counted with the day of the last %s (%i ms): %j', (_when, since, counted) => {
    const last = known({ windowAt: NOW - since });
    expect(withCode(last, 'new', NOW)).toEqual({ ...fresh, ...counted });
  });

  it.each([
    [4, 0, 5],
    [5, 0, null],
    [6, DAY_MS - 1, null],
    [5, DAY_MS, 1],
  ])('after %i in a day that began %i ms before is number %s of its day', (sent, since, number) => {
    const next = withCode(known({ sent, windowAt: NOW - since }), 'new', NOW);
    expect(next?.sent ?? null).toBe(number);
  });
});

describe('a code that is tried', () => {
  const known: CodeState = {
    digest: 'digest',
    expiresAt: NOW + 1,
    attempts: 0,
    sent: 1,
    windowAt: NOW,
  };

  it.each([
    ['none is known', undefined, 'over'],
    ['it is fresh', known, 'right'],
    ['it is at its end', { ...known, expiresAt: NOW }, 'over'],
    ['it has one try left', { ...known, attempts: 4 }, 'right'],
    ['it has no try left', { ...known, attempts: 5 }, 'over'],
  ] as const)('where %s is %3$s', (_what, state, outcome) => {
    expect(judgeCode(state, 'digest', NOW)).toBe(outcome);
    // What is over says nothing of whether it would have been right.
    expect(judgeCode(state, 'other', NOW)).toBe(outcome === 'over' ? 'over' : 'wrong');
  });
});

it.each([
  ['ada@shop.example', 'a•••@shop.example'],
  ['a@shop.example', 'a•••@shop.example'],
  ['"a@b"@shop.example', '"•••@shop.example'],
  ['山田@shop.example', '山•••@shop.example'],
])('the address %s is shown as %s', (address, shown) => {
  expect(maskAddress(address)).toBe(shown);
});
