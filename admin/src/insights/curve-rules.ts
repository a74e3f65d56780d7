import type { GapCurve, GapFigures } from '@okaeri/shared/figures';
import { csvLine } from '../lib/csv.ts';

/** How far the axis goes at most, and by what its ends and marks are divided. */
const DAYS_MAX = 360;
const MARK_DAYS = 30;
const MARKS_MAX = 6;

/** The share that has bought again by a day, and where it lies. */
interface Again {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The last day of the axis: a whole number of months that holds every curve, as far as it goes. */
export const endOf = (curves: readonly Pick<GapCurve, 'curve'>[]): number => {
  const last = Math.max(0, ...curves.map(({ curve }) => curve.at(-1)?.day ?? 0));
  return Math.min(DAYS_MAX, Math.max(MARK_DAYS, Math.ceil(last / MARK_DAYS) * MARK_DAYS));
};

/** Days that are written at the axis. */
export const marksOf = (end: number): readonly number[] => {
  const step = MARK_DAYS * Math.ceil(end / MARK_DAYS / MARKS_MAX);
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
};

/** Who has bought again by a day: those the curve has no longer. */
export const againAt = ({ curve }: Pick<GapCurve, 'curve'>, day: number): Again => {
  const point = curve.findLast((one) => one.day <= day);
  if (point === undefined) return { share: 0, low: 0, high: 0 };
  return { share: 1 - point.share, low: 1 - point.high, high: 1 - point.low };
};

/** The curve as steps, from the lower left of a square of 100. */
export const lineOf = (of: Pick<GapCurve, 'curve'>, end: number): string =>
  stepsOf(of, end, 'share')
    .map(([x, y], i) => (i === 0 ? `M${x} ${y}` : `H${x}V${y}`))
    .join('') + 'H100';

/** What lies between the ends of the interval, as an area. */
export const bandOf = (of: Pick<GapCurve, 'curve'>, end: number): string => {
  const upper = stepsOf(of, end, 'high');
  const lower = stepsOf(of, end, 'low');
  const there = upper.map(([x, y], i) => (i === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
  const [, lastY = 100] = lower.at(-1) ?? [];
  const back = lower
    .slice(1)
    .toReversed()
    .map(([x], i, all) => `H${x}V${lower[all.length - i - 1]?.[1] ?? 100}`)
    .join('');
  return `${there}H100V${lastY}${back}H0Z`;
};

/** The curves as a file for spreadsheets. */
export const gapsCsv = ({ byOrder, asOf }: GapFigures): string =>
  [
    ['asOf', 'fromOrder', 'toOrder', 'day', 'boughtAgainShare', 'low', 'high'],
    ...byOrder.flatMap((one) =>
      one.curve.map(({ day }) => {
        const { share, low, high } = againAt(one, day);
        return [asOf, one.from, one.to, day, ...[share, low, high].map(clean)].map(String);
      }),
    ),
  ]
    .map(csvLine)
    .join('');

/** Where the curve steps, within the axis, in parts of a hundred, y from above. */
function stepsOf(
  of: Pick<GapCurve, 'curve'>,
  end: number,
  what: keyof Again,
): readonly (readonly [x: number, y: number])[] {
  const days = of.curve.map(({ day }) => day).filter((day) => day <= end);
  return [
    [0, 100],
    ...days.map(
      (day) => [clean((day / end) * 100), clean(100 - againAt(of, day)[what] * 100)] as const,
    ),
  ];
}

function clean(value: number): number {
  return Number(value.toFixed(4));
}
