import type { OrderState } from '@okaeri/shared/orders';
import type { ProductState } from '@okaeri/shared/products';
import type { FieldWarning } from '@okaeri/shared/warnings';
import type { PlatformRefund, PlatformRefunds } from './documents.ts';

/** An order as a platform sends it: its state without refunds, and the refunds it lists. */
export interface OrderSnapshot {
  readonly orderId: string;
  /** When it was so, by the platform's clock. */
  readonly toldAt: number;
  /** Whether it was asked for, and so is the later of two of one second. */
  readonly isFetched: boolean;
  /**
   * From when what it calls the customer is. A platform that keeps the words of the checkout says the same for
   * ever, however often the order changes.
   */
  readonly namedAt: number;
  /** What of it could not be used, and was left out. */
  readonly leftOut: readonly FieldWarning[];
  readonly state: OrderState;
  readonly refunds: PlatformRefunds;
}

/** A product as a platform tells of it. */
export interface ProductSnapshot {
  readonly productId: string;
  readonly state: ProductState;
  /** What of it could not be used, and was left out. */
  readonly leftOut: readonly FieldWarning[];
}

/** What a message of a platform comes to, whichever platform it is. */
export type PlatformEvent =
  | { readonly kind: 'order'; readonly snapshot: OrderSnapshot }
  | {
      readonly kind: 'refund';
      readonly orderId: string;
      readonly refundId: string;
      readonly refund: PlatformRefund;
    }
  /** Something happened to the order, and the message does not say how it is now. */
  | { readonly kind: 'look'; readonly orderId: string }
  | { readonly kind: 'orderGone'; readonly orderId: string }
  | { readonly kind: 'product'; readonly snapshot: ProductSnapshot }
  /** Something happened to the product, and the message does not say how it is now; `otherwise` is what it says. */
  | {
      readonly kind: 'productLook';
      readonly productId: string;
      readonly otherwise: ProductSnapshot | null;
    }
  | { readonly kind: 'productGone'; readonly productId: string }
  | {
      readonly kind: 'customer';
      readonly customerId: string;
      readonly toldAt: number;
      readonly email: string | null;
      readonly name: string | null;
    }
  | { readonly kind: 'merge'; readonly keptId: string; readonly goneId: string }
  | { readonly kind: 'dataRequest'; readonly customerId: string; readonly email: string | null }
  | {
      readonly kind: 'redactCustomer';
      readonly customerId: string;
      readonly email: string | null;
    }
  | { readonly kind: 'redactShop' }
  | { readonly kind: 'uninstalled'; readonly toldAt: number | null }
  | { readonly kind: 'ignored'; readonly why: string };

/** Whom or what a message is about, so that it can be found, and forgotten. */
export const subjectOf = (meaning: PlatformEvent): string | null => {
  switch (meaning.kind) {
    case 'order':
      return meaning.snapshot.orderId;
    case 'refund':
    case 'look':
    case 'orderGone':
      return meaning.orderId;
    case 'product':
      return meaning.snapshot.productId;
    case 'productLook':
    case 'productGone':
      return meaning.productId;
    case 'customer':
    case 'dataRequest':
    case 'redactCustomer':
      return meaning.customerId;
    case 'merge':
      return meaning.keptId;
    default:
      return null;
  }
};

/** A message that is not what its topic says it is; trying again changes nothing. */
export class UnreadableMessageError extends Error {
  override readonly name = 'UnreadableMessageError';
}
