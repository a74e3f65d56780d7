import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import type { EffectState } from '@okaeri/shared/effect-figures';
import { armsFit } from './compare-rules.ts';

/** Days after somebody's first message in which what they buy counts. */
export const OUTCOME_DAYS = 60;

/** An experiment, as far as it decides what may be said of it. */
export interface Experiment {
  /** The share that is held by lot; 0 where nobody is. */
  readonly heldShare: number;
  /** The last day on which somebody came into it, and how many days later their outcomes are complete. */
  readonly endsOn: number;
  readonly outcomeDays: number;
  readonly asOf: number;
  readonly treated: ArmCounts;
  readonly held: ArmCounts;
}

interface ArmCounts {
  readonly people: number;
  readonly outcomes: number;
}

/**
 * What may be said of an experiment (E80): nothing before the last window has passed, nothing where the arms are not
 * as they were drawn, and nothing of fewer than thirty outcomes in an arm.
 */
export const effectState = (experiment: Experiment): EffectState => {
  const { heldShare, endsOn, outcomeDays, asOf, treated, held } = experiment;
  if (heldShare <= 0 || heldShare >= 1) return 'noHoldout';
  if (asOf <= endsOn + outcomeDays) return 'measuring';
  if (treated.people + held.people === 0) return 'notEnough';
  if (!armsFit({ treated: treated.people, held: held.people }, heldShare).fits) return 'mismatch';
  const least = Math.min(treated.outcomes, held.outcomes);
  return least < INSIGHT_PEOPLE_MIN ? 'notEnough' : 'done';
};
