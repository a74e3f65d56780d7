import type { OrderState } from '@okaeri/shared/orders';
import { splitByLargestRemainder } from '../lib/fractions.ts';
import type { PlatformRefund, PlatformRefunds } from '../store/documents.ts';

interface Named {
  readonly lineId: string | null;
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
      lineId,
      quantity,
      amountMinor: gross(netMinor, taxMinor),
    })),
    { lineId: null, quantity: 0, amountMinor: shipping },
  ];
};

/**
 * What a refund takes, part by part. Money governs (semantics, rule 2): of what was kept back (a fee
 * for restocking) every part bears its share, and what was paid beyond the parts falls on none.
 */
const takenBy = (
  refund: PlatformRefund,
  taxesIncluded: boolean,
): { readonly parts: readonly Named[]; readonly otherMinor: number } => {
  const named = namedIn(refund, taxesIncluded);
  const sum = named.reduce((total, { amountMinor }) => total + amountMinor, 0);
  const paid = refund.paidBackMinor;
  if (paid === null || paid === sum) return { parts: named, otherMinor: 0 };
  if (paid > sum) return { parts: named, otherMinor: paid - sum };
  const shares = splitByLargestRemainder(
    paid,
    named.map(({ amountMinor }) => amountMinor),
  );
  const parts = named.map((part, index) => ({ ...part, amountMinor: shares[index] ?? 0 }));
  return { parts, otherMinor: 0 };
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
 * was refunded of things that are no lines here (gift cards, tips) is left out with them.
 */
export const withRefunds = (base: OrderState, refunds: PlatformRefunds): OrderState => {
  const byLine = new Map<string, { quantity: number; amountMinor: number }>();
  let shippingMinor = 0;
  let otherMinor = 0;
  let updatedAt = Date.parse(base.updatedAt);
  for (const refund of Object.values(refunds)) {
    const taken = takenBy(refund, base.taxesIncluded);
    otherMinor += taken.otherMinor;
    updatedAt = Math.max(updatedAt, refund.at);
    for (const { lineId, quantity, amountMinor } of taken.parts) {
      if (lineId === null) shippingMinor += amountMinor;
      else {
        const so = byLine.get(lineId) ?? { quantity: 0, amountMinor: 0 };
        const sum = so.amountMinor + amountMinor;
        byLine.set(lineId, { quantity: so.quantity + quantity, amountMinor: sum });
      }
    }
  }
  return {
    ...base,
    updatedAt: new Date(updatedAt).toISOString(),
    lines: base.lines.map((line) => {
      const taken = byLine.get(line.id) ?? { quantity: 0, amountMinor: 0 };
      const refundedQuantity = Math.min(line.quantity, taken.quantity);
      return { ...line, refundedQuantity, refundedMinor: taken.amountMinor };
    }),
    refundedShippingMinor: shippingMinor,
    refundedOtherMinor: otherMinor,
  };
};
