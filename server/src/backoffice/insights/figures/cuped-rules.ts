import {
  relativeOf,
  welch,
  type Difference,
  type MeanDifference,
  type Moments,
} from './compare-rules.ts';

/** What somebody spent after they were drawn, and in as many days before; null of somebody without a past. */
export interface Spending {
  readonly pre: number | null;
  readonly post: number;
}

export interface Adjusted {
  readonly theta: number;
  /** Of the spending before and after, over both groups together: so much of the variance falls away. */
  readonly rhoSquare: number;
  readonly treated: Moments;
  readonly held: Moments;
  /** Null where a group is too small or nothing varies. */
  readonly between: MeanDifference | null;
  readonly relative: Difference | null;
}

/**
 * The difference of what two groups spent, less what their spending before already tells (CUPED: Deng, Xu, Kohavi and
 * Walker 2013). Whoever has no past is taken to have spent what all did, which adjusts nothing.
 */
export const cuped = (treated: readonly Spending[], held: readonly Spending[]): Adjusted => {
  const all = sorted([...treated, ...held]);
  const known = all.flatMap(({ pre }) => pre ?? []);
  const mean = known.length === 0 ? 0 : sumOf(known) / known.length;
  const before = ({ pre }: Spending): number => (pre ?? mean) - mean;
  const post = sumOf(all.map((one) => one.post)) / all.length;
  const together = sumOf(all.map((one) => before(one) * (one.post - post)));
  const squares = sumOf(all.map((one) => before(one) ** 2));
  const after = sumOf(all.map((one) => (one.post - post) ** 2));
  // What never varies tells nothing.
  const theta = squares > 0 ? together / squares : 0;
  const adjusted = (group: readonly Spending[]): Moments =>
    inOrder(sorted(group).map((one) => one.post - theta * before(one)));
  const [a, b] = [adjusted(treated), adjusted(held)];
  return {
    theta,
    rhoSquare: squares > 0 && after > 0 ? together ** 2 / (squares * after) : 0,
    treated: a,
    held: b,
    between: welch(a, b),
    relative: relativeOf(a, b),
  };
};

function inOrder(values: readonly number[]): Moments {
  const n = values.length;
  const mean = sumOf(values) / n;
  return { n, mean, variance: n > 1 ? sumOf(values.map((one) => (one - mean) ** 2)) / (n - 1) : 0 };
}

/** In one order, so that sums never depend on who came first. */
function sorted(group: readonly Spending[]): Spending[] {
  return group.toSorted((a, b) => a.post - b.post || (a.pre ?? -1) - (b.pre ?? -1));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
