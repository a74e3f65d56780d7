import { z } from 'zod';
import type { CapState } from './caps.ts';
import type { Receipt } from './ledger.ts';
import {
  codesKept,
  emailKept,
  handedBack,
  idKept,
  lineKept,
  tagsKept,
  textKept,
} from './kept-values.ts';
import { LIMITS } from './limits.ts';
import { currency, decimal, id, instant, moneyMinor } from './values.ts';
import type { FieldWarning } from './warnings.ts';

/** One line of an order. Refunds are amounts with tax, summed over the order's life. */
export const orderLine = z.strictObject({
  id,
  productId: id,
  variantId: id.nullish(),
  title: lineKept,
  quantity: z.int().min(0).max(LIMITS.quantityMax),
  /** The price of one piece. */
  priceMinor: moneyMinor,
  /** What discounts took off the whole line. */
  discountMinor: moneyMinor.default(0),
  /** The tax of the whole line. */
  taxMinor: moneyMinor.default(0),
  refundedQuantity: z.int().min(0).max(LIMITS.quantityMax).default(0),
  refundedMinor: moneyMinor.default(0),
  tags: tagsKept.default([]),
  collectionIds: z.array(id).max(LIMITS.tagsMax).default([]),
});

/** Who bought: by the merchant's id, by address only, or nobody known. */
export const orderShopper = z.strictObject({
  id: id.nullish(),
  email: emailKept,
  name: lineKept,
});

/**
 * What the platform the order comes from says it comes to, with tax: what was read is held against it, and a
 * difference is a warning. No points are counted from it.
 */
const platformTotal = z.strictObject({
  /** Everything the order charged, before refunds. */
  totalMinor: moneyMinor,
  /** What is left of it after edits and refunds, where the platform says so. */
  keptMinor: moneyMinor.nullish(),
  /** What of the total is neither a line nor the shipping here: gift cards, tips, fees, duties. */
  elsewhereMinor: moneyMinor.default(0),
  /** What of that was refunded. */
  refundedElsewhereMinor: moneyMinor.default(0),
});

/** The full present state of an order: the body of `PUT /v1/orders/{orderId}`. */
export const orderState = z.strictObject({
  updatedAt: instant,
  shopper: orderShopper.nullish(),
  currency,
  /** What one unit of the order's currency is in the shop's own, kept with the first state. */
  toShopRate: decimal.nullish(),
  placedAt: instant,
  paymentStatus: z.enum(['unpaid', 'partiallyPaid', 'paid', 'voided']),
  paidAt: instant.nullish(),
  fulfilledAt: instant.nullish(),
  deliveredAt: instant.nullish(),
  cancelledAt: instant.nullish(),
  channel: textKept,
  /** The market the order belongs to, where a shop has several. */
  market: textKept,
  /** The code of whoever recommended the shop. */
  referralCode: idKept,
  /** Where the order came from, for the checks of referrals; kept as keyed digests only. */
  origin: z
    .strictObject({
      address: textKept,
      device: textKept,
      shippingAddress: textKept,
      phone: textKept,
    })
    .nullish(),
  /** Whether prices and shipping contain their tax. */
  taxesIncluded: z.boolean().default(false),
  quoteId: handedBack,
  lines: z
    .array(orderLine)
    .max(LIMITS.orderLinesMax)
    .refine(
      (lines) => new Set(lines.map((line) => line.id)).size === lines.length,
      'must have ids of their own',
    ),
  shippingMinor: moneyMinor.default(0),
  shippingTaxMinor: moneyMinor.default(0),
  refundedShippingMinor: moneyMinor.default(0),
  /** What was refunded without naming lines or shipping. */
  refundedOtherMinor: moneyMinor.default(0),
  platformTotal: platformTotal.nullish(),
  voucherCodes: codesKept(LIMITS.voucherCodesMax).default([]),
  /** What vouchers of this programme paid; it earns nothing. */
  voucherPayments: z
    .array(z.strictObject({ code: id, amountMinor: moneyMinor }))
    .max(LIMITS.voucherCodesMax)
    .default([]),
});
export type OrderState = z.infer<typeof orderState>;
/** The same as a backend writes it: what has a usual value may be left out. */
export type OrderRequest = z.input<typeof orderState>;

/** Something in an order that does not add up; it was counted as far as it makes sense. */
export interface OrderWarning {
  readonly code:
    | 'refundExceedsPaid'
    | 'quoteUnknown'
    | 'voucherPaymentsExceedTotal'
    | 'voucherUnknown'
    /** The lines and the shipping do not come to what the platform says the order comes to. */
    | 'totalDiffers'
    | FieldWarning['code'];
  readonly path: string;
  readonly message: string;
  /** Of `totalDiffers`: what the order comes to as it was read, in minor units of its currency. */
  readonly readMinor?: number;
  /** Of `totalDiffers`: what the platform says it comes to. */
  readonly toldMinor?: number;
}

/** An order's points as they stand. */
interface OrderPoints {
  /** What the present state of the order should have earned. */
  readonly target: number;
  /** What the ledger holds of it. */
  readonly posted: number;
  /** What a refund should have taken back and the policy did not. */
  readonly forgiven: number;
  readonly pending: number;
  readonly available: number;
  readonly matureAt: string | null;
  readonly expireAt: string | null;
}

/** The answer to `PUT` and `GET /v1/orders/{orderId}`. */
export interface OrderAnswer {
  readonly orderId: string;
  /** True when a newer state was already known, so that this one changed nothing. */
  readonly stale: boolean;
  readonly shopperId: string | null;
  readonly points: OrderPoints;
  /** How the first rule's points came about; `receipts` has every rule's and campaign's. */
  readonly receipt: Receipt | null;
  readonly receipts: readonly Receipt[];
  /** How far the caps of the rules that applied are used up now. */
  readonly limits: readonly { readonly ruleId: string; readonly limit: CapState }[];
  readonly warnings: readonly OrderWarning[];
}
