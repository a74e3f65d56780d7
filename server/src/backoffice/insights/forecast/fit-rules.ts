import { minimise } from './minimise-rules.ts';

/** No logarithm of a parameter is looked for beyond this: what ends there has run away. */
export const LOG_BOUND = 7;
/** How near to its bound a logarithm lies on it. */
const ON_BOUND = 1e-6;

/** What was fitted, with the logarithms it was found at. */
export interface Fitted<Parameters> {
  readonly parameters: Parameters;
  readonly logs: readonly number[];
  readonly logLikelihood: number;
}

/** A fit, or that the likeliest parameters lie on a bound: then there is none. */
export type Fit<Parameters> = Fitted<Parameters> | 'onBound';

/** What is fitted: by the logarithms of its parameters, of which each has its bounds. */
export interface Model<Parameters> {
  readonly starts: readonly (readonly number[])[];
  readonly parametersOf: (logs: readonly number[]) => Parameters;
  readonly logLikelihood: (logs: readonly number[]) => number;
  /** The least of each logarithm, where it is not `-LOG_BOUND`. */
  readonly least?: readonly number[];
}

/**
 * The likeliest parameters, searched for from each start; the best is taken. Differences of huge logarithms lose all
 * their digits and look better than the truth, so each logarithm has bounds, and a solution on one is refused.
 */
export const fitBest = <Parameters>(model: Model<Parameters>): Fit<Parameters> => {
  const leastOf = (axis: number): number => model.least?.[axis] ?? -LOG_BOUND;
  const bounded = (logs: readonly number[]): number[] =>
    logs.map((log, axis) => Math.min(LOG_BOUND, Math.max(leastOf(axis), log)));
  const found = model.starts.map((start) => {
    const { at } = minimise((logs) => {
      const inside = bounded(logs);
      // Beyond the bounds all would be alike, and a search that strayed there would not find back.
      const strayed = logs.reduce((sum, log, axis) => sum + Math.abs(log - (inside[axis] ?? 0)), 0);
      return strayed - model.logLikelihood(inside);
    }, start);
    const logs = bounded(at);
    return { logs, logLikelihood: model.logLikelihood(logs) };
  });
  const best = found.toSorted((a, b) => b.logLikelihood - a.logLikelihood)[0];
  if (best === undefined || !Number.isFinite(best.logLikelihood)) return 'onBound';
  const isOnBound = best.logs.some(
    (log, axis) => log >= LOG_BOUND - ON_BOUND || log <= leastOf(axis) + ON_BOUND,
  );
  return isOnBound ? 'onBound' : { ...best, parameters: model.parametersOf(best.logs) };
};
