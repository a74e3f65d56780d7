import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { orderState } from './orders.ts';
import { id } from './values.ts';

/**
 * The body of `POST /v1/orders/reconcile`: what the shop says of some orders, or
 * nothing, to go through the stored ones a page at a time.
 */
export const reconcileInput = z.strictObject({
  orders: z
    .array(z.strictObject({ orderId: id, state: orderState }))
    .max(LIMITS.pageMax)
    .optional(),
  /** Where to go on; a `nextCursor` as it was given. */
  after: id.nullish(),
  /** Whether to repair what is found; else it is only listed. */
  repair: z.boolean().default(false),
});
export type ReconcileInput = z.infer<typeof reconcileInput>;

/** An order whose points are not what its state says. */
export interface Drift {
  readonly orderId: string;
  /** Never heard of; known in an older state; or known and posted otherwise than it says. */
  readonly kind: 'missing' | 'outdated' | 'posted';
  readonly expected: number;
  readonly found: number;
  readonly repaired: boolean;
}

/** What a sweep found. */
export interface Reconciliation {
  readonly checked: number;
  readonly drift: readonly Drift[];
  readonly nextCursor: string | null;
}
