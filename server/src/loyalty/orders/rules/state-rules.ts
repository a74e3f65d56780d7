import type { OrderRequest, OrderState } from '@okaeri/shared/orders';

const LINE_DEFAULTS = {
  discountMinor: 0,
  taxMinor: 0,
  refundedQuantity: 0,
  refundedMinor: 0,
  tags: [],
  collectionIds: [],
} as const;

const STATE_DEFAULTS = {
  taxesIncluded: false,
  shippingMinor: 0,
  shippingTaxMinor: 0,
  refundedShippingMinor: 0,
  refundedOtherMinor: 0,
  voucherCodes: [],
  voucherPayments: [],
} as const;

const TOTAL_DEFAULTS = { elsewhereMinor: 0, refundedElsewhereMinor: 0 } as const;

/**
 * A stored state with its defaults filled in. It is not checked again: it was valid when it came,
 * also where a later release would refuse it, and a million of them are read at once. A test holds
 * this and the schema together.
 */
export const readState = (body: unknown): OrderState => {
  // What is stored has passed the schema; only its defaults are missing.
  const state = body as OrderRequest;
  const lines = state.lines.map((line) => ({ ...LINE_DEFAULTS, ...line }));
  const total = state.platformTotal && {
    platformTotal: { ...TOTAL_DEFAULTS, ...state.platformTotal },
  };
  return { ...STATE_DEFAULTS, ...state, ...total, lines } as OrderState;
};
