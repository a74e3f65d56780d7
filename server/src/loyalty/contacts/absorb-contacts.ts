import type { Tx } from '../../platform/store/store.ts';
import { insertTouchesOfContacts } from './absorb-queries.ts';

/** Makes touches of the contacts that a file of an older release has; doing so again changes nothing. */
export const absorbContacts = (tx: Tx, shopId: string): Promise<unknown> =>
  tx.run(insertTouchesOfContacts, { shopId });
