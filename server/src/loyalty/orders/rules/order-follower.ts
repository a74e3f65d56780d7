import type { OrderState, OrderWarning } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Tx } from '../../../platform/store/store.ts';
import type { OpenBook } from '../../ledger/open-book.ts';
import type { LoadedOrder } from './apply-order.ts';
import type { ShopRow } from '../../../access/tables.ts';

/** An order whose points have been moved to what its state implies. */
export interface FollowedOrder {
  readonly shop: ShopRow;
  readonly orderId: string;
  /** Whose it is; null for nobody's. */
  readonly shopperId: string | null;
  readonly state: OrderState;
  /** The state before, when there was one. */
  readonly former: OrderState | undefined;
  /** When it arrived, where this state is the first to say so; null otherwise. */
  readonly arrivedAt: number | null;
  /** Told from a file: a history, which starts nothing (E7). */
  readonly isImported: boolean;
  readonly document: ProgramDocument;
  readonly now: number;
}

/**
 * What follows an order within the same write. The list is given by the composer (`create-deps.ts`), so that
 * taking an order knows nothing of what others make of it.
 */
export interface OrderFollower {
  readonly name: string;
  /** Posts to the book of the order's owner before it is saved. */
  post?(tx: Tx, owner: OpenBook, order: LoadedOrder): Promise<void>;
  /** Takes back what a former owner had of it. */
  leave?(tx: Tx, former: OpenBook, order: LoadedOrder): Promise<void>;
  /** Acts once the points have moved. What it answers stands among the order's warnings. */
  follow?(tx: Tx, order: FollowedOrder): Promise<readonly OrderWarning[]>;
}
