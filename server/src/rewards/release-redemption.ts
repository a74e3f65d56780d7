import type { Redemption } from '@okaeri/shared/rewards';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { withHolding } from '../ledger/book-rules.ts';
import { settle } from '../ledger/due-rules.ts';
import { release } from '../ledger/holding-rules.ts';
import { holdingFromRow, loadAwards, openBook, type OpenBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import type { RedemptionRow, ShopRow } from '../store/rows.ts';
import type { Answer } from '../store/answer-once.ts';
import { first, type Tx } from '../store/store.ts';
import { selectRedemption } from './queries.ts';
import { toBalance, toRedemption } from './redemption-view.ts';

/** Brings a redemption, and the lots its points came from, into an open book. */
export const loadHolding = async (tx: Tx, open: OpenBook, row: RedemptionRow): Promise<void> => {
  if (open.book.holdings.has(row.id)) return;
  const holding = holdingFromRow(row);
  open.before.holdings.set(row.id, holding);
  open.book = withHolding(open.book, holding);
  await loadAwards(
    tx,
    open,
    row.allocations.map(([awardId]) => awardId),
  );
};

/** The redemption as it stands once the shopper's row is locked. */
const lockRedemption = async (
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<{ row: RedemptionRow; open: (now: number) => Promise<OpenBook> } | undefined> => {
  const seen = await first(tx, selectRedemption, key);
  if (seen === undefined) return undefined;
  const shopper = await first(tx, lockShopper, { shopId: key.shopId, shopperId: seen.shopperId });
  // Read again: only what was read under the lock may be decided on.
  const row = await first(tx, selectRedemption, key);
  if (shopper === undefined || row === undefined) return undefined;
  return { row, open: (now) => openBook(tx, shopper, now) };
};

/** Gives an unused code back for its points. Asking again answers as the first time. */
export const releaseRedemption = (
  deps: Deps,
  input: { shop: ShopRow; redemptionId: string; shopperExternalId: string | null },
): Promise<Answer<Redemption>> =>
  deps.store.write(async (tx): Promise<Answer<Redemption>> => {
    const { shop, redemptionId } = input;
    const unknown = {
      refused: { code: 'unknownRedemption', detail: `There is no redemption "${redemptionId}".` },
    } as const;
    const locked = await lockRedemption(tx, { shopId: shop.id, id: redemptionId });
    if (locked === undefined) return unknown;
    const open = await locked.open(nowOf(deps, shop));
    const { externalId } = open.shopper;
    if (input.shopperExternalId !== null && externalId !== input.shopperExternalId) return unknown;
    await loadHolding(tx, open, locked.row);
    const state = open.book.holdings.get(redemptionId)?.state ?? locked.row.state;
    if (state === 'used')
      return { refused: { code: 'notReleasable', detail: 'The code was used on an order.' } };
    if (state === 'issued') {
      open.book = settle(release(open.book, redemptionId, open.now), open.now);
      await saveBook(tx, open);
    }
    const after = open.book.holdings.get(redemptionId)?.state ?? state;
    return {
      status: 200,
      body: {
        ...toRedemption({ ...locked.row, state: after }),
        balance: toBalance(open.book.account),
      },
    };
  });
