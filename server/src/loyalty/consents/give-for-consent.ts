import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { giveActs } from '../activities/give-acts.ts';
import { openBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { currentProgram } from '../program/load-program.ts';
import type { ConsentRow } from './tables.ts';

/** Points for a subscription are for one that is given, not for one that waits, and stay when it is withdrawn (L3). */
export const giveForConsent = async (
  deps: Deps,
  tx: Tx,
  { shop, statement, now }: { shop: ShopRow; statement: ConsentRow; now: number },
): Promise<void> => {
  const { shopperId, purpose, channel, state } = statement;
  if (purpose !== 'marketing' || channel !== 'email' || state !== 'given') return;
  const shopper = await first(tx, lockShopper, { shopId: shop.id, shopperId: shopperId ?? '' });
  if (shopper === undefined) return;
  const { document, version } = await currentProgram(deps, tx, shop);
  const open = await openBook(tx, shopper, now);
  await giveActs(deps, tx, open, { program: { document, version }, acts: ['newsletter'] });
  await saveBook(tx, open);
};
