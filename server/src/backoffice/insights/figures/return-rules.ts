import type { Interval } from '../../../platform/lib/interval-rules.ts';
import type { MeanDifference } from './compare-rules.ts';

interface Measured extends Interval {
  readonly value: number;
}

/** What a programme brought, less what it cost. */
export interface ProgrammeReturn {
  /** In a person's spending, from the programme. */
  readonly lift: Measured;
  readonly cost: number;
  /** Lift × people × margin − cost; null where no margin is known. */
  readonly net: Measured | null;
  /** The same as a part of the cost; null where it cost nothing either. */
  readonly return: Measured | null;
  /** The lift from which it pays. */
  readonly paysFromLift: number | null;
}

/** What a programme returned, from the difference its holdout shows, with that difference's interval (E81). */
export const returnOf = (
  lift: MeanDifference,
  by: { readonly treated: number; readonly marginShare: number | null; readonly cost: number },
): ProgrammeReturn => {
  const { treated, marginShare, cost } = by;
  const told = { lift: { value: lift.difference, low: lift.low, high: lift.high }, cost };
  if (marginShare === null || treated === 0)
    return { ...told, net: null, return: null, paysFromLift: null };
  const gross = treated * marginShare;
  const net = each(told.lift, (value) => value * gross - cost);
  return {
    ...told,
    net,
    return: cost > 0 ? each(net, (value) => value / cost) : null,
    paysFromLift: gross > 0 ? cost / gross : null,
  };
};

function each({ value, low, high }: Measured, of: (value: number) => number): Measured {
  return { value: of(value), low: of(low), high: of(high) };
}
