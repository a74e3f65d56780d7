import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { askedWaitMs, GIVEN_UP_MS, nextTryAt, WAITS_MS } from './retry-rules.ts';

describe('when a message is tried again', () => {
  const at = (attempts: number, askedMs = 0, chance = 0): number | null =>
    nextTryAt(attempts, { now: 0, askedMs, chance });

  it('is what Standard Webhooks says, a little later each time, and ten times in all', () => {
    const minute = 60_000;
    const waits = WAITS_MS.map((_, index) => at(index + 1));
    expect(waits).toEqual(
      [5 / 60, 5, 30, 120, 300, 600, 840, 1200, 1440].map((minutes) => minutes * minute),
    );
    expect(at(10)).toBeNull();
    expect(at(0)).toBeNull();
    expect(at(2, 0, 1)).toBe(5.5 * minute);
  });

  it('is not before the receiver has asked to be tried, nor more than a day later', () => {
    expect(at(1, askedWaitMs('120', 0))).toBe(120_000);
    expect(at(3, askedWaitMs('1', 0))).toBe(1_800_000);
    expect(askedWaitMs('Thu, 01 Jan 1970 00:01:00 GMT', 0)).toBe(60_000);
    expect(askedWaitMs('Thu, 01 Jan 1970 00:01:00 GMT', 20_000)).toBe(40_000);
    expect(askedWaitMs('Thu, 01 Jan 1970 00:01:00 GMT', 70_000)).toBe(0);
    expect(askedWaitMs('999999999', 0)).toBe(DAY_MS);
    expect(askedWaitMs('soon GMT', 0)).toBe(0);
    expect([askedWaitMs('soon', 0), askedWaitMs('-5', 0), askedWaitMs(undefined, 0)]).toEqual([
      0, 0, 0,
    ]);
  });
});

it('an endpoint that nothing has reached is given up after five days', () => {
  expect(GIVEN_UP_MS).toBe(5 * 24 * 3_600_000);
});
