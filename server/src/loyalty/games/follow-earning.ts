import type { ProgramVersion } from '../program/load-program.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import type { Tx } from '../../platform/store/store.ts';
import { followTiers } from '../tiers/follow-tiers.ts';
import { drawGifts } from './draw-gifts.ts';
import { followChallenges } from './follow-challenges.ts';
import { followStreaks } from './follow-streaks.ts';
import type { PlayChange } from './play-change.ts';

/**
 * Follows what a source that earned means beyond its own points: challenges,
 * streaks, gifts, tiers. Called for each source that moved, before the book is saved.
 */
export const followEarning = async (
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  change: PlayChange & { secretKey: Buffer },
): Promise<void> => {
  await followChallenges(tx, open, program, change);
  await followStreaks(tx, open, program, change);
  await drawGifts(tx, open, program, change);
  await followTiers(tx, open, program);
};
