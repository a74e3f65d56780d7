import type { Estimate } from '@okaeri/shared/figures';

/** Room beside an interval, as a part of its larger end. */
const ROOM = 1.15;

/** What an interval of a difference says: a gain or a loss where it leaves out 0, else nothing is proven. */
export const verdictOf = ({ low, high }: Estimate): 'gain' | 'loss' | 'open' | null => {
  if (low === null || high === null) return null;
  if (low > 0) return 'gain';
  return high < 0 ? 'loss' : 'open';
};

/** The ends of a strip around 0 that holds an interval, alike on both sides. */
export const endsOf = ({ low, high }: Estimate): readonly [number, number] | null => {
  if (low === null || high === null) return null;
  const far = Math.max(Math.abs(low), Math.abs(high)) * ROOM;
  const end = far > 0 ? rounded(far) : 1;
  return [-end, end];
};

/** The next number of two digits. */
function rounded(far: number): number {
  const power = 10 ** (Math.floor(Math.log10(far)) - 1);
  return Number((Math.ceil(far / power) * power).toPrecision(6));
}
