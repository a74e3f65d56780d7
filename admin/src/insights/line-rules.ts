/** A point of a line: where it lies, from 0 to 1 along the axis, and how high, with its interval where it has one. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** Steps an axis may have, in each power of ten. */
const STEPS = [1, 2, 2.5, 5, 10] as const;
const TICKS_MAX = 4;

/** Values an axis says, from 0 up to one that holds all of them; whole ones where only such are counted. */
export const ticksFor = (highest: number, { whole = false } = {}): readonly number[] => {
  if (!(highest > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(highest / TICKS_MAX));
  const fits = (step: number): boolean =>
    Math.ceil(highest / step) <= TICKS_MAX && !(whole && !Number.isInteger(step));
  const step = STEPS.map((one) => one * power).find(fits) ?? 10 * power;
  const least = whole ? Math.max(1, Math.ceil(step)) : step;
  const count = Math.ceil(highest / least);
  return Array.from({ length: count + 1 }, (_, i) => clean(i * least));
};

/** The highest value or end of an interval among lines. */
export const highestIn = (lines: readonly (readonly Point[])[]): number =>
  Math.max(0, ...lines.flat().map(({ y, high }) => Math.max(y, high ?? y)));

/** A line through points, from the lower left of a square of 100. */
export const lineThrough = (points: readonly Point[], top: number): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${placeOf(x, y, top)}`).join('');

/** What lies between the ends of the intervals of points, as an area; nothing where they have none. */
export const bandThrough = (points: readonly Point[], top: number): string => {
  const ends = points.flatMap(({ x, low, high }) =>
    low == null || high == null ? [] : [{ x, low, high }],
  );
  if (ends.length < 2) return '';
  const there = ends.map(({ x, high }, i) => `${i === 0 ? 'M' : 'L'}${placeOf(x, high, top)}`);
  const back = ends.toReversed().map(({ x, low }) => `L${placeOf(x, low, top)}`);
  return `${there.join('')}${back.join('')}Z`;
};

/** As many of the marks as there is room for, the first among them. */
export const spaced = <Item>(items: readonly Item[], most: number): readonly Item[] => {
  const step = Math.ceil(items.length / most);
  return items.filter((_, i) => i % step === 0);
};

function placeOf(x: number, y: number, top: number): string {
  return `${clean(x * 100)} ${clean(100 - (y / top) * 100)}`;
}

function clean(value: number): number {
  return Number(value.toFixed(4));
}
