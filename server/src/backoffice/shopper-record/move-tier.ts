import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../platform/lib/calendar.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { recountForTiers } from '../../loyalty/ledger/count-rules.ts';
import { awardOf, withAward } from '../../loyalty/ledger/book-rules.ts';
import { insertAdjustment } from '../../loyalty/ledger/adjustment-queries.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import { followTiers, standingOf } from '../../loyalty/tiers/follow-tiers.ts';
import { countsOf, joinedDayOf, ladderOf } from '../../loyalty/tiers/ladder-rules.ts';
import { advanceTo, entryOf, valuesOf } from '../../loyalty/tiers/standing-rules.ts';
import { openAdjustment } from '../../loyalty/adjustments/adjust-in-book.ts';

/**
 * Lifts somebody to a tier: what is missing to it is counted, as of now, and keeps it as long as anything does
 * that is counted now. What the tier gives for reaching it is given. Nobody is lowered.
 */
export const moveTier = (
  deps: Deps,
  input: {
    shop: ShopRow;
    externalId: string;
    tierId: string;
    reason: string;
    /** The line of the log about it; the adjustment is named after it. */
    actId?: string | undefined;
  },
): Promise<Outcome<{ readonly tierId: string }>> =>
  deps.store.write(async (tx): Promise<Outcome<{ readonly tierId: string }>> => {
    const { shop, externalId, tierId, reason, actId = newId() } = input;
    const shopper = await lockNamed(tx, { shopId: shop.id, externalId });
    if (shopper === undefined)
      return { refused: { code: 'unknownShopper', detail: 'No such shopper.' } };
    const program = await currentProgram(deps, tx, shop);
    const ladder = ladderOf(program.document);
    const index = ladder?.tiers.findIndex(({ id }) => id === tierId) ?? -1;
    const tier = ladder?.tiers[index];
    if (ladder === null || tier === undefined)
      return { refused: { code: 'unknownTier', detail: `There is no tier "${tierId}".` } };
    const now = nowOf(deps, shop);
    const joinedDay = joinedDayOf(shopper, ladder.timeZone);
    const kept = await standingOf(tx, shopper, ladder);
    const standing = advanceTo(kept, ladder, dayOf(now, ladder.timeZone), joinedDay);
    if (standing.tier >= index)
      return { refused: { code: 'tierNotHigher', detail: 'Tiers are lost by time alone.' } };
    const { now: counted } = valuesOf(standing, ladder.policy, joinedDay);
    const counts = countsOf(ladder.policy, entryOf(tier, index, standing) - counted);
    const open = await openBook(tx, shopper, now);
    const id = `adj_${actId}`;
    const awardId = openAdjustment(open, program, id);
    open.book = withAward(open.book, { ...awardOf(open.book, awardId), matured: true });
    open.book = recountForTiers(open.book, awardId, { counts, effectiveAt: now });
    await followTiers(tx, open, program, true);
    await tx.run(insertAdjustment, {
      shopId: shop.id,
      id,
      shopperId: shopper.id,
      points: 0,
      reason,
      note: null,
      countsForLifetime: false,
      batchId: null,
      undoneAt: null,
      createdAt: now,
    });
    await saveBook(tx, open);
    return { ok: { tierId } };
  });
