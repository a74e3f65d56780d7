/** Where a function is smallest, and how small it is there. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

interface Limits {
  /** The search ends when values of all corners differ by no more than this part of the least. */
  readonly tolerance: number;
  readonly stepsMax: number;
}

const LIMITS: Limits = { tolerance: 1e-13, stepsMax: 2500 };
/** How far the first corners lie from the start. */
const STEP = 0.5;
/** A search that ended may have folded up early: it begins anew where it ended, so often. */
const RESTARTS = 3;

/**
 * Finds a minimum by the downhill simplex of Nelder and Mead (The Computer Journal 7(4), 1965): no derivatives, and a
 * value of `Infinity` keeps it out of where the function says nothing. The package for it that works is of 2016.
 */
export const minimise = (
  of: (at: readonly number[]) => number,
  start: readonly number[],
  limits: Partial<Limits> = {},
): Minimum => {
  const by = { ...LIMITS, ...limits };
  let best = descend(of, start, by);
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    const next = descend(of, best.at, by);
    const isSettled = best.value - next.value <= by.tolerance * Math.abs(best.value);
    if (next.value < best.value) best = next;
    if (isSettled) break;
  }
  return best;
};

function descend(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  { tolerance, stepsMax }: Limits,
): Minimum {
  const corner = (at: readonly number[]): Minimum => ({ at, value: of(at) });
  let corners = [
    corner(start),
    ...start.map((_, axis) => corner(start.map((x, i) => (i === axis ? x + STEP : x)))),
  ].toSorted(byValue);
  for (let step = 0; step < stepsMax; step += 1) {
    const [best] = corners;
    const worst = corners.at(-1);
    const second = corners.at(-2);
    if (best === undefined || worst === undefined || second === undefined) break;
    if (isFlat(best, worst, tolerance)) break;
    const rest = corners.slice(0, -1);
    const middle = middleOf(rest);
    const along = (by: number): Minimum =>
      corner(middle.map((x, i) => x + by * ((worst.at[i] ?? 0) - x)));
    const mirrored = along(-1);
    let next: Minimum | undefined;
    if (mirrored.value < best.value) next = lesserOf(along(-2), mirrored);
    else if (mirrored.value < second.value) next = mirrored;
    else {
      const inner = mirrored.value < worst.value ? along(-0.5) : along(0.5);
      if (inner.value < Math.min(mirrored.value, worst.value)) next = inner;
    }
    corners = (
      next === undefined
        ? [best, ...corners.slice(1).map(({ at }) => corner(halfway(best.at, at)))]
        : [...rest, next]
    ).toSorted(byValue);
  }
  return corners[0] ?? corner(start);
}

function isFlat(best: Minimum, worst: Minimum, tolerance: number): boolean {
  const isEven = worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance);
  const width = Math.max(...best.at.map((x, i) => Math.abs(x - (worst.at[i] ?? 0))));
  return isEven && width <= Math.sqrt(tolerance);
}

function middleOf(corners: readonly Minimum[]): number[] {
  const [first] = corners;
  return (first?.at ?? []).map(
    (_, axis) => corners.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / corners.length,
  );
}

function halfway(a: readonly number[], b: readonly number[]): number[] {
  return a.map((x, i) => (x + (b[i] ?? 0)) / 2);
}

function lesserOf(a: Minimum, b: Minimum): Minimum {
  return a.value < b.value ? a : b;
}

function byValue(a: Minimum, b: Minimum): number {
  // Beyond the bounds all is Infinity, and Infinity less itself is no number.
  return a.value === b.value ? 0 : a.value - b.value;
}
