import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { Z_99 } from '../../../platform/lib/interval-rules.ts';
import { newcombe, type Difference, type Part } from './compare-rules.ts';

/**
 * How a share changed from the 28 finished days before to the last 28, if that may be said: at least 30 people, and
 * the 99 % interval of the difference excludes 0, as it is looked at every day (E83).
 */
export const changeWorthSaying = (now: Part, before: Part): Difference | null => {
  if (Math.min(now.of, before.of) < INSIGHT_PEOPLE_MIN) return null;
  const change = newcombe(now, before, Z_99);
  return change.low > 0 || change.high < 0 ? change : null;
};
