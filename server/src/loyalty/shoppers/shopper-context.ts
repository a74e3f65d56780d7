import type { ProgramDocument } from '@okaeri/shared/program';
import { goesByFigures } from '@okaeri/shared/segments';
import { figuresOf } from '../buyers/buyer-figures.ts';
import { dayOf } from '../../platform/lib/calendar.ts';
import type { Tx } from '../../platform/store/store.ts';
import { standingOf } from '../tiers/follow-tiers.ts';
import { joinedDayOf, ladderOf, tierIdOf } from '../tiers/ladder-rules.ts';
import { advanceTo } from '../tiers/standing-rules.ts';
import { factsOf, segmentsOf } from './context-rules.ts';
import { findExisting } from './lock-shopper.ts';
import { selectShopperById } from './queries.ts';
import type { OwnerContext } from '../ledger/documents.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** The row of a shopper by the merchant's id, or undefined. */
export const shopperOfId = (
  tx: Tx,
  key: { shopId: string; externalId: string },
): Promise<ShopperRow | undefined> => findExisting(tx, key);

/** The merchant's id of a shopper; null once they were erased. */
export const externalIdOf = async (
  tx: Tx,
  key: { shopId: string; shopperId: string },
): Promise<string | null> => (await tx.run(selectShopperById, key))[0]?.externalId ?? null;

/** The tier a shopper holds now; null where the programme has none. */
export const tierOf = async (
  tx: Tx,
  shopper: ShopperRow,
  document: ProgramDocument,
  now: number,
): Promise<string | null> => {
  const ladder = ladderOf(document);
  if (ladder === null) return null;
  const standing = await standingOf(tx, shopper, ladder);
  const joinedDay = joinedDayOf(shopper, ladder.timeZone);
  return tierIdOf(advanceTo(standing, ladder, dayOf(now, ladder.timeZone), joinedDay), ladder);
};

/** Somebody nobody knows: a guest looking at a page. */
export const NOBODY: OwnerContext = { tierId: null, segmentIds: [], first: true };

/** What rules and campaigns may ask about a shopper, found out now. */
export const contextOf = async (
  tx: Tx,
  shopper: ShopperRow,
  document: ProgramDocument,
  now: number,
): Promise<OwnerContext> => {
  const tierId = await tierOf(tx, shopper, document, now);
  // They cost two statements, which only those pay who use them.
  const figures = document.segments.some(goesByFigures) ? await figuresOf(tx, shopper, now) : null;
  return {
    tierId,
    segmentIds: segmentsOf(document, factsOf(shopper, tierId, figures), now),
    first: shopper.orderCount <= 0,
  };
};
