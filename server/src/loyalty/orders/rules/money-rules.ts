import type { OrderState, OrderWarning } from '@okaeri/shared/orders';
import { floorPortion, splitByLargestRemainder } from '../../../platform/lib/fractions.ts';

/** What of an order counts. */
export interface Counting {
  readonly includeTax: boolean;
  readonly includeShipping: boolean;
  /** Whether a line counts, where not all do. */
  readonly lineCounts?: (line: OrderState['lines'][number]) => boolean;
}

/** One thing that was paid for: a line, or (with a null id) the shipping. */
interface PaidPart {
  readonly lineId: string | null;
  /** What was charged for it, with tax. */
  readonly grossMinor: number;
  /** What of it counts for points, before vouchers. */
  readonly countedMinor: number;
  /** What was refunded, never more than was charged. */
  readonly refundedMinor: number;
}

/** The money of an order, as far as points go. */
export interface OrderMoney {
  /** Lines in the order of their ids, then the shipping. */
  readonly parts: readonly PaidPart[];
  /** What counts of each part once vouchers have paid theirs; the sum is the basis. */
  readonly basisMinor: readonly number[];
  readonly warnings: readonly OrderWarning[];
}

type Draft = Omit<PaidPart, 'refundedMinor'> & {
  readonly claimedMinor: number;
  readonly path: string;
};

/**
 * Reads the money of an order as the rule counts it (semantics, rule 2).
 *
 * What vouchers of the programme paid lowers the basis in proportion to the whole
 * order. When everything that was paid with money has been refunded, every part
 * counts as refunded, although the voucher's share never was: else a full refund
 * would leave points behind.
 */
export const readMoney = (state: OrderState, rule: Counting): OrderMoney => {
  const drafts = [...lineDrafts(state, rule), shippingDraft(state, rule)];
  const { refunded, warnings } = refundsOf(drafts, state.refundedOtherMinor);
  const grossMinor = drafts.reduce((sum, draft) => sum + draft.grossMinor, 0);
  const voucherMinor = state.voucherPayments.reduce((sum, paid) => sum + paid.amountMinor, 0);
  const byVoucher = Math.min(voucherMinor, grossMinor);
  const refundedMinor = refunded.reduce((sum, money) => sum + money, 0);
  const allRefunded = refundedMinor > 0 && refundedMinor >= grossMinor - byVoucher;
  const countedMinor = drafts.reduce((sum, draft) => sum + draft.countedMinor, 0);
  const wholeBasis =
    grossMinor === 0 ? 0 : countedMinor - floorPortion(countedMinor, byVoucher, grossMinor);
  return {
    parts: drafts.map((draft, index) => ({
      lineId: draft.lineId,
      grossMinor: draft.grossMinor,
      countedMinor: draft.countedMinor,
      refundedMinor: allRefunded ? draft.grossMinor : (refunded[index] ?? 0),
    })),
    basisMinor: splitByLargestRemainder(
      wholeBasis,
      drafts.map((draft) => draft.countedMinor),
    ),
    warnings:
      voucherMinor > grossMinor
        ? [
            ...warnings,
            {
              code: 'voucherPaymentsExceedTotal',
              path: 'voucherPayments',
              message: 'Vouchers paid more than the order cost.',
            },
          ]
        : warnings,
  };
};

/**
 * Whether every line was refunded in full. Shipping is left out: merchants often
 * keep it, and a shopper who sent everything back expects their points back.
 */
export const refundedInFull = (state: OrderState): boolean => {
  const lines = state.lines.map((line) => {
    const netMinor = Math.max(0, line.priceMinor * line.quantity - line.discountMinor);
    return { ...line, grossMinor: netMinor + (state.taxesIncluded ? 0 : line.taxMinor) };
  });
  const grossMinor = lines.reduce((sum, line) => sum + line.grossMinor, 0);
  const voucherMinor = state.voucherPayments.reduce((sum, paid) => sum + paid.amountMinor, 0);
  const refundedMinor = lines.reduce(
    (sum, line) => sum + Math.min(line.refundedMinor, line.grossMinor),
    state.refundedOtherMinor,
  );
  return refundedMinor > 0 && refundedMinor >= grossMinor - voucherMinor;
};

/** What is left of an order's goods after refunds, in its own currency: lines without shipping, and without what vouchers paid. */
export const keptGoodsMinor = (
  state: OrderState,
  { includeTax }: { includeTax: boolean },
): number => {
  const money = readMoney(state, { includeTax, includeShipping: false });
  return money.parts.reduce((sum, part, index) => {
    const basisMinor = money.basisMinor[index] ?? 0;
    if (part.refundedMinor === 0) return sum + basisMinor;
    const left = part.grossMinor - part.refundedMinor;
    return sum + floorPortion(basisMinor, left, part.grossMinor);
  }, 0);
};

function lineDrafts(state: OrderState, rule: Counting): Draft[] {
  return state.lines
    .map((line, index) => {
      const netMinor = Math.max(0, line.priceMinor * line.quantity - line.discountMinor);
      const amounts = { netMinor, taxMinor: line.taxMinor };
      const draft = draftOf(amounts, state.taxesIncluded, rule.includeTax);
      return {
        lineId: line.id,
        grossMinor: draft.grossMinor,
        countedMinor: rule.lineCounts?.(line) === false ? 0 : draft.countedMinor,
        claimedMinor: line.refundedMinor,
        path: `lines[${index}].refundedMinor`,
      };
    })
    .sort(byId);
}

function shippingDraft(state: OrderState, rule: Counting): Draft {
  const amounts = { netMinor: state.shippingMinor, taxMinor: state.shippingTaxMinor };
  const { grossMinor, countedMinor } = draftOf(amounts, state.taxesIncluded, rule.includeTax);
  return {
    lineId: null,
    grossMinor,
    countedMinor: rule.includeShipping && rule.lineCounts === undefined ? countedMinor : 0,
    claimedMinor: state.refundedShippingMinor,
    path: 'refundedShippingMinor',
  };
}

function refundsOf(
  drafts: readonly Draft[],
  otherMinor: number,
): { readonly refunded: readonly number[]; readonly warnings: readonly OrderWarning[] } {
  const warnings: OrderWarning[] = [];
  const named = drafts.map((draft) => {
    if (draft.claimedMinor > draft.grossMinor)
      warnings.push(exceeds(draft.path, draft.claimedMinor - draft.grossMinor));
    return Math.min(draft.claimedMinor, draft.grossMinor);
  });
  const left = drafts.map((draft, index) => draft.grossMinor - (named[index] ?? 0));
  const other = spreadOther(otherMinor, left);
  if (other.excessMinor > 0) warnings.push(exceeds('refundedOtherMinor', other.excessMinor));
  return { refunded: named.map((money, index) => money + (other.parts[index] ?? 0)), warnings };
}

function draftOf(
  amounts: { netMinor: number; taxMinor: number },
  taxesIncluded: boolean,
  includeTax: boolean,
): Pick<PaidPart, 'grossMinor' | 'countedMinor'> {
  const grossMinor = amounts.netMinor + (taxesIncluded ? 0 : amounts.taxMinor);
  const withoutTax = taxesIncluded ? amounts.netMinor - amounts.taxMinor : amounts.netMinor;
  return { grossMinor, countedMinor: Math.max(0, includeTax ? grossMinor : withoutTax) };
}

function byId(a: { lineId: string | null }, b: { lineId: string | null }): number {
  return (a.lineId ?? '') < (b.lineId ?? '') ? -1 : 1;
}

function exceeds(path: string, amountMinor: number): OrderWarning {
  return {
    code: 'refundExceedsPaid',
    path,
    message: `${amountMinor} minor units more were refunded than were paid.`,
  };
}

/** Refunds that named nothing fall on the lines by the money left on them, then on the shipping. */
function spreadOther(
  otherMinor: number,
  left: readonly number[],
): { readonly parts: readonly number[]; readonly excessMinor: number } {
  const lines = left.slice(0, -1);
  const shippingLeft = left.at(-1) ?? 0;
  const linesLeft = lines.reduce((sum, money) => sum + money, 0);
  const onLines = Math.min(otherMinor, linesLeft);
  const onShipping = Math.min(otherMinor - onLines, shippingLeft);
  return {
    parts: [...splitByLargestRemainder(onLines, lines), onShipping],
    excessMinor: otherMinor - onLines - onShipping,
  };
}
