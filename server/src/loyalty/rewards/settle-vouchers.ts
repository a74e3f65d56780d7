import type { OrderState, OrderWarning } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Reward } from '@okaeri/shared/rewards';
import type { RedemptionState } from '@okaeri/shared/redemptions';
import type { Deps } from '../../deps.ts';
import type { Book } from '../ledger/book-rules.ts';
import { settle } from '../ledger/due-rules.ts';
import { retake, undoUse, use } from '../ledger/holding-rules.ts';
import { loadSpendable, openBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { loadProgram } from '../program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { codeDigest } from './code-rules.ts';
import { requestVoucher } from './request-voucher.ts';
import { selectRedemption, selectRedemptionByCode, setRedemptionUses } from './queries.ts';
import { loadHolding } from './release-redemption.ts';
import { withUse } from './voucher-rules.ts';
import type { VoucherUse } from '../ledger/documents.ts';
import type { RedemptionRow } from '../ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Which way a code goes: an order takes it (so much of it, where it is a gift card), or gives it back. */
export interface VoucherMove {
  readonly shopId: string;
  readonly redemption: RedemptionRow;
  readonly reward: Reward | undefined;
  readonly orderId: string;
  readonly to: 'used' | 'issued';
  readonly amountMinor: number | null;
  readonly now: number;
}

type Moved = { readonly book: Book; readonly uses: readonly VoucherUse[] };

/** Moves a code between issued and used. False when its state does not allow it. */
export const moveVoucher = async (tx: Tx, move: VoucherMove): Promise<boolean> => {
  const { shopId, redemption, to, now } = move;
  const shopper = await first(tx, lockShopper, { shopId, shopperId: redemption.shopperId });
  if (shopper === undefined) return false;
  const open = await openBook(tx, shopper, now);
  const row = await first(tx, selectRedemption, { shopId, id: redemption.id });
  if (row === undefined) return false;
  await loadHolding(tx, open, row);
  const state = open.book.holdings.get(row.id)?.state ?? row.state;
  // Points may have to be taken a second time, from whatever lots there are.
  if (state === 'released' || state === 'expired') await loadSpendable(tx, open, row.points);
  const moved =
    to === 'used' ? taken(open.book, row, state, move) : given(open.book, row, state, move);
  if (moved === undefined) return false;
  open.book = settle(moved.book, now);
  await saveBook(tx, open);
  const { uses } = moved;
  const orderId = uses[0]?.orderId ?? null;
  await tx.run(setRedemptionUses, { shopId, id: row.id, uses, orderId });
  return true;
};

/** The reward a redemption was of, as it was then. */
export const rewardOf = async (
  deps: Deps,
  tx: Tx,
  row: RedemptionRow,
): Promise<Reward | undefined> => {
  const version = row.programVersion;
  const document = await loadProgram(deps, tx, { shopId: row.shopId, version });
  return document.rewards.find(({ id }) => id === row.rewardId);
};

/** What an order's present state means for the codes it names, or used to name. */
export interface OrderVouchers {
  readonly shop: ShopRow;
  readonly orderId: string;
  readonly state: OrderState;
  /** The state before, when there was one. */
  readonly former: OrderState | undefined;
  /** Whether everything was sent back. */
  readonly refundedInFull: boolean;
  readonly document: ProgramDocument;
  readonly now: number;
}

/**
 * Uses the codes an order names and gives back those it no longer holds: because
 * it dropped them, was voided or cancelled, or was sent back whole under a
 * programme that returns spent points (semantics, rule 17).
 */
export const settleVouchers = async (
  deps: Deps,
  tx: Tx,
  input: OrderVouchers,
): Promise<OrderWarning[]> => {
  const { shop, orderId, state, now } = input;
  const shopId = shop.id;
  const named = new Set(state.voucherCodes);
  const codes = new Set([...named, ...(input.former?.voucherCodes ?? [])]);
  const keeps = keepsCodes(input);
  const warnings: OrderWarning[] = [];
  for (const code of codes) {
    const digest = codeDigest(shopId, code);
    const found = await first(tx, selectRedemptionByCode, { shopId, codeDigest: digest });
    // Codes of other kinds than ours may be on an order too; they are none of our business.
    if (found === undefined) continue;
    const to = keeps && named.has(code) ? 'used' : 'issued';
    const { redemption } = found;
    const reward = await rewardOf(deps, tx, redemption);
    const paid = state.voucherPayments.find((payment) => payment.code === code);
    const amountMinor = paid?.amountMinor ?? null;
    const moved = await moveVoucher(tx, {
      shopId,
      redemption,
      reward,
      orderId,
      to,
      amountMinor,
      now,
    });
    const isGivenBack = to === 'issued' && redemption.uses.some((use) => use.orderId === orderId);
    // A platform goes on counting the use (decision 038).
    if (moved && isGivenBack && reward?.codes === 'platform')
      await requestVoucher(deps, tx, { shop, redemptionId: redemption.id, act: 'renew', now });
    if (!moved && to === 'used')
      warnings.push({
        code: 'voucherUnknown',
        path: 'voucherCodes',
        message: `The code ${code} cannot be used by this order.`,
      });
  }
  return warnings;
};

function taken(
  book: Book,
  row: RedemptionRow,
  state: RedemptionState,
  move: VoucherMove,
): Moved | undefined {
  const { orderId, amountMinor, now, reward } = move;
  const kind = reward?.kind ?? 'fixedDiscount';
  const uses = withUse(
    { kind, valueMinor: row.valueMinor, uses: row.uses },
    { orderId, amountMinor },
  );
  if (uses === undefined) return undefined;
  switch (state) {
    case 'issued':
      return { book: use(book, row.id, now), uses };
    case 'used':
      return { book, uses };
    // The platform let the code through although it was to be deleted.
    case 'releasing':
      return { book: use(book, row.id, now), uses };
    case 'released':
    case 'expired':
      return reward?.codes === 'platform' ? { book: retake(book, row.id, now), uses } : undefined;
    case 'held':
    default:
      return undefined;
  }
}

function given(
  book: Book,
  row: RedemptionRow,
  state: RedemptionState,
  move: VoucherMove,
): Moved | undefined {
  const uses = row.uses.filter(({ orderId }) => orderId !== move.orderId);
  if (uses.length === row.uses.length) return state === 'issued' ? { book, uses } : undefined;
  if (state !== 'used') return undefined;
  return { book: uses.length === 0 ? undoUse(book, row.id, move.now) : book, uses };
}

function keepsCodes(input: OrderVouchers): boolean {
  if (input.state.cancelledAt != null || input.state.paymentStatus === 'voided') return false;
  return !(input.refundedInFull && input.document.refunds.returnSpentPoints === 'fullRefund');
}
