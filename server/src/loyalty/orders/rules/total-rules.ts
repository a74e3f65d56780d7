import type { OrderState, OrderWarning } from '@okaeri/shared/orders';

/** Platforms round each line, the shipping and each tax by themselves: a minor unit for each may be left over. */
export const toleranceOf = (state: Pick<OrderState, 'lines'>): number => state.lines.length + 1;

/** What an order charged for its lines and its shipping, with tax. */
export const chargedMinor = (state: OrderState): number =>
  state.lines.reduce((sum, line) => sum + lineMinor(line, state), shippingMinor(state));

/** What is left of an order's money after its refunds, with what is neither line nor shipping here. */
export const keptMinor = (state: OrderState): number => {
  const { elsewhereMinor = 0, refundedElsewhereMinor = 0 } = state.platformTotal ?? {};
  const left = (charged: number, refunded: number): number => Math.max(0, charged - refunded);
  const kept = state.lines.reduce(
    (sum, line) => sum + left(lineMinor(line, state), line.refundedMinor),
    left(shippingMinor(state), state.refundedShippingMinor) +
      left(elsewhereMinor, refundedElsewhereMinor),
  );
  return left(kept, state.refundedOtherMinor);
};

/** What refunds name of lines beyond what was charged for them: a discount of the whole order has made them less. */
export const excessMinor = (state: OrderState): number =>
  state.lines.reduce(
    (sum, line) => sum + Math.max(0, line.refundedMinor - lineMinor(line, state)),
    0,
  );

/**
 * Holds what was read of an order against the platform's own total. An order that was edited may charge
 * another sum than its lines come to; then what is left of it has to agree.
 */
export const totalWarnings = (state: OrderState): readonly OrderWarning[] => {
  const { platformTotal: stated } = state;
  if (stated == null) return [];
  const tolerance = toleranceOf(state);
  const readMinor = chargedMinor(state) + stated.elsewhereMinor;
  if (Math.abs(readMinor - stated.totalMinor) <= tolerance) return [];
  if (stated.keptMinor != null && Math.abs(keptMinor(state) - stated.keptMinor) <= tolerance)
    return [];
  return [
    {
      code: 'totalDiffers',
      path: 'platformTotal.totalMinor',
      message: `What was read comes to ${readMinor} minor units, and the platform says ${stated.totalMinor}.`,
      readMinor,
      toldMinor: stated.totalMinor,
    },
  ];
};

function lineMinor(line: OrderState['lines'][number], state: OrderState): number {
  const net = Math.max(0, line.priceMinor * line.quantity - line.discountMinor);
  return net + (state.taxesIncluded ? 0 : line.taxMinor);
}

function shippingMinor(state: OrderState): number {
  return state.shippingMinor + (state.taxesIncluded ? 0 : state.shippingTaxMinor);
}
