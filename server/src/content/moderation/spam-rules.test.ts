import { expect, it } from 'vitest';
import { spamOf } from './spam-rules.ts';

it.each([
  [-1, false, true],
  [0, false, true],
  [0, true, false],
  [1, false, false],
  [1, true, false],
])('an author with %i orders, proven %s, is unproven: %s', (orderCount, isProven, unproven) => {
  expect(spamOf({ orderCount }, { isProven })).toEqual({ trapped: false, unproven });
});

it.each([
  [undefined, false],
  [null, false],
  ['', false],
  [' ', true],
  ['https://x.example', true],
])('a field that people do not see, filled in with %j, traps: %s', (website, trapped) => {
  const sent = { website, isProven: true };
  expect(spamOf({ orderCount: 0 }, sent)).toEqual({ trapped, unproven: false });
  expect(spamOf({ orderCount: 1 }, sent)).toEqual({ trapped, unproven: false });
});
