import type { Tier } from '@okaeri/shared/tiers';
import { recountForTiers } from '../../loyalty/ledger/count-rules.ts';
import { awardOf, withAward } from '../../loyalty/ledger/book-rules.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { dayOf } from '../../platform/lib/calendar.ts';
import { followTiers, standingOf } from '../../loyalty/tiers/follow-tiers.ts';
import { countsOf, joinedDayOf, ladderOf, tierIndexOf } from '../../loyalty/tiers/ladder-rules.ts';
import { advanceTo, entryOf, valuesOf, type Ladder } from '../../loyalty/tiers/standing-rules.ts';
import { openAdjustment } from '../../loyalty/adjustments/adjust-in-book.ts';
import { insertAdjustment } from '../../loyalty/ledger/adjustment-queries.ts';
import {
  availableImportId,
  type MemberImport,
  type MemberImportOrder,
  type Entered,
  type Fault,
} from './import-member.ts';

/** Which tier of the programme is meant by what a file calls one. */
export const tierMeant = (
  ladder: Ladder,
  called: string,
  tiers: MemberImportOrder['tiers'],
): Tier | undefined => ladder.tiers[tierIndexOf(ladder, tiers[called] ?? called)];

/** What is to be said of a tier that the programme does not have. */
export const unknownTier = (called: string): Fault => ({
  code: 'tierUnknown',
  detail: `The programme has no tier "${called}".`,
});

/**
 * Lifts somebody to the tier they had elsewhere: what is missing to it is counted, as of now, and keeps it
 * as long as anything does that is counted now. It brings no points, and nobody is lowered: what a file
 * says otherwise is reported. A tier is imported once, so that one lost since is not given again.
 */
export const importTier = async (
  bringing: MemberImport,
  entered: Entered,
  called: string,
  order: MemberImportOrder,
): Promise<Fault | undefined> => {
  const { tx, shop, program, now } = bringing;
  const { shopper, namedId } = entered;
  const ladder = ladderOf(program.document);
  if (ladder === null) return undefined;
  const tier = tierMeant(ladder, called, order.tiers);
  if (tier === undefined) return unknownTier(called);
  const index = ladder.tiers.indexOf(tier);
  const joinedDay = joinedDayOf(shopper, ladder.timeZone);
  const kept = await standingOf(tx, shopper, ladder);
  const standing = advanceTo(kept, ladder, dayOf(now, ladder.timeZone), joinedDay);
  if (standing.tier === index) return undefined;
  const here = ladder.tiers[standing.tier]?.id ?? 'none';
  const differs: Fault = {
    code: 'tierDiffers',
    detail: `The file says "${called}"; by the programme it is ${here}.`,
  };
  if (standing.tier > index) return differs;
  const id = await availableImportId(tx, shop.id, [namedId, 'tier', tier.id]);
  if (id === undefined) return differs;
  const { now: counted } = valuesOf(standing, ladder.policy, joinedDay);
  const value = entryOf(tier, index, standing) - counted;
  await lift(bringing, entered, { id, value, ladder, order });
  return undefined;
};

async function lift(
  { tx, shop, program, now }: MemberImport,
  { shopper, namedId }: Entered,
  by: { id: string; value: number; ladder: Ladder; order: MemberImportOrder },
): Promise<void> {
  const open = await openBook(tx, shopper, now);
  const awardId = openAdjustment(open, program, by.id);
  open.book = withAward(open.book, { ...awardOf(open.book, awardId), matured: true });
  const counts = countsOf(by.ladder.policy, by.value);
  open.book = recountForTiers(open.book, awardId, { counts, effectiveAt: now });
  await followTiers(tx, open, program, false);
  await tx.run(insertAdjustment, {
    shopId: shop.id,
    id: by.id,
    shopperId: namedId,
    points: 0,
    reason: `Tier brought from ${by.order.source}`,
    note: null,
    countsForLifetime: false,
    batchId: by.order.batchId,
    undoneAt: null,
    createdAt: now,
  });
  await saveBook(tx, open);
}
