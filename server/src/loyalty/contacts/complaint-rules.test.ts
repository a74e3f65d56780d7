import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { isTooMany } from './complaint-rules.ts';

const { complaintsSentMin, complaintsShareMax } = LIMITS;

it.each([
  [complaintsSentMin, 1, true],
  [complaintsSentMin - 1, 5, false],
  [complaintsSentMin + 34, 1, false],
  [1000, complaintsShareMax * 1000, true],
  [1001, 3, false],
  [0, 0, false],
])('of %i messages %i complaints are too many: %s (E30)', (sent, complained, expected) => {
  expect(isTooMany({ sent, complained })).toBe(expected);
});

it('never lets more messages make complaints worse, nor more complaints better (E30)', () => {
  const count = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(count, count, (sent, complained) => {
      if (!isTooMany({ sent, complained })) return;
      expect(isTooMany({ sent, complained: complained + 1 })).toBe(true);
      if (sent > LIMITS.complaintsSentMin)
        expect(isTooMany({ sent: sent - 1, complained })).toBe(true);
    }),
  );
});
