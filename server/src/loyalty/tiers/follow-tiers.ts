import type { ProgramDocument } from '@okaeri/shared/program';
import { fixedPart } from '../earning/fixed-part-rules.ts';
import { moveParts } from '../earning/move-parts.ts';
import type { Posting } from '../ledger/book-rules.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { selectChain } from '../ledger/verify-queries.ts';
import { undoneAwardsOf } from '../ledger/imported-before.ts';
import { dayOf } from '../../platform/lib/calendar.ts';
import type { Tx } from '../../platform/store/store.ts';
import { joinedDayOf, ladderOf, tierIdOf, valueOf } from './ladder-rules.ts';
import { advanceTo, countIn, emptyStanding, type Ladder } from './standing-rules.ts';
import type { CountedDay, Standing } from '../ledger/documents.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** Transactions read at once when a standing is built anew. */
const CHAIN_PAGE = 1000;

/** Something that counted, as a row or as a posting that will be one. */
type CountedRow = Pick<Posting, 'effectiveAt' | 'counts'> & {
  readonly recordedAt: number;
  readonly days: readonly CountedDay[];
};

/**
 * Follows a standing over one row. A row is seen from when it was recorded, and
 * counts on the day it took effect (semantics, rule 13).
 */
const followRow = (
  standing: Standing,
  ladder: Ladder,
  row: CountedRow,
  joinedDay: number,
): Standing => {
  const { timeZone, policy } = ladder;
  let current = advanceTo(standing, ladder, dayOf(row.recordedAt, timeZone), joinedDay);
  for (const [day, points, spendMinor, orders] of row.days) {
    const value = valueOf(policy, { points, spendMinor, orders });
    current = countIn(current, ladder, { day, value }, joinedDay);
  }
  // What a merge brings stands there by day; its sum is not counted again.
  if (row.counts === undefined || row.days.length > 0) return current;
  const value = valueOf(policy, row.counts);
  if (value === 0) return current;
  const day = dayOf(Math.min(row.effectiveAt, row.recordedAt), timeZone);
  return countIn(current, ladder, { day, value }, joinedDay);
};

/**
 * A shopper's standing on this ladder: as it is kept, or from all their rows when the ladder is another.
 * What a file of members gave and was taken back is not among them.
 */
export const standingOf = async (
  tx: Tx,
  shopper: ShopperRow,
  ladder: Ladder,
): Promise<Standing> => {
  if (shopper.standing?.ladder === ladder.key) return shopper.standing;
  const joinedDay = joinedDayOf(shopper, ladder.timeZone);
  let standing = emptyStanding(ladder, dayOf(shopper.createdAt, ladder.timeZone));
  const key = { shopId: shopper.shopId, shopperId: shopper.id };
  const undone = await undoneAwardsOf(tx, key);
  let after = 0;
  while (after < shopper.sequence) {
    const page = await tx.run(selectChain, { ...key, after, limit: CHAIN_PAGE });
    for (const row of page) {
      if (row.awardId !== null && undone.has(row.awardId)) continue;
      const counts = {
        points: row.countedPoints,
        spendMinor: row.countedSpendMinor,
        orders: row.countedOrders,
      };
      const days = row.merge?.days ?? [];
      standing = followRow(standing, ladder, { ...row, counts, days }, joinedDay);
    }
    after = page.at(-1)?.sequence ?? Infinity;
  }
  return standing;
};

/**
 * Follows the shopper's tier over what the open book has posted, and gives what
 * reaching a tier gives; a merge gives nothing, as two balances become their sum.
 */
export const followTiers = async (
  tx: Tx,
  open: OpenBook,
  program: { document: ProgramDocument; version: number },
  gives = true,
): Promise<void> => {
  const ladder = ladderOf(program.document);
  if (ladder === null) return;
  const before = open.profile.standing ?? (await standingOf(tx, open.shopper, ladder));
  const joinedDay = joinedDayOf(open.shopper, ladder.timeZone);
  let standing = before;
  for (const posting of open.book.postings.slice(open.followed))
    standing = followRow(
      standing,
      ladder,
      { ...posting, recordedAt: open.now, days: posting.merge?.days ?? [] },
      joinedDay,
    );
  open.followed = open.book.postings.length;
  if (gives && standing.reached > before.reached)
    await giveEntryPoints(tx, open, program, { from: before.reached, to: standing.reached });
  open.profile.standing = standing;
  const [from, to] = [tierIdOf(before, ladder), tierIdOf(standing, ladder)];
  if (from === to) return;
  const { shopId, id: shopperId } = open.shopper;
  tx.emit({ shopId, type: 'tier.changed', shopperId, data: { from, to } });
};

/** Points for reaching tiers for the first time. */
async function giveEntryPoints(
  tx: Tx,
  open: OpenBook,
  program: { document: ProgramDocument; version: number },
  reached: { from: number; to: number },
): Promise<void> {
  const { document, version } = program;
  for (const tier of document.tiers.slice(reached.from + 1, reached.to + 1)) {
    if (tier.entryPoints === 0) continue;
    const source = { document, programVersion: version };
    await moveParts(
      tx,
      open,
      {
        ...source,
        kind: 'tier',
        id: tier.id,
        effectiveAt: open.now,
        neverSeen: false,
        counts: { countsPoints: false, spendMinor: 0, orders: 0 },
      },
      [fixedPart(source, { part: tier.id, points: tier.entryPoints, at: open.now, own: null })],
    );
  }
}
