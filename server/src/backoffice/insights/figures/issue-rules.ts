import { LIMITS } from '@okaeri/shared/limits';
import { createRandom, type RandomState } from '../../../platform/lib/random-rules.ts';
import { quantileOf } from '../forecast/spread-rules.ts';
import { developed, LADDER_COLUMNS, type IssueMonth } from './ladder-rules.ts';

/** What one shopper was issued in a month, and what became of it. */
export interface Issue {
  readonly month: number;
  readonly issued: number;
  readonly left: number;
  /** Points redeemed so many months after the issue. */
  readonly redeemed: readonly (readonly [after: number, points: number])[];
}

const TAIL = 0.025;
/** Numbers in a row of a flat triangle: what was issued, what is left, and a column for each month since. */
const WIDTH = LADDER_COLUMNS + 2;

export interface Expected {
  readonly rows: readonly IssueMonth[];
  readonly people: number;
  readonly points: number;
  readonly low: number;
  readonly high: number;
  /** Redeemed in the end, of all that was issued. */
  readonly ultimate: number;
  readonly redeemed: number;
  /** How often people were drawn anew for the interval. */
  readonly bootstraps: number;
}

/**
 * Begins to add up points by their month of issue. People who were issued alike are one row, in an order of their own:
 * neither who comes first nor how people are named shows in what is drawn.
 */
export const createIssues = (asOfMonth: number) => {
  const people = new Map<string, { readonly issues: readonly Issue[]; count: number }>();
  return {
    /** @param issues of one shopper, by month */
    add(issues: readonly Issue[]): void {
      if (issues.length === 0) return;
      const key = JSON.stringify(issues.toSorted((a, b) => a.month - b.month));
      const known = people.get(key);
      if (known === undefined) people.set(key, { issues, count: 1 });
      else known.count += 1;
    },
    read(seed: RandomState): Expected | null {
      const groups = [...people].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
      return groups.length === 0 ? null : expectedOf(groups, { asOfMonth, seed });
    },
  };
};

function expectedOf(
  groups: readonly { readonly issues: readonly Issue[]; readonly count: number }[],
  { asOfMonth, seed }: { readonly asOfMonth: number; readonly seed: RandomState },
): Expected {
  const first = Math.min(
    ...groups.map(({ issues }) => Math.min(...issues.map((one) => one.month))),
  );
  const cells = groups.map(({ issues }) => cellsOf(issues, first));
  const triangle = (counts: Int32Array): IssueMonth[] =>
    rowsOf(addUp(cells, counts, (asOfMonth - first + 1) * WIDTH), { first, asOfMonth });
  const counts = Int32Array.from(groups, ({ count }) => count);
  const rows = triangle(counts);
  const all = developed(rows);
  const people = counts.reduce((sum, count) => sum + count, 0);
  const owners = Int32Array.from(groups.flatMap(({ count }, at) => Array<number>(count).fill(at)));
  const random = createRandom(seed);
  const drawn = Array.from({ length: LIMITS.bootstraps }, () => {
    const weights = new Int32Array(groups.length);
    for (let i = 0; i < people; i += 1) {
      const at = owners[random.below(people)] ?? 0;
      weights[at] = (weights[at] ?? 0) + 1;
    }
    return sumOf(developed(triangle(weights)).map(({ expected }) => expected));
  });
  return {
    rows,
    people,
    points: sumOf(all.map(({ expected }) => expected)),
    bootstraps: drawn.length,
    low: quantileOf(drawn, TAIL),
    high: quantileOf(drawn, 1 - TAIL),
    ultimate: sumOf(all.map(({ expected }, i) => expected + (rows[i]?.redeemed.at(-1) ?? 0))),
    redeemed: sumOf(rows.map(({ redeemed }) => redeemed.at(-1) ?? 0)),
  };
}

/** Where in a flat triangle somebody's points stand, and how many. */
function cellsOf(
  issues: readonly Issue[],
  first: number,
): { at: Int32Array; points: Float64Array } {
  const cells = issues.flatMap(({ month, issued, left, redeemed }) => {
    const row = (month - first) * WIDTH;
    const columns = redeemed.map(([after, points]) => ({
      at: row + 2 + Math.min(after, LADDER_COLUMNS - 1),
      points,
    }));
    return [{ at: row, points: issued }, { at: row + 1, points: left }, ...columns];
  });
  return {
    at: Int32Array.from(cells, ({ at }) => at),
    points: Float64Array.from(cells, ({ points }) => points),
  };
}

function addUp(
  cells: readonly { readonly at: Int32Array; readonly points: Float64Array }[],
  counts: Int32Array,
  size: number,
): Float64Array {
  const flat = new Float64Array(size);
  for (const [i, { at, points }] of cells.entries()) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    for (let j = 0; j < at.length; j += 1) {
      const to = at[j] ?? 0;
      flat[to] = (flat[to] ?? 0) + count * (points[j] ?? 0);
    }
  }
  return flat;
}

/** The rows of a flat triangle, with sums over the months that have begun. */
function rowsOf(
  flat: Float64Array,
  { first, asOfMonth }: { readonly first: number; readonly asOfMonth: number },
): IssueMonth[] {
  return Array.from({ length: asOfMonth - first + 1 }, (_, i) => {
    const [issued = 0, left = 0, ...columns] = flat.subarray(i * WIDTH, (i + 1) * WIDTH);
    let sum = 0;
    const begun = Math.min(LADDER_COLUMNS, asOfMonth - first - i + 1);
    const redeemed = columns.slice(0, begun).map((points) => (sum += points));
    return { month: first + i, issued, redeemed, left };
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
