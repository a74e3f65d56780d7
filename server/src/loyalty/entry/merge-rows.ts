import type { Deps } from '../../deps.ts';
import { NO_ENTRIES, type Entries } from '../ledger/book-rules.ts';
import { closeBook, takeMergedBalance, type MergedBalance } from '../ledger/merge-rules.ts';
import {
  awardFromRow,
  loadAwards,
  loadSpendable,
  openBook,
  type OpenBook,
} from '../ledger/open-book.ts';
import { moveAwardsTo, readChain } from '../ledger/move-owner.ts';
import { saveBook } from '../ledger/save-book.ts';
import { dayOf } from '../../platform/lib/calendar.ts';
import { currentProgram } from '../program/load-program.ts';
import type { Tx } from '../../platform/store/store.ts';
import { followTiers } from '../tiers/follow-tiers.ts';
import { noteShopperChange } from '../shoppers/index-shoppers.ts';
import { setMerged, updateMergedProfile } from '../shoppers/merge-queries.ts';
import type { CountedDay } from '../ledger/documents.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import type { TransactionRow } from '../ledger/tables.ts';

/** Moves everything of one shopper to another, within one write. */
export const mergeRows = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; to: ShopperRow; from: ShopperRow; now: number },
): Promise<void> => {
  const { shop, now } = input;
  const { document, version } = await currentProgram(deps, tx, shop);
  const from = await openBook(tx, input.from, now);
  const to = await openBook(tx, input.to, now);
  const balance = await estateOf(tx, from, document.timeZone);
  from.book = closeBook(from.book, balance, {
    shopperId: to.shopper.id,
    head: to.shopper.chainHead,
    now,
  });
  const { chainHead: head } = await saveBook(tx, from);
  const ids = { shopId: shop.id, from: from.shopper.id, to: to.shopper.id };
  await moveAwardsTo(
    tx,
    ids,
    balance.awards.map(({ id }) => id),
  );
  await joinRows(deps, tx, to, from.shopper);
  if (balance.totals.available < 0) await loadSpendable(tx, to, -balance.totals.available);
  for (const award of balance.awards) {
    const row = from.awardRows.get(award.id);
    if (row === undefined) throw new Error(`Award ${award.id} has no row.`);
    // What is saved now is saved as the new owner's; as loaded, its lot was emptied a moment ago.
    const emptied = { ...row, shopperId: to.shopper.id, lotPoints: 0 };
    to.awardRows.set(award.id, emptied);
    to.before.awards.set(award.id, awardFromRow(emptied));
  }
  to.book = takeMergedBalance(to.book, { ...balance, head }, now);
  await followTiers(tx, to, { document, version }, false);
  await saveBook(tx, to);
};

/**
 * Makes a row another's whose points are settled: what areas hold is moved, profiles become one, and the
 * row leads to the other from then on. The caller saves the other's book.
 */
export const joinRows = async (
  deps: Deps,
  tx: Tx,
  to: OpenBook,
  from: ShopperRow,
): Promise<void> => {
  const ids = { shopId: from.shopId, from: from.id, to: to.shopper.id, now: to.now };
  for (const { move } of deps.personalData) await move?.(tx, ids);
  await joinProfiles(tx, to, from);
};

async function estateOf(
  tx: Tx,
  open: OpenBook,
  timeZone: string,
): Promise<Omit<MergedBalance, 'head'>> {
  const chain = await readChain(tx, open.shopper);
  const ids = new Set<string>();
  for (const row of chain) {
    if (row.awardId !== null) ids.add(row.awardId);
    for (const [id] of row.lots) ids.add(id);
  }
  await loadAwards(tx, open, ids);
  const days = daysOf(chain, timeZone);
  return {
    shopperId: open.shopper.id,
    totals: totalsOf(chain, open),
    days,
    counts: {
      points: days.reduce((sum, [, points]) => sum + points, 0),
      spendMinor: open.book.account.spendMinor,
      orders: open.book.account.orderCount,
    },
    activeAt: open.book.activeAt,
    awards: [...open.book.awards.values()],
  };
}

async function joinProfiles(tx: Tx, to: OpenBook, from: ShopperRow): Promise<void> {
  const { shopper } = to;
  const { shopId, id: shopperId } = shopper;
  await tx.run(setMerged, { shopId, shopperId: from.id, mergedInto: shopperId });
  await noteShopperChange(tx, { shopId, shopperId: from.id });
  await noteShopperChange(tx, { shopId, shopperId });
  await tx.run(updateMergedProfile, {
    shopId,
    shopperId,
    name: shopper.name ?? from.name,
    email: shopper.email ?? from.email,
    emailKey: shopper.emailKey ?? from.emailKey,
    locale: shopper.locale ?? from.locale,
    timeZone: shopper.timeZone ?? from.timeZone,
    birthday: shopper.birthday ?? from.birthday,
    birthdaySetAt: shopper.birthday === null ? from.birthdaySetAt : shopper.birthdaySetAt,
    referralCode: shopper.referralCode ?? from.referralCode,
    tags: [...new Set([...shopper.tags, ...from.tags])],
    // An objection of either is one of the person's.
    personalised: shopper.personalised && from.personalised,
  });
  const firstOrderAt = earliest(shopper.firstOrderAt, from.firstOrderAt);
  const advocateAt = earliest(shopper.advocateAt, from.advocateAt);
  if (advocateAt !== null) to.profile.advocateAt = advocateAt;
  const lastOrderAt = Math.max(shopper.lastOrderAt ?? 0, from.lastOrderAt ?? 0);
  if (firstOrderAt !== null) to.profile.firstOrderAt = firstOrderAt;
  if (lastOrderAt > 0) to.profile.lastOrderAt = lastOrderAt;
}

/** What a chain counted by day; what was merged into it before stands there by day already. */
function daysOf(chain: readonly TransactionRow[], timeZone: string): CountedDay[] {
  const days = new Map<number, [number, number, number]>();
  const add = (day: number, points: number, spend: number, orders: number): void => {
    const [p, s, o] = days.get(day) ?? [0, 0, 0];
    days.set(day, [p + points, s + spend, o + orders]);
  };
  for (const row of chain) {
    if (row.merge !== null && row.merge.days.length > 0)
      for (const [day, ...counted] of row.merge.days) add(day, ...counted);
    else {
      const day = dayOf(Math.min(row.effectiveAt, row.recordedAt), timeZone);
      add(day, row.countedPoints, row.countedSpendMinor, row.countedOrders);
    }
  }
  return [...days]
    .filter(([, counted]) => counted.some((count) => count !== 0))
    .toSorted(([a], [b]) => a - b)
    .map(([day, counted]) => [day, ...counted]);
}

function totalsOf(chain: readonly TransactionRow[], open: OpenBook): Entries {
  const rows: readonly Entries[] = [...chain, ...open.book.postings.map(({ entries }) => entries)];
  return rows.reduce<Entries>(
    (sum, row) => ({
      pending: sum.pending + row.pending,
      available: sum.available + row.available,
      held: sum.held + row.held,
      issued: sum.issued + row.issued,
      redeemed: sum.redeemed + row.redeemed,
      expired: sum.expired + row.expired,
      adjusted: sum.adjusted + row.adjusted,
    }),
    NO_ENTRIES,
  );
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
