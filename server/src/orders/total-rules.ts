import type { OrderState, OrderWarning } from '@okaeri/shared/orders';

/** Platforms round each line, the shipping and each tax by themselves: a minor unit for each may be left over. */
export const toleranceOf = (state: Pick<OrderState, 'lines'>): number => state.lines.length + 1;

/** What an order charged for its lines and its shipping, with tax. */
export const chargedMinor = (state: OrderState): number => {
  const tax = (minor: number): number => (state.taxesIncluded ? 0 : minor);
  return state.lines.reduce(
    (sum, line) =>
      sum + Math.max(0, line.priceMinor * line.quantity - line.discountMinor) + tax(line.taxMinor),
    state.shippingMinor + tax(state.shippingTaxMinor),
  );
};

/** What is left of an order's money after its refunds, with what is neither line nor shipping here. */
export const keptMinor = (state: OrderState): number => {
  const { elsewhereMinor = 0, refundedElsewhereMinor = 0 } = state.platformTotal ?? {};
  const refunded = state.lines.reduce(
    (sum, { refundedMinor }) => sum + refundedMinor,
    state.refundedShippingMinor + state.refundedOtherMinor + refundedElsewhereMinor,
  );
  return Math.max(0, chargedMinor(state) + elsewhereMinor - refunded);
};

/**
 * Holds what was read of an order against the platform's own total. An order that was edited may charge
 * another sum than its lines come to; then what is left of it has to agree.
 */
export const totalWarnings = (state: OrderState): readonly OrderWarning[] => {
  const { platformTotal: told } = state;
  if (told == null) return [];
  const tolerance = toleranceOf(state);
  const readMinor = chargedMinor(state) + told.elsewhereMinor;
  if (Math.abs(readMinor - told.totalMinor) <= tolerance) return [];
  if (told.keptMinor != null && Math.abs(keptMinor(state) - told.keptMinor) <= tolerance) return [];
  return [
    {
      code: 'totalDiffers',
      path: 'platformTotal.totalMinor',
      message: `What was read comes to ${readMinor} minor units, and the platform says ${told.totalMinor}.`,
      readMinor,
      toldMinor: told.totalMinor,
    },
  ];
};
