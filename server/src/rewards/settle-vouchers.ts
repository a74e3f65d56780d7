import type { OrderState, OrderWarning } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import { settle } from '../ledger/due-rules.ts';
import { undoUse, use } from '../ledger/holding-rules.ts';
import { openBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import type { RedemptionRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { codeDigest } from './code-rules.ts';
import { selectRedemption, selectRedemptionByCode, setRedemptionOrder } from './queries.ts';
import { loadHolding } from './release-redemption.ts';

/** Which way a code goes: an order takes it, or gives it back. */
export interface VoucherMove {
  readonly shopId: string;
  readonly redemption: RedemptionRow;
  readonly orderId: string;
  readonly to: 'used' | 'issued';
  readonly now: number;
}

/** Moves a code between issued and used. False when its state does not allow it. */
export const moveVoucher = async (tx: Tx, move: VoucherMove): Promise<boolean> => {
  const { shopId, redemption, orderId, to, now } = move;
  const shopper = await first(tx, lockShopper, { shopId, shopperId: redemption.shopperId });
  if (shopper === undefined) return false;
  const open = await openBook(tx, shopper, now);
  const row = await first(tx, selectRedemption, { shopId, id: redemption.id });
  if (row === undefined) return false;
  await loadHolding(tx, open, row);
  const state = open.book.holdings.get(row.id)?.state;
  const mine = row.orderId === null || row.orderId === orderId;
  if (state === to) return mine;
  if (!mine || state !== (to === 'used' ? 'issued' : 'used')) return false;
  const moved = to === 'used' ? use(open.book, row.id, now) : undoUse(open.book, row.id, now);
  open.book = settle(moved, now);
  await saveBook(tx, open);
  await tx.run(setRedemptionOrder, { shopId, id: row.id, orderId: to === 'used' ? orderId : null });
  return true;
};

/** What an order's present state means for the codes it names, or used to name. */
export interface OrderVouchers {
  readonly shopId: string;
  readonly orderId: string;
  readonly state: OrderState;
  /** The state before, when there was one. */
  readonly former: OrderState | undefined;
  /** Whether everything was sent back. */
  readonly refundedInFull: boolean;
  readonly document: ProgramDocument;
  readonly now: number;
}

const keepsCodes = (input: OrderVouchers): boolean => {
  if (input.state.cancelledAt != null || input.state.paymentStatus === 'voided') return false;
  return !(input.refundedInFull && input.document.refunds.returnSpentPoints === 'fullRefund');
};

/**
 * Uses the codes an order names and gives back those it no longer holds: because
 * it dropped them, was voided or cancelled, or was sent back whole under a
 * programme that returns spent points (semantics, rule 17).
 */
export const settleVouchers = async (tx: Tx, input: OrderVouchers): Promise<OrderWarning[]> => {
  const { shopId, orderId, state, now } = input;
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
    const moved = await moveVoucher(tx, { shopId, redemption: found.redemption, orderId, to, now });
    if (!moved && to === 'used')
      warnings.push({
        code: 'voucherUnknown',
        path: 'voucherCodes',
        message: `The code ${code} cannot be used by this order.`,
      });
  }
  return warnings;
};
