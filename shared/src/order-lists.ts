import { z } from 'zod';
import type { BoughtLine, Receipt } from './ledger.ts';
import { LIMITS } from './limits.ts';
import { ORDER_COLUMNS, ORDER_SORTS, ORDER_STANDINGS, type OrderStanding } from './list-words.ts';
import type { OrderAnswer, OrderState, OrderWarning } from './orders.ts';
import type { RedemptionState } from './redemptions.ts';
import { columnsOf, type Counted, type ShopperName } from './list-parts.ts';
import { id, instant } from './values.ts';
import { cleanLine } from './words.ts';

/** What a list of orders is narrowed to. */
const orderFilters = z.object({
  /** The beginning of an order's number. */
  search: z.string().overwrite(cleanLine).max(LIMITS.reviewSearchMax).optional(),
  standing: z.enum(ORDER_STANDINGS).optional(),
  /** The merchant's id of who bought. */
  shopperId: id.optional(),
  /** From this instant on, and before that one. */
  from: instant.optional(),
  until: instant.optional(),
});

/** `GET /v1/orders`. */
export const ordersQuery = orderFilters.extend({
  sort: z.enum(ORDER_SORTS).default('placed'),
  order: z.enum(['asc', 'desc']).default('desc'),
  /** Whether it is to be counted how many there are. */
  counted: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});
export type OrdersQuery = z.output<typeof ordersQuery>;

/** `GET /v1/exports/orders`: the same as a table for spreadsheets, in columns of one's choice. */
export const orderExportQuery = ordersQuery
  .omit({ cursor: true, limit: true, counted: true })
  .extend({ columns: columnsOf(ORDER_COLUMNS) });

/** An order in a list. */
export interface ListedOrder {
  readonly id: string;
  readonly placedAt: string;
  readonly standing: OrderStanding;
  readonly shopper: ShopperName | null;
  readonly currency: string;
  readonly itemCount: number;
  /** What its lines and their shipping cost with tax, and what of that was refunded. */
  readonly totalMinor: number;
  readonly refundedMinor: number;
  /** What the ledger holds of it. */
  readonly points: number;
}

export interface OrderList {
  readonly items: readonly ListedOrder[];
  readonly nextCursor: string | null;
  /** Only where it was asked to be counted. */
  readonly total: Counted | null;
}

/** One line of an order with its points. `lineId` null is the shipping. */
export interface OrderPageLine {
  readonly lineId: string | null;
  readonly bought: Omit<BoughtLine, 'lineId' | 'grossMinor' | 'refundedMinor'> | null;
  readonly grossMinor: number;
  readonly refundedMinor: number;
  /** What of it the rule counts, and what points are left of it. */
  readonly countedMinor: number;
  readonly points: number;
  /** Why it has no points, where it has none. */
  readonly whyNone: LineReason | null;
}

export type LineReason =
  | 'notOwned'
  | 'closed'
  | 'refunded'
  | 'shippingDoesNotCount'
  | 'outOfScope'
  | 'nothingPaid'
  | 'noPoints';

/** Something that became of an order's points. */
export interface OrderEvent {
  readonly at: string;
  readonly kind: 'earn' | 'clawback' | 'mature' | 'expire' | 'adjust' | 'merge';
  readonly points: number;
}

/** `GET /v1/orders/{orderId}/page`: all there is to say of an order. */
export interface OrderPage {
  readonly id: string;
  readonly standing: OrderStanding;
  readonly state: Pick<
    OrderState,
    | 'placedAt'
    | 'paymentStatus'
    | 'paidAt'
    | 'fulfilledAt'
    | 'deliveredAt'
    | 'cancelledAt'
    | 'updatedAt'
    | 'channel'
    | 'currency'
  >;
  readonly shopper: ShopperName | null;
  readonly lines: readonly OrderPageLine[];
  /** What was read of the order comes to, what of it was refunded, and what the platform says; null where it says nothing. */
  readonly totalMinor: number;
  readonly refundedMinor: number;
  readonly platformTotalMinor: number | null;
  readonly points: OrderAnswer['points'];
  readonly receipts: readonly Receipt[];
  readonly warnings: readonly OrderWarning[];
  /** Codes that were used on it. */
  readonly codes: readonly {
    readonly redemptionId: string;
    readonly code: string;
    readonly points: number;
    readonly state: RedemptionState;
  }[];
  /** The newest first. */
  readonly events: readonly OrderEvent[];
}
