import type { ProgramVersion } from '../program/load-program.ts';
import { changeUsage } from '../ledger/usages.ts';
import type { Challenge } from '@okaeri/shared/play';
import { isFor } from '../earning/audience-rules.ts';
import { fixedPart } from '../earning/fixed-part-rules.ts';
import { moveParts } from '../earning/move-parts.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { periodStart } from '../../platform/lib/calendar.ts';
import { contextOf } from '../shoppers/shopper-context.ts';
import type { Tx } from '../../platform/store/store.ts';
import { deleteBadge, insertBadge } from './queries.ts';
import type { PlayChange } from './play-change.ts';
import { completionsOf } from './tally-rules.ts';

const NOWHERE = { channel: null, market: null };

/**
 * Counts a change of a source for the challenges, and moves what completing them
 * gives: a target like any other, so that what is sent back is uncounted too.
 */
export const followChallenges = async (
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  change: PlayChange,
): Promise<void> => {
  const { challenges } = program.document;
  const touched = challenges
    .map((challenge) => ({
      challenge,
      delta: (change.after[challenge.id] ?? 0) - (change.before[challenge.id] ?? 0),
    }))
    .filter(({ delta }) => delta !== 0);
  if (touched.length === 0) return;
  const who = await contextOf(tx, open.shopper, program.document, open.now);
  for (const { challenge, delta } of touched) {
    // Who counted once is counted back, whatever they have become.
    const counts = delta < 0 || isFor(challenge, who, NOWHERE);
    if (counts) await followOne(tx, open, program, { challenge, delta, at: change.at });
  }
};

async function followOne(
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  step: { challenge: Challenge; delta: number; at: number },
): Promise<void> {
  const { challenge, delta, at } = step;
  const { document, version } = program;
  const { shopId, id: shopperId } = open.shopper;
  const periodAt = periodOf(challenge, at, document.timeZone);
  const key = { shopId, shopperId, subject: `challenge:${challenge.id}`, periodAt };
  const { points: progress } = await changeUsage(tx, { ...key, times: 0, points: delta });
  const before = progress - delta;
  const [had, has] = [completionsOf(challenge, before), completionsOf(challenge, progress)];
  if (had === has) return;
  if (challenge.badgeId !== null && had > 0 !== has > 0)
    await setBadge(tx, open, challenge.badgeId, has > 0);
  // The honour alone is no movement of points.
  if (challenge.points === 0) return;
  const source = { document, programVersion: version };
  const points = has * challenge.points;
  await moveParts(
    tx,
    open,
    {
      ...source,
      kind: 'challenge',
      id: `${challenge.id}@${periodAt}`,
      effectiveAt: Math.min(at, open.now),
      neverSeen: false,
      counts: { countsPoints: false, spendMinor: 0, orders: 0 },
    },
    [
      fixedPart(source, {
        part: challenge.id,
        points,
        at,
        own: challenge.expiry,
        reason: 'notReached',
      }),
    ],
  );
}

/** The beginning of the period an instant counts in; 0 for a lifetime. */
function periodOf(challenge: Challenge, at: number, timeZone: string): number {
  return challenge.period === 'lifetime' ? 0 : periodStart(at, challenge.period, timeZone);
}

async function setBadge(tx: Tx, open: OpenBook, badgeId: string, won: boolean): Promise<void> {
  const key = { shopId: open.shopper.shopId, shopperId: open.shopper.id, badgeId };
  if (won) await tx.run(insertBadge, { ...key, wonAt: open.now });
  else await tx.run(deleteBadge, key);
}
