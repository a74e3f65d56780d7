import type { OrderState } from '@okaeri/shared/orders';
import { splitByLargestRemainder } from '../lib/fractions.ts';
import type { PlatformRefund, PlatformRefunds } from '../store/documents.ts';

/** Of what money is named: a line, the shipping, or something that is not bought here. */
type Place = { readonly lineId: string } | 'shipping' | 'elsewhere';

interface Named {
  readonly place: Place;
  readonly quantity: number;
  readonly amountMinor: number;
}

/** What a refund names, with tax, whatever was really paid back. */
const namedIn = (refund: PlatformRefund, taxesIncluded: boolean): Named[] => {
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
};

const sumOf = (parts: readonly Named[]): number =>
  parts.reduce((total, { amountMinor }) => total + amountMinor, 0);

/** What was kept back (a fee for restocking) is borne by every part in its share. */
const scaled = (parts: readonly Named[], paidMinor: number): Named[] => {
  const shares = splitByLargestRemainder(
    paidMinor,
    parts.map(({ amountMinor }) => amountMinor),
  );
  return parts.map((part, index) => ({ ...part, amountMinor: shares[index] ?? 0 }));
};

/**
 * What all refunds of an order take, part by part. Money governs, over the order and not over each refund
 * (semantics, rule 2): an edit takes pieces out and moves no money, and a later refund that names nothing
 * pays for them. Only what was paid beyond everything named falls on no part.
 */
const takenBy = (
  refunds: PlatformRefunds,
  taxesIncluded: boolean,
): { readonly parts: readonly Named[]; readonly otherMinor: number } => {
  const parts: Named[] = [];
  let unpaidMinor = 0;
  let beyondMinor = 0;
  for (const refund of Object.values(refunds)) {
    const named = namedIn(refund, taxesIncluded);
    const sum = sumOf(named);
    const paid = refund.paidBackMinor;
    parts.push(...(paid !== null && paid < sum ? scaled(named, paid) : named));
    if (paid === null) unpaidMinor += sum;
    else beyondMinor += Math.max(0, paid - sum);
  }
  return { parts, otherMinor: Math.max(0, beyondMinor - unpaidMinor) };
};

/** The state with nothing refunded, of a state with refunds in it. */
export const withoutRefunds = (state: OrderState): OrderState => ({
  ...state,
  lines: state.lines.map((line) => ({ ...line, refundedQuantity: 0, refundedMinor: 0 })),
  refundedShippingMinor: 0,
  refundedOtherMinor: 0,
});

/**
 * The full present state of an order of which the platform tells state and refunds apart. What
 * was refunded of things that are no lines here (gift cards, tips, fees) is left out with them.
 */
export const withRefunds = (base: OrderState, refunds: PlatformRefunds): OrderState => {
  const { parts, otherMinor } = takenBy(refunds, base.taxesIncluded);
  const byLine = new Map<string, { quantity: number; amountMinor: number }>();
  let shippingMinor = 0;
  for (const { place, quantity, amountMinor } of parts) {
    if (place === 'shipping') shippingMinor += amountMinor;
    if (typeof place === 'string') continue;
    const so = byLine.get(place.lineId) ?? { quantity: 0, amountMinor: 0 };
    const sum = so.amountMinor + amountMinor;
    byLine.set(place.lineId, { quantity: so.quantity + quantity, amountMinor: sum });
  }
  const times = Object.values(refunds).map(({ at }) => at);
  return {
    ...base,
    updatedAt: new Date(Math.max(Date.parse(base.updatedAt), ...times)).toISOString(),
    lines: base.lines.map((line) => {
      const taken = byLine.get(line.id) ?? { quantity: 0, amountMinor: 0 };
      const refundedQuantity = Math.min(line.quantity, taken.quantity);
      return { ...line, refundedQuantity, refundedMinor: taken.amountMinor };
    }),
    refundedShippingMinor: shippingMinor,
    refundedOtherMinor: otherMinor,
  };
};
