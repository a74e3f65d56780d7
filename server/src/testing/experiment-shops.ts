import type { DrawnTouch } from '../backoffice/insights/figures/experiment-rules.ts';
import type { Random } from '../platform/lib/random-rules.ts';
import type { Bought } from './simulated-shop.ts';

/** People of a made-up shop with a holdout, the share that is held, and in how many days what they buy counts. */
export const EXPERIMENT = { people: 1500, heldShare: 0.2, outcomeDays: 60 } as const;
/** The day everybody is reached on, counted from the shop's first, and the last that is looked at. */
export const REACHED = 90;
export const LOOKED_AT = 390;

/** Somebody of it: their arm, what they bought, and how much more than they would have. */
export interface Drawn {
  readonly arm: DrawnTouch['arm'];
  readonly bought: readonly Bought[];
  readonly moreMinor: number;
}

/**
 * A shop whose people buy at chances of their own, some of them held by lot; the treated with a higher chance, by so
 * much. Everybody has bought on its first day.
 */
export const drawExperiment = (random: Random, more: number): readonly Drawn[] =>
  Array.from({ length: EXPERIMENT.people }, () => {
    const arm = random.uniform() < EXPERIMENT.heldShare ? 'held' : 'treated';
    const chance = 0.15 + 0.3 * random.uniform();
    const valueMinor = Math.round(100 * (20 + 40 * random.gamma(2)));
    const effect = arm === 'treated' ? more : 0;
    const days = [
      0,
      ...(random.uniform() < chance ? [REACHED - 20] : []),
      ...(random.uniform() < chance + effect ? [REACHED + 20] : []),
    ];
    return {
      arm,
      bought: days.map((day) => ({ day, valueMinor })),
      moreMinor: effect * valueMinor,
    };
  });
