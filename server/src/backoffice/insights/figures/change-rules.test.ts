import { expect, it } from 'vitest';
import { createShares, finishedSpans, type Spans } from './change-rules.ts';

const SPANS: Spans = { now: { from: 129, until: 156 }, before: { from: 101, until: 128 } };

const counted = (count: (shares: ReturnType<typeof createShares>) => void) => {
  const shares = createShares(SPANS);
  count(shares);
  return Object.fromEntries(shares.read());
};
const parts = (now: readonly [number, number], before: readonly [number, number]) => ({
  now: { count: now[0], of: now[1] },
  before: { count: before[0], of: before[1] },
});

it.each([
  // The day that runs counts with none.
  ['today', 157, { today: 157, days: 28 }],
  // A day of the past is finished.
  ['a day of the past', 156, { today: 300, days: 28 }],
])('of %s the last 28 finished days stand against the 28 before (E83)', (_, asOf, of) =>
  expect(finishedSpans(asOf, of)).toEqual(SPANS),
);

it('who bought in the days counts, as one who came again by any earlier day, as a member by their end (E83)', () => {
  expect(
    counted((shares) => {
      shares.buyer([20, 130], 150);
      shares.buyer([100, 128, 156], 157);
      shares.buyer([129], null);
      shares.buyer([128], 101);
      shares.buyer([100, 157], 1);
    }),
  ).toEqual({
    repeat: parts([2, 3], [1, 2]),
    members: parts([1, 3], [1, 2]),
  });
});

it('who had joined by the end of the days counts, as one who took a reward in them (E83)', () => {
  expect(
    counted((shares) => {
      shares.member(5, [110, 140]);
      shares.member(128, [100, 157]);
      shares.member(129, [129]);
      shares.member(157, [160]);
    }),
  ).toEqual({ redeemed: parts([2, 3], [1, 2]) });
});

it('who stood at a stage when the days began counts, by where they went from it first (E83)', () => {
  const found = counted((shares) => {
    shares.stages('lapsed', 1, [{ day: 135, from: 'loyal', to: 'lapsed' }]);
    shares.stages('loyal', 1, []);
    // Who came later stood nowhere.
    shares.stages('loyal', 101, []);
    shares.stages('onboarding', 1, [
      { day: 110, from: null, to: 'consideration' },
      { day: 140, from: 'consideration', to: 'onboarding' },
    ]);
  });
  expect(found['move loyal lapsed']).toEqual(parts([1, 3], [0, 2]));
  expect(found['move loyal advocacy']).toEqual(parts([0, 3], [0, 2]));
  expect(found['move consideration onboarding']).toEqual(parts([1, 1], [0, 0]));
});

it('who was reached counts once in each time, whether they complained about any of it (E83)', () => {
  expect(
    counted((shares) => {
      shares.reached([
        { day: 130, complained: false },
        { day: 131, complained: true },
      ]);
      shares.reached([{ day: 128, complained: false }]);
      shares.reached([{ day: 100, complained: true }]);
    }),
  ).toEqual({ complaints: parts([1, 1], [0, 1]) });
});
