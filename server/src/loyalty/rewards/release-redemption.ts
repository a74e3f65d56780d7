import type { Refusal } from '@okaeri/shared/errors';
import type { Reward } from '@okaeri/shared/rewards';
import type { Redemption, RedemptionState } from '@okaeri/shared/redemptions';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { withHolding } from '../ledger/book-rules.ts';
import { settle } from '../ledger/due-rules.ts';
import { beginRelease, release } from '../ledger/holding-rules.ts';
import { holdingFromRow, loadAwards, openBook, type OpenBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { loadProgram } from '../program/load-program.ts';
import type { Answer } from '../../platform/store/answer-once.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { requestVoucher } from './request-voucher.ts';
import { selectRedemption } from './queries.ts';
import { isReleasable, toBalance, toRedemption } from './redemption-view.ts';
import type { RedemptionRow } from '../ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

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

const USED = { refused: { code: 'notReleasable', detail: 'The code was used.' } } as const;

const POOLED = {
  refused: { code: 'notReleasable', detail: 'The shop has given this code out; it stays yours.' },
} as const;

/** A redemption under lock, with its shopper's book open and its reward known. */
export interface LockedRedemption {
  readonly tx: Tx;
  readonly row: RedemptionRow;
  readonly open: OpenBook;
  readonly reward: Reward | undefined;
  readonly state: RedemptionState;
}

/** Runs an act on a redemption whose shopper is locked. */
export const withRedemption = (
  deps: Deps,
  input: { shop: ShopRow; redemptionId: string; shopperExternalId: string | null },
  act: (locked: LockedRedemption) => Promise<Answer<Redemption>>,
): Promise<Answer<Redemption>> =>
  deps.store.write(async (tx): Promise<Answer<Redemption>> => {
    const { shop, redemptionId } = input;
    const locked = await lockRedemption(tx, { shopId: shop.id, id: redemptionId });
    if (locked === undefined) return UNKNOWN(redemptionId);
    const { row } = locked;
    const open = await locked.open(nowOf(deps, shop));
    const { externalId } = open.shopper;
    if (input.shopperExternalId !== null && externalId !== input.shopperExternalId)
      return UNKNOWN(redemptionId);
    await loadHolding(tx, open, row);
    const version = row.programVersion;
    const document = await loadProgram(deps, tx, { shopId: shop.id, version });
    const reward = document.rewards.find(({ id }) => id === row.rewardId);
    const state = open.book.holdings.get(redemptionId)?.state ?? row.state;
    return act({ tx, row, open, reward, state });
  });

/** The answer after an act: the redemption as the book has it now. */
export const redemptionAnswer = (
  { row, open, reward }: LockedRedemption,
  change: Partial<RedemptionRow> = {},
): Answer<Redemption> => {
  const holding = open.book.holdings.get(row.id);
  const { state, expireAt } = holding ?? row;
  const after = { ...row, state, expireAt, ...change };
  return {
    status: 200,
    body: { ...toRedemption(after, reward), balance: toBalance(open.book.account) },
  };
};

/** Gives an unused code back for its points. Asking again answers as the first time. */
export const releaseRedemption = (
  deps: Deps,
  input: { shop: ShopRow; redemptionId: string; shopperExternalId: string | null },
): Promise<Answer<Redemption>> =>
  withRedemption(deps, input, async (locked) => {
    const { tx, row, open, reward, state } = locked;
    if (state === 'used') return USED;
    const waits = state === 'issued' || state === 'held';
    if (!waits) return redemptionAnswer(locked);
    const byShopper = input.shopperExternalId !== null;
    if (byShopper && !isReleasable({ state, uses: row.uses }, reward)) return POOLED;
    // A platform must first delete its code; until it says so the points stay held (semantics, rule 16).
    const isDeletedFirst = reward?.codes === 'platform' && state === 'issued';
    open.book = isDeletedFirst
      ? beginRelease(open.book, row.id)
      : settle(release(open.book, row.id, open.now), open.now);
    await saveBook(tx, open);
    const { shop } = input;
    const order = { shop, redemptionId: row.id, act: 'delete', now: open.now } as const;
    if (isDeletedFirst) await requestVoucher(deps, tx, order);
    return redemptionAnswer(locked);
  });

/** A platform has deleted its code: the points return. */
export const confirmRelease = (
  deps: Deps,
  input: { shop: ShopRow; redemptionId: string },
): Promise<Answer<Redemption>> =>
  withRedemption(deps, { ...input, shopperExternalId: null }, async (locked) => {
    const { tx, row, open, state } = locked;
    if (state === 'released') return redemptionAnswer(locked);
    if (state !== 'releasing')
      return { refused: { code: 'notWaiting', detail: `The redemption is ${state}.` } };
    open.book = settle(release(open.book, row.id, open.now), open.now);
    await saveBook(tx, open);
    return redemptionAnswer(locked);
  });

/** The redemption as it stands once the shopper's row is locked. */
async function lockRedemption(
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<{ row: RedemptionRow; open: (now: number) => Promise<OpenBook> } | undefined> {
  const seen = await first(tx, selectRedemption, key);
  if (seen === undefined) return undefined;
  const shopper = await first(tx, lockShopper, { shopId: key.shopId, shopperId: seen.shopperId });
  // Read again: only what was read under the lock may be decided on.
  const row = await first(tx, selectRedemption, key);
  if (shopper === undefined || row === undefined) return undefined;
  return { row, open: (now) => openBook(tx, shopper, now) };
}

function UNKNOWN(redemptionId: string): { refused: Refusal } {
  return {
    refused: { code: 'unknownRedemption', detail: `There is no redemption "${redemptionId}".` },
  };
}
