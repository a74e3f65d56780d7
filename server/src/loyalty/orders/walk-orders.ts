import type { Tx } from '../../platform/store/store.ts';
import { selectOrdersByShopper, type AfterShopper } from './walk-queries.ts';

/** A page of orders as they stand, each shopper's together. */
export const ordersByShopper = (tx: Tx, after: AfterShopper) =>
  tx.run(selectOrdersByShopper, after);
