import { createRandom, type RandomState } from '../../../platform/lib/random-rules.ts';

/** A square of numbers, row by row. */
type Matrix = readonly (readonly number[])[];

/** How far a logarithm is moved to see how a likelihood bends. */
const STEP = 1e-3;
/** Sets that lie beyond the bounds are drawn anew, so often for each set that is wanted. */
const TRIES = 100;

/** How far apart from what was fitted other parameters may as well be: the normal distribution around its logarithms. */
export interface Spread {
  readonly logs: readonly number[];
  /** Of the likelihood's Hessian with its sign turned. */
  readonly root: Matrix;
}

/**
 * The spread around the likeliest logarithms, as wide as the likelihood is flat there (the inverse of its Hessian).
 * Null where that is not definite: then nothing is known of the width.
 */
export const spreadAround = (
  logs: readonly number[],
  logLikelihood: (logs: readonly number[]) => number,
): Spread | null => {
  const root = rootOf(bendOf(logs, logLikelihood));
  return root === null ? null : { logs, root };
};

/**
 * Draws of what may as well have been fitted. Null where nearly all lies beyond the bounds.
 *
 * @param seed the same seed gives the same draws
 */
export const drawFrom = (
  { logs, root }: Spread,
  { many, seed, bound }: { many: number; seed: RandomState; bound: number },
): (readonly number[])[] | null => {
  const { normal } = createRandom(seed);
  const draws: number[][] = [];
  for (let tries = 0; draws.length < many; tries += 1) {
    if (tries >= many * TRIES) return null;
    const step = solveUpwards(
      root,
      logs.map(() => normal()),
    );
    const drawn = logs.map((log, axis) => log + (step[axis] ?? 0));
    if (drawn.every((log) => Math.abs(log) <= bound)) draws.push(drawn);
  }
  return draws;
};

/** The value below which a part of them lies, between neighbours by their distance (type 7 of Hyndman and Fan, 1996). */
export const quantileOf = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (at - Math.floor(at)) * (high - low);
};

/** How sharply the likelihood falls off on all sides: its second differences, with the sign turned. */
function bendOf(
  logs: readonly number[],
  logLikelihood: (logs: readonly number[]) => number,
): Matrix {
  const at = (moves: readonly (readonly [axis: number, by: number])[]): number =>
    logLikelihood(
      logs.map((log, axis) => moves.reduce((sum, [of, by]) => (of === axis ? sum + by : sum), log)),
    );
  return logs.map((_, i) =>
    logs.map((__, j) => {
      const corner = (first: number, second: number): number =>
        at([
          [i, first * STEP],
          [j, second * STEP],
        ]);
      return (corner(1, -1) + corner(-1, 1) - corner(1, 1) - corner(-1, -1)) / (4 * STEP * STEP);
    }),
  );
}

/** Cholesky's lower root of a matrix; null where it is not definite. */
function rootOf(matrix: Matrix): Matrix | null {
  const root: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    root.push(own);
    for (let j = 0; j <= i; j += 1) {
      const other = root[j] ?? [];
      let left = row[j] ?? 0;
      for (let k = 0; k < j; k += 1) left -= (own[k] ?? 0) * (other[k] ?? 0);
      if (i === j) {
        if (!(left > 0)) return null;
        own.push(Math.sqrt(left));
      } else own.push(left / (other[j] ?? Number.NaN));
    }
  }
  return root;
}

/** Solves Rᵀ x = y for a lower root R. */
function solveUpwards(root: Matrix, y: readonly number[]): number[] {
  const x = y.map(() => 0);
  for (let i = y.length - 1; i >= 0; i -= 1) {
    let left = y[i] ?? 0;
    for (let k = i + 1; k < y.length; k += 1) left -= (root[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = left / (root[i]?.[i] ?? Number.NaN);
  }
  return x;
}
