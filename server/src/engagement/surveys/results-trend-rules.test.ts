import { describe, expect, it } from 'vitest';
import { changeOf, trendOf, wavesInTime } from './results-trend-rules.ts';

const at = (day: string): number => Date.parse(day);
const ROWS = [
  { key: '2026Q3', opensAt: at('2026-07-01'), closesAt: at('2026-07-15') },
  { key: '2026Q4', opensAt: at('2026-10-01'), closesAt: at('2026-10-15') },
];
const times = (change: Partial<Parameters<typeof wavesInTime>[0]> = {}) =>
  wavesInTime({
    periods: [],
    rows: ROWS,
    endedAt: null,
    timeZone: 'UTC',
    now: at('2026-11-22'),
    ...change,
  });

describe('the waves of a survey', () => {
  it('stand in the order of time, months by the programme’s zone', () => {
    const found = times({ periods: ['2026-08', '2026Q4'], timeZone: 'Asia/Tokyo' });
    expect(found.map(({ key }) => key)).toEqual(['2026Q3', '2026-08', '2026Q4']);
    expect(found[1]?.opensAt).toBe(at('2026-07-31T15:00:00Z'));
  });

  it('are unfinished until the instant they close (E37)', () => {
    expect(times({ now: at('2026-10-15') - 1 }).at(-1)?.unfinished).toBe(true);
    expect(times({ now: at('2026-10-15') }).at(-1)?.unfinished).toBe(false);
  });

  it('close with a survey that ended, and none that has not opened is there', () => {
    const ended = times({ endedAt: at('2026-10-05'), now: at('2026-10-06') });
    expect(ended.at(-1)).toMatchObject({ closesAt: at('2026-10-05'), unfinished: false });
    expect(times({ now: at('2026-09-01') }).map(({ key }) => key)).toEqual(['2026Q3']);
  });
});

describe('a trend', () => {
  const score = (period: string, version: number, value: number, count: number) => ({
    period,
    version,
    value: String(value),
    count,
  });
  const wording = new Map([
    [1, 1],
    [2, 1],
    [3, 3],
  ]);
  const trend = (scores: ReturnType<typeof score>[], imported: typeof scores = []) =>
    trendOf({ kind: 'nps', waves: times(), scores, imported, wording });

  it('has a point for each wave and wording, and never mixes what came from elsewhere (E119)', () => {
    const points = trend(
      [score('2026Q3', 1, 10, 30), score('2026Q4', 2, 10, 10), score('2026Q4', 3, 0, 30)],
      [score('2026-05', 0, 0, 40)],
    );
    expect(points.map(({ point }) => [point.wave, point.version, point.n, point.imported])).toEqual(
      [
        ['2026-05', 0, 40, true],
        ['2026Q3', 1, 30, false],
        ['2026Q4', 1, 10, false],
        ['2026Q4', 3, 30, false],
      ],
    );
  });

  it('compares a wave with the one before it, and not with what came from elsewhere', () => {
    const points = trend([score('2026Q4', 1, 10, 30)], [score('2026-05', 0, 0, 40)]);
    expect(changeOf(points, { wave: times()[1], version: 1 })).toBeNull();
  });

  it.each([
    ['29 then', 29, 30],
    ['29 now', 30, 29],
  ])('compares nothing with %s', (_what, then, now) => {
    const points = trend([score('2026Q3', 1, 10, then), score('2026Q4', 1, 10, now)]);
    expect(changeOf(points, { wave: times()[1], version: 1 })).toBeNull();
  });

  it('of a survey without a score is empty', () => {
    const nothing = { kind: 'custom', waves: times(), scores: [], imported: [], wording } as const;
    expect(trendOf(nothing)).toEqual([]);
  });
});
