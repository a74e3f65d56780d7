import type { TierPolicy } from '@okaeri/shared/tiers';
import { advanceTo, countIn, emptyStanding, type Ladder } from '../loyalty/tiers/standing-rules.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import { threeTiers } from './rule-inputs.ts';

type Standing = ReturnType<typeof emptyStanding>;
/** On a day so much counts; nothing, where only time passes. */
type Step = readonly [day: number, value?: number];

/** A ladder of three tiers that counts a lifetime, changed. */
export const ladderWith = (policy: Partial<TierPolicy> = {}): Ladder => ({
  key: 'k',
  tiers: threeTiers(),
  policy: {
    metric: 'points',
    window: { kind: 'lifetime' },
    downgrade: 'oneStep',
    graceDays: 0,
    ...policy,
  },
  timeZone: 'UTC',
});

/** The day shoppers joined. */
export const JOINED = 10;

/** The standing that these steps lead to. */
export const follow = (ladder: Ladder, steps: readonly Step[], joined = JOINED): Standing => {
  let standing = emptyStanding(ladder, steps[0]?.[0] ?? joined);
  for (const [day, value] of steps) {
    standing = advanceTo(standing, ladder, day, joined);
    if (value !== undefined) standing = countIn(standing, ladder, { day, value }, joined);
  }
  return standing;
};

const names = ['base', 'silver', 'gold'];

/** The tier that these steps lead to, and since when. */
export const held = (ladder: Ladder, ...steps: readonly Step[]): string => {
  const { tier, since } = follow(ladder, steps);
  return `${names[tier]} since ${since}`;
};

/** A date as a number of days. */
export const dayOf = (date: string): number => Date.parse(date) / DAY_MS;
