import type { OrderRule, Rate } from '@okaeri/shared/earning';
import type { Receipt, ReceiptLine, ReceiptReason } from '@okaeri/shared/ledger';
import type { OrderState } from '@okaeri/shared/orders';
import type { Settled } from '../../earning/part-rules.ts';
import { ceilPortion, splitByLargestRemainder } from '../../../platform/lib/fractions.ts';
import type { OrderMoney } from './money-rules.ts';

/** One rule's reading of one order. */
export interface Measure {
  readonly state: OrderState;
  readonly rule: OrderRule;
  readonly money: OrderMoney;
  readonly programVersion: number;
  readonly fixed: number | undefined;
  readonly rate: Rate | null;
  /** What the points are multiplied by, as decimal text. */
  readonly factor: string;
  /** Why the rule gives nothing, where it does not. */
  readonly refused: ReceiptReason | null;
  /** Why the order keeps nothing, where it does not. */
  readonly closed: ReceiptReason | null;
}

/** Why an order keeps nothing at all. */
export const closingReason = (state: OrderState): ReceiptReason | null => {
  if (state.cancelledAt != null) return 'orderCancelled';
  return state.paymentStatus === 'voided' ? 'orderVoided' : null;
};

/**
 * Spreads what was awarded over the order's lines and keeps what was not sent
 * back. Shares are of the awarded points, so that they always sum to the whole.
 */
export const settleOn =
  (measure: Measure, what: { desired: number; campaignId: string | null }) =>
  (awarded: number, cap: Receipt['cap']): Settled => {
    const { desired, campaignId } = what;
    const refused = measure.refused !== null;
    const basisMinor = refused ? 0 : measure.money.basisMinor.reduce((sum, part) => sum + part, 0);
    const lines = refused ? [] : receiptLines(measure, awarded);
    const target = lines.reduce((sum, line) => sum + line.kept, 0);
    const full = campaignId === null ? 'limitReached' : 'budgetSpent';
    const empty =
      measure.closed ??
      (awarded === 0 && desired > 0 ? full : zeroReason(measure, desired, basisMinor));
    return {
      target,
      receipt: {
        ruleId: measure.rule.id,
        campaignId,
        programVersion: measure.programVersion,
        basisMinor,
        currency: measure.state.currency,
        rate: refused ? null : measure.rate,
        multiplier: measure.factor,
        rounding: measure.rule.rounding,
        desired,
        awarded,
        cap,
        reason: target > 0 ? null : empty,
        lines,
      },
    };
  };

function receiptLines(measure: Measure, awarded: number): ReceiptLine[] {
  const { money, closed, rule } = measure;
  const shares = splitByLargestRemainder(awarded, money.basisMinor);
  return money.parts.flatMap((part, index): ReceiptLine[] => {
    const share = shares[index] ?? 0;
    const basisMinor = money.basisMinor[index] ?? 0;
    // What does not count is no line of the receipt: shipping, lines out of the rule's scope.
    const outside = part.lineId === null || Object.keys(rule.scope).length > 0;
    if (outside && basisMinor === 0) return [];
    const kept = closed === null ? keptOf(share, part) : 0;
    return [{ lineId: part.lineId, basisMinor, share, kept }];
  });
}

function zeroReason(measure: Measure, desired: number, basisMinor: number): ReceiptReason {
  if (measure.refused !== null) return measure.refused;
  if (basisMinor === 0) return 'nothingCounts';
  if (desired === 0) return 'belowOnePoint';
  return measure.money.parts.every((part) => part.refundedMinor === part.grossMinor)
    ? 'fullyRefunded'
    : 'nothingCounts';
}

/** A partly refunded line keeps its share rounded up: the shopper never loses to rounding (rule 3). */
function keptOf(share: number, part: { grossMinor: number; refundedMinor: number }): number {
  return part.grossMinor === 0
    ? share
    : ceilPortion(share, part.grossMinor - part.refundedMinor, part.grossMinor);
}
