import type { OrderState } from '@okaeri/shared/orders';
import { splitByLargestRemainder } from '../../../platform/lib/fractions.ts';
import {
  chargedMinor,
  excessMinor,
  keptMinor,
  toleranceOf,
} from '../../../loyalty/orders/rules/total-rules.ts';
import type { PlatformRefund, PlatformRefunds } from './documents.ts';

/** Of what money is named: a line, the shipping, or something that is not bought here. */
type Place = { readonly lineId: string } | 'shipping' | 'elsewhere';

interface Named {
  readonly place: Place;
  readonly quantity: number;
  readonly amountMinor: number;
}

/** What all refunds of an order take. */
interface Taken {
  readonly parts: readonly Named[];
  /** What falls on no part. */
  readonly otherMinor: number;
  /** What was named and not paid back, part by part, where nobody says that the merchant kept it. */
  readonly unsaid: readonly Named[];
  /** What was paid back beyond everything named, and is taken to pay for what was named before. */
  readonly settledMinor: number;
}

/** The state with nothing refunded, of a state with refunds in it. */
export const withoutRefunds = (state: OrderState): OrderState => ({
  ...state,
  lines: state.lines.map((line) => ({ ...line, refundedQuantity: 0, refundedMinor: 0 })),
  refundedShippingMinor: 0,
  refundedOtherMinor: 0,
  ...(state.platformTotal != null && {
    platformTotal: { ...state.platformTotal, refundedElsewhereMinor: 0 },
  }),
});

/**
 * The full present state of an order of which the platform sends state and refunds apart. What
 * was refunded of things that are no lines here (gift cards, tips, fees) is left out with them.
 */
export const withRefunds = (base: OrderState, refunds: PlatformRefunds): OrderState => {
  const { parts, otherMinor, unsaid, settledMinor } = takenBy(refunds, base);
  const times = Object.values(refunds).map(({ at }) => at);
  const full = {
    ...less(withoutRefunds(base), parts),
    updatedAt: new Date(Math.max(Date.parse(base.updatedAt), ...times)).toISOString(),
    refundedOtherMinor: otherMinor,
  };
  const over = overOf(full);
  // First what was named and not paid back; then what was paid back and taken for something else, or is of no line.
  const exchanged = Math.min(over, sumOf(unsaid));
  const gone = scaled(unsaid, exchanged).map((part) => ({ ...part, quantity: 0 }));
  const more = Math.min(over - exchanged, settledMinor + excessMinor(full));
  return { ...less(full, gone), refundedOtherMinor: otherMinor + more };
};

/**
 * What all refunds of an order take, part by part. Money governs, over the order and not over each refund
 * (semantics, rule 2): an edit takes pieces out and moves no money, and a later refund that names nothing
 * pays for them. Only what was paid beyond everything named falls on no part.
 */
function takenBy(refunds: PlatformRefunds, base: OrderState): Taken {
  const parts: Named[] = [];
  const unsaid: Named[] = [];
  let unpaidMinor = 0;
  let beyondMinor = 0;
  for (const refund of Object.values(refunds)) {
    const named = namedIn(refund, base.taxesIncluded);
    const taken = takenOf(refund, named);
    parts.push(...taken.parts);
    unsaid.push(...taken.unsaid);
    const paid = paidIn(refund, base);
    unpaidMinor += Math.max(0, sumOf(taken.parts) - paid);
    beyondMinor += Math.max(0, paid - sumOf(named));
  }
  const settledMinor = Math.min(beyondMinor, unpaidMinor);
  return { parts, otherMinor: beyondMinor - settledMinor, unsaid, settledMinor };
}

/** A state from which parts are taken, beside what is taken already. */
function less(state: OrderState, parts: readonly Named[]): OrderState {
  const byLine = new Map<string, { quantity: number; amountMinor: number }>();
  let shippingMinor = 0;
  let elsewhereMinor = 0;
  for (const { place, quantity, amountMinor } of parts) {
    if (place === 'shipping') shippingMinor += amountMinor;
    if (place === 'elsewhere') elsewhereMinor += amountMinor;
    if (typeof place === 'string') continue;
    const so = byLine.get(place.lineId) ?? { quantity: 0, amountMinor: 0 };
    const sum = so.amountMinor + amountMinor;
    byLine.set(place.lineId, { quantity: so.quantity + quantity, amountMinor: sum });
  }
  const lines = state.lines.map((line) => {
    const taken = byLine.get(line.id) ?? { quantity: 0, amountMinor: 0 };
    byLine.delete(line.id);
    const refundedQuantity = Math.min(line.quantity, line.refundedQuantity + taken.quantity);
    return { ...line, refundedQuantity, refundedMinor: line.refundedMinor + taken.amountMinor };
  });
  // What is left names something that is no line here: a gift card, a tip.
  for (const { amountMinor } of byLine.values()) elsewhereMinor += amountMinor;
  const { platformTotal: reported } = state;
  return {
    ...state,
    lines,
    refundedShippingMinor: state.refundedShippingMinor + shippingMinor,
    ...(reported != null && {
      platformTotal: {
        ...reported,
        refundedElsewhereMinor: reported.refundedElsewhereMinor + elsewhereMinor,
      },
    }),
  };
}

/**
 * More would be left than the platform says is left: by how much. In an exchange the money of what was returned
 * pays for what was added, and is not paid back, so that the refund and what pays for it do not show it.
 */
function overOf(full: OrderState): number {
  const reported = full.platformTotal?.keptMinor;
  if (reported == null) return 0;
  const over = keptMinor(full) - reported;
  return over <= toleranceOf(full) ? 0 : over;
}

function sumOf(parts: readonly Named[]): number {
  return parts.reduce((total, { amountMinor }) => total + amountMinor, 0);
}

/** What was kept back (a fee for restocking) is borne by every part in its share. */
function scaled(parts: readonly Named[], paidMinor: number): Named[] {
  const shares = splitByLargestRemainder(
    paidMinor,
    parts.map(({ amountMinor }) => amountMinor),
  );
  return parts.map((part, index) => ({ ...part, amountMinor: shares[index] ?? 0 }));
}

/** What a refund names, with tax, whatever was really paid back. */
function namedIn(refund: PlatformRefund, taxesIncluded: boolean): Named[] {
  const gross = (netMinor: number, taxMinor: number): number =>
    Math.max(0, netMinor + (taxesIncluded ? 0 : taxMinor));
  const shipping = gross(refund.shippingNetMinor, refund.shippingTaxMinor);
  return [
    ...refund.lines.map(({ lineId, quantity, netMinor, taxMinor }) => ({
      place: { lineId },
      quantity,
      amountMinor: gross(netMinor, taxMinor),
    })),
    { place: 'shipping', quantity: 0, amountMinor: shipping },
    { place: 'elsewhere', quantity: 0, amountMinor: refund.elsewhereMinor ?? 0 },
  ];
}

/** What one refund takes of what it names: what was paid back, or all but what was kept, where that is known. */
function takenOf(
  { paidBackMinor: paid, keptBackMinor }: PlatformRefund,
  named: readonly Named[],
): Pick<Taken, 'parts' | 'unsaid'> {
  const sum = sumOf(named);
  if (paid === null || paid >= sum) return { parts: named, unsaid: [] };
  if (keptBackMinor !== undefined)
    return { parts: scaled(named, Math.min(sum, Math.max(paid, sum - keptBackMinor))), unsaid: [] };
  return { parts: scaled(named, paid), unsaid: scaled(named, sum - paid) };
}

/** What was paid back; in money that is not the order's, everything there is. */
function paidIn({ paidBackMinor, currency }: PlatformRefund, base: OrderState): number {
  return currency === undefined || currency === base.currency || paidBackMinor === 0
    ? (paidBackMinor ?? 0)
    : chargedMinor(base);
}
