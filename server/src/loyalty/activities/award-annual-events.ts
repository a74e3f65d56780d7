import { nowOf } from '../../access/shop-clock.ts';
import { listShops } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { openBook, type OpenBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { celebratedOn } from '../../platform/lib/calendar.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { followEarning } from '../games/follow-earning.ts';
import { loadProgram, type ProgramVersion } from '../program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { annualEventsOf } from './annual-event-rules.ts';
import { applyActivity, activityTalliesOf } from './record-activity.ts';
import { selectAnnualEventShoppers } from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Members celebrated in one round; what is left waits for the next. */
const ROUND = 200;

/** Gives what a birthday or an anniversary gives, once a year, in an open book. */
export const awardAnnualEvents = async (
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  secretKey: Buffer,
): Promise<void> => {
  const due = annualEventsOf(open.shopper, program.document, open.now);
  if (due.length === 0) return;
  open.profile.occasionsAt = open.now;
  for (const { id, facts } of due) {
    const { isNew, terms } = await applyActivity(tx, open, program, {
      id,
      facts,
      channel: null,
      market: null,
    });
    if (!isNew) continue;
    const after = activityTalliesOf(facts, terms);
    await followEarning(tx, open, program, { at: facts.at, before: {}, after, secretKey });
  }
};

/**
 * Celebrates birthdays and anniversaries of members who have not come by. It only
 * hastens: a member who opens the shop on the day is celebrated then.
 *
 * @returns how many members were looked after
 */
export const awardDueAnnualEvents = async (deps: Deps): Promise<number> => {
  let celebrated = 0;
  for (const shop of await listShops(deps)) celebrated += await celebrateShop(deps, shop);
  return celebrated;
};

async function celebrateShop(deps: Deps, shop: ShopRow): Promise<number> {
  const now = nowOf(deps, shop);
  const version = shop.programVersion;
  const key = { shopId: shop.id, version };
  const document = await deps.store.read((tx) => loadProgram(deps, tx, key));
  if (!document.earning.some(({ on }) => on === 'birthday' || on === 'anniversary')) return 0;
  // Two days, and 29 February with either of them where the year has none.
  const [day = '', other = day, leapDay = other] = [now, now - DAY_MS].flatMap((at) =>
    celebratedOn(at, document.timeZone),
  );
  const found = await deps.store.read((tx) =>
    tx.run(selectAnnualEventShoppers, {
      shopId: shop.id,
      first: day,
      second: other,
      third: leapDay,
      before: now - 2 * DAY_MS,
      limit: ROUND,
    }),
  );
  for (const { id: shopperId } of found) {
    if (deps.underWay.stopping.aborted) break;
    await deps.store.write(async (tx) => {
      const shopper = await first(tx, lockShopper, { shopId: shop.id, shopperId });
      if (shopper === undefined) return;
      const open = await openBook(tx, shopper, now);
      await awardAnnualEvents(tx, open, { document, version }, deps.secretKey);
      // Looked after, whether or not there was something to give: the next round passes over it.
      open.profile.occasionsAt = now;
      await saveBook(tx, open);
    });
  }
  return found.length;
}
