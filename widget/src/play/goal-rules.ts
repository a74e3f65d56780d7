import type { IconName } from '@okaeri/shared/icon-paths';
import type { Challenge } from '@okaeri/shared/play';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';

/** How far a challenge is in the round it is in. */
export interface Round {
  readonly progress: number;
  readonly completed: number;
  /** It was reached as often as it can be. */
  readonly isDone: boolean;
}

/** Each repeat begins anew; what was reached as often as it can be stays full. */
export const roundOf = ({ id, target, repeats }: Challenge, me: Me): Round => {
  const { progress = 0, completed = 0 } = me.challenges.find((mine) => mine.id === id) ?? {};
  const isDone = completed >= repeats;
  return { completed, isDone, progress: isDone ? target : progress - completed * target };
};

/** How much of a run is full: one that has just been completed is, and the next order begins the next. */
export const runOf = (current: number, length: number): number =>
  current === 0 ? 0 : ((current - 1) % length) + 1;

/** What wins a badge, if anything of the programme does. */
export const wayTo = (
  program: PublicProgram,
  badge: string,
): {
  readonly challenge: Challenge | undefined;
  readonly streak: PublicProgram['streaks'][number] | undefined;
} => ({
  challenge: program.challenges.find(({ badgeId }) => badgeId === badge),
  streak: program.streaks.find(({ badgeId }) => badgeId === badge),
});

/** What a challenge counts, as an icon. */
export const ICONS: Readonly<Record<Challenge['metric'], IconName>> = {
  orders: 'bag',
  spend: 'cart',
  points: 'earn',
  items: 'cup',
  acts: 'pen',
};

/** The base of a badge: a path on a square of 64, or a round seal. */
const BASES = [
  null,
  'M32 5 55 18.5v27L32 59 9 45.5v-27z',
  'M32 5c14 2 25 12 25 27S46 57 32 59C18 57 7 47 7 32S18 7 32 5z',
  'M32 4c9 10 20 20 20 33a20 20 0 0 1-40 0C12 24 23 14 32 4z',
  'M32 3 39 12 50 8 51 20 62 24 56 34 62 44 51 47 49 58 38 54 32 62 25 54 14 58 13 47 2 43 8 33 2 23 13 20 14 8 25 12z',
] as const;

/** Neighbours differ, and a badge keeps its form whatever is won. */
export const baseOf = (index: number): string | null => BASES[index % BASES.length] ?? null;
