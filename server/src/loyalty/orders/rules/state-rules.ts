import type { OrderRequest, OrderState } from '@okaeri/shared/orders';
import { canonicalJson, sha256Hex } from '../../../platform/lib/digest.ts';

/** A state of an order as it came, and the instant at which it was true. */
export interface StateMark {
  readonly updatedAt: number;
  readonly body: unknown;
}

/** The digest that orders states of one instant: SHA-256 of the RFC 8785 form, in hexadecimal. */
export const digestOf = (body: unknown): string => sha256Hex(canonicalJson(body));

/**
 * How a state that arrives stands to the one that is known (semantics, rule 1).
 * On an equal instant the greater digest wins, so that every order of deliveries
 * ends alike.
 */
export const compareStates = (
  known: StateMark | undefined,
  arriving: StateMark,
): 'newer' | 'same' | 'stale' => {
  if (known === undefined || arriving.updatedAt > known.updatedAt) return 'newer';
  if (arriving.updatedAt < known.updatedAt) return 'stale';
  const [knownDigest, digest] = [digestOf(known.body), digestOf(arriving.body)];
  if (digest === knownDigest) return 'same';
  return digest > knownDigest ? 'newer' : 'stale';
};

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
