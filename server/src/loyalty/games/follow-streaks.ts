import type { ProgramVersion } from '../program/load-program.ts';
import { changeUsage, usedSince } from '../ledger/usages.ts';
import type { Usage } from '../ledger/usage-rules.ts';
import type { Streak } from '@okaeri/shared/play';
import { fixedPart } from '../earning/fixed-part-rules.ts';
import { moveParts } from '../earning/move-parts.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { periodEnd, periodStart } from '../../platform/lib/calendar.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { PlayChange } from './play-change.ts';
import { insertBadge } from './queries.ts';
import { ORDER_TALLY } from './tally-rules.ts';

const NOTHING: Usage = { times: 0, points: 0 };

/** Follows streaks over an order that came to count, or no longer does. */
export const followStreaks = async (
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  change: PlayChange,
): Promise<void> => {
  const delta = (change.after[ORDER_TALLY] ?? 0) - (change.before[ORDER_TALLY] ?? 0);
  if (delta === 0) return;
  for (const streak of program.document.streaks)
    if (streak.enabled) await followOne(tx, open, program, { streak, at: change.at, delta });
};

/**
 * Each period keeps how many orders it has and how long the run is that ends with
 * it; a change goes on only as far as the run does.
 */
async function followOne(
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  step: { streak: Streak; at: number; delta: number },
): Promise<void> {
  const { streak } = step;
  const { timeZone } = program.document;
  const { shopId, id: shopperId } = open.shopper;
  const keyOf = (periodAt: number) => ({
    shopId,
    shopperId,
    subject: `streak:${streak.id}`,
    periodAt,
  });
  let periodAt = periodStart(step.at, streak.every, timeZone);
  let { delta } = step;
  const since = beforeOf(periodAt, streak.every, timeZone);
  const kept = await usedSince(tx, { shopId, shopperId, subject: `streak:${streak.id}`, since });
  const keptIn = (period: number): Usage =>
    kept.find((usage) => usage.periodAt === period) ?? NOTHING;
  let run = keptIn(since).points;
  for (;;) {
    const known = keptIn(periodAt);
    const times = known.times + delta;
    run = times > 0 ? run + 1 : 0;
    if (run === known.points && delta === 0) return;
    await changeUsage(tx, { ...keyOf(periodAt), times: delta, points: run - known.points });
    const [was, is] = [known.points, run].map(
      (length) => length > 0 && length % streak.length === 0,
    );
    if (was !== is) await giveFor(tx, open, program, { streak, periodAt, complete: is === true });
    if (run === known.points) return;
    periodAt = periodEnd(periodAt, streak.every, timeZone);
    delta = 0;
    if (keptIn(periodAt).times === 0) return;
  }
}

function beforeOf(periodAt: number, every: Streak['every'], timeZone: string): number {
  return periodStart(periodAt - 1, every, timeZone);
}

async function giveFor(
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  step: { streak: Streak; periodAt: number; complete: boolean },
): Promise<void> {
  const { streak, periodAt, complete } = step;
  const at = open.now;
  if (complete && streak.badgeId !== null)
    await tx.run(insertBadge, {
      shopId: open.shopper.shopId,
      shopperId: open.shopper.id,
      badgeId: streak.badgeId,
      wonAt: at,
    });
  // The honour alone is no movement of points.
  if (streak.points === 0) return;
  const source = { document: program.document, programVersion: program.version };
  const points = complete ? streak.points : 0;
  await moveParts(
    tx,
    open,
    {
      ...source,
      kind: 'streak',
      id: `${streak.id}@${periodAt}`,
      effectiveAt: at,
      neverSeen: false,
      counts: { countsPoints: false, spendMinor: 0, orders: 0 },
    },
    [fixedPart(source, { part: streak.id, points, at, own: streak.expiry, reason: 'notReached' })],
  );
}
