import type { OrderRule } from './earning.ts';
import type { ReceiptReason } from './ledger.ts';

/** An order of a shopper's own, as they are shown what it brings. */
export interface OwnOrder {
  readonly orderId: string;
  /** Points it has brought or will bring, as its refunds leave them. */
  readonly points: number;
  readonly yours: PointsTime;
}

/** When the points of an order can be spent. A date is given once it is known, and never before. */
export type PointsTime =
  | { readonly kind: 'now' }
  | { readonly kind: 'on'; readonly at: string }
  /** So many days after something that has not happened yet. */
  | {
      readonly kind: 'after';
      readonly days: number;
      readonly event: OrderRule['hold']['from'];
    }
  /** The order brings no points, and why, where that is known. */
  | { readonly kind: 'never'; readonly reason: ReceiptReason | null };
