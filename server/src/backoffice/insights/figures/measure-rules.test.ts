import { expect, it } from 'vitest';
import { csatOf, npsOf } from '../../../engagement/surveys/score-rules.ts';
import { Z_95, Z_99 } from '../../../platform/lib/interval-rules.ts';
import { changeOfScores, changeOfShares } from './measure-rules.ts';

it('shares stand beside each other with their intervals, and their difference in one of its own (E71)', () => {
  const parts = { now: { count: 56, of: 70 }, before: { count: 48, of: 80 } };
  const found = changeOfShares(parts, Z_95);
  expect([found.now.value, found.before.value]).toEqual([0.8, 0.6]);
  // Newcombe, Statistics in Medicine 17, 1998, table II, method 10: 56/70 − 48/80.
  expect(found.difference).toBeCloseTo(0.2, 6);
  expect(found.low).toBeCloseTo(0.0524, 4);
  expect(found.high).toBeCloseTo(0.3339, 4);
});

it('of fewer than thirty in one of the two nothing is compared, and only their number told (E71)', () => {
  const parts = { now: { count: 29, of: 29 }, before: { count: 3, of: 300 } };
  const found = changeOfShares(parts, Z_95);
  expect(found.now).toEqual({ count: 29, of: 29, value: null, low: null, high: null });
  expect(found.before.value).toBe(0.01);
  expect([found.difference, found.low, found.high]).toEqual([null, null, null]);
});

it('the change of a score is that of the survey, in an interval as wide as it is asked for', () => {
  // 20 of 40 promote and 10 do not; then 10 and 10: as in the reference, NPS 25 and 0.
  const score = (up: number, down: number) =>
    npsOf(
      new Map([
        [10, up],
        [7, 40 - up - down],
        [0, down],
      ]),
    );
  const at = (z: number) => changeOfScores({ now: score(20, 10), before: score(10, 10) }, z);
  expect([at(Z_95).now.value, at(Z_95).before.value]).toEqual([25, 0]);
  const [usual, sure] = [at(Z_95), at(Z_99)];
  expect(sure.difference).toBe(usual.difference);
  expect((sure.high ?? 0) - (sure.low ?? 0)).toBeCloseTo(
    (((usual.high ?? 0) - (usual.low ?? 0)) * Z_99) / Z_95,
    4,
  );
});

it('a score of too few answers, or of none, is compared with nothing', () => {
  const few = csatOf(new Map([[5, 29]]));
  const enough = csatOf(new Map([[5, 30]]));
  expect(changeOfScores({ now: few, before: enough }, Z_95)).toMatchObject({
    now: { of: 29, value: null },
    before: { of: 30, value: 1 },
    difference: null,
  });
  expect(changeOfScores({ now: enough, before: null }, Z_95)).toMatchObject({
    before: { of: 0, value: null },
    difference: null,
  });
});
