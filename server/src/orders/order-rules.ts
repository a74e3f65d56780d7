import type { Receipt, ReceiptLine, ReceiptReason } from '@okaeri/shared/ledger';
import { LIMITS } from '@okaeri/shared/limits';
import type { OrderState, OrderWarning } from '@okaeri/shared/orders';
import type { OrderRule, ProgramDocument, Rate, Rounding } from '@okaeri/shared/program';
import { DAY_MS, NEVER_AT } from '../lib/clock.ts';
import {
  ceilOf,
  floorOf,
  portion,
  roundOf,
  splitByLargestRemainder,
  type Fraction,
} from '../lib/fractions.ts';
import { readMoney, type OrderMoney } from './money-rules.ts';

/** What the present state of an order should have earned, when, and why. */
export interface OrderTarget {
  readonly target: number;
  readonly matureAt: number;
  readonly expireAt: number;
  readonly receipt: Receipt;
  readonly warnings: readonly OrderWarning[];
}

/** The order would earn more points than can be counted. */
export class PointsOutOfRangeError extends Error {
  override readonly name = 'PointsOutOfRangeError';
}

const ROUND: Readonly<Record<Rounding, (value: Fraction) => number>> = {
  floor: floorOf,
  round: roundOf,
  ceil: ceilOf,
};

const instantOf = (text: string | null | undefined): number | null =>
  text == null ? null : Date.parse(text);

/** The event from which the hold runs. A later event stands in for one the shop did not report. */
const holdStart = (state: OrderState, from: OrderRule['hold']['from']): number | null => {
  const paid = instantOf(state.paidAt) ?? instantOf(state.placedAt);
  const delivered = instantOf(state.deliveredAt);
  if (from === 'paid') return paid;
  if (from === 'delivered') return delivered;
  return instantOf(state.fulfilledAt) ?? delivered;
};

/** When the points can be spent, and until when: counted from the order's own times (semantics, rule 4). */
export const scheduleOf = (
  state: OrderState,
  rule: OrderRule,
  expiry: ProgramDocument['expiry'],
): { readonly matureAt: number; readonly expireAt: number } => {
  // A voided order keeps its dates: what a refund policy leaves of its points stays as it was.
  const waits = state.paymentStatus === 'unpaid' || state.paymentStatus === 'partiallyPaid';
  const start = waits ? null : holdStart(state, rule.hold.from);
  if (start === null) return { matureAt: NEVER_AT, expireAt: NEVER_AT };
  const matureAt = start + rule.hold.days * DAY_MS;
  const expireAt = expiry.kind === 'never' ? NEVER_AT : matureAt + expiry.days * DAY_MS;
  return { matureAt, expireAt };
};

const desiredPoints = (basisMinor: number, rate: Rate, rounding: Rounding): number => {
  const points = ROUND[rounding](portion(basisMinor, rate.points, rate.amountMinor));
  if (points > LIMITS.pointsMax)
    throw new PointsOutOfRangeError(`An order can earn at most ${LIMITS.pointsMax} points.`);
  return points;
};

/** A partly refunded line keeps its share rounded up: the shopper never loses to rounding (rule 3). */
const keptOf = (share: number, part: { grossMinor: number; refundedMinor: number }): number =>
  part.grossMinor === 0
    ? share
    : ceilOf(portion(share, part.grossMinor - part.refundedMinor, part.grossMinor));

const receiptLines = (money: OrderMoney, desired: number, closed: boolean): ReceiptLine[] => {
  const shares = splitByLargestRemainder(desired, money.basisMinor);
  return money.parts.flatMap((part, index): ReceiptLine[] => {
    const share = shares[index] ?? 0;
    const basisMinor = money.basisMinor[index] ?? 0;
    // Shipping that does not count is no line of the receipt.
    if (part.lineId === null && basisMinor === 0) return [];
    return [{ lineId: part.lineId, basisMinor, share, kept: closed ? 0 : keptOf(share, part) }];
  });
};

const closingReason = (state: OrderState): ReceiptReason | null => {
  if (state.cancelledAt != null) return 'orderCancelled';
  return state.paymentStatus === 'voided' ? 'orderVoided' : null;
};

const zeroReason = (money: OrderMoney, desired: number, basisMinor: number): ReceiptReason => {
  if (basisMinor === 0) return 'nothingCounts';
  if (desired === 0) return 'belowOnePoint';
  return money.parts.every((part) => part.refundedMinor === part.grossMinor)
    ? 'fullyRefunded'
    : 'nothingCounts';
};

const nothing = (
  state: OrderState,
  programVersion: number,
  why: { reason: ReceiptReason; ruleId: string | null; rounding: Rounding | null },
): OrderTarget => ({
  target: 0,
  matureAt: NEVER_AT,
  expireAt: NEVER_AT,
  receipt: {
    ruleId: why.ruleId,
    programVersion,
    basisMinor: 0,
    currency: state.currency,
    rate: null,
    multiplier: '1',
    rounding: why.rounding,
    desired: 0,
    awarded: 0,
    cap: null,
    reason: why.reason,
    lines: [],
  },
  warnings: [],
});

/**
 * The target function of orders: from the order's present state and the programme
 * version of its award, how many points it should have given. Everything an order
 * can become (paid, refunded, cancelled, reopened) is only another state.
 *
 * @throws PointsOutOfRangeError when the points cannot be counted
 */
export const orderTarget = (
  state: OrderState,
  document: ProgramDocument,
  programVersion: number,
): OrderTarget => {
  const rule = document.earning.find(
    (candidate): candidate is OrderRule => candidate.on === 'order' && candidate.enabled,
  );
  if (rule === undefined)
    return nothing(state, programVersion, { reason: 'noRule', ruleId: null, rounding: null });
  const rate = rule.points.per[state.currency];
  if (rate === undefined)
    return nothing(state, programVersion, {
      reason: 'currencyNotInProgramme',
      ruleId: rule.id,
      rounding: rule.rounding,
    });

  const money = readMoney(state, rule);
  const basisMinor = money.basisMinor.reduce((sum, part) => sum + part, 0);
  const desired = desiredPoints(basisMinor, rate, rule.rounding);
  const closed = closingReason(state);
  const lines = receiptLines(money, desired, closed !== null);
  const target = lines.reduce((sum, line) => sum + line.kept, 0);
  return {
    target,
    ...scheduleOf(state, rule, document.expiry),
    receipt: {
      ruleId: rule.id,
      programVersion,
      basisMinor,
      currency: state.currency,
      rate,
      multiplier: '1',
      rounding: rule.rounding,
      desired,
      awarded: desired,
      cap: null,
      reason: target > 0 ? null : (closed ?? zeroReason(money, desired, basisMinor)),
      lines,
    },
    warnings: money.warnings,
  };
};
