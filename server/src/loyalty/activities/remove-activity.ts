import type { Outcome } from '../../platform/lib/outcome.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { currentProgram } from '../program/load-program.ts';
import { first } from '../../platform/store/store.ts';
import { reapplyActivity } from './set-activity.ts';
import { selectActivity } from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Takes an act back: the review was removed, the answer withdrawn. Its points go as a refund's would. */
export const removeActivity = (
  deps: Deps,
  input: { shop: ShopRow; activityId: string },
): Promise<Outcome<{ id: string }>> =>
  deps.store.write(async (tx): Promise<Outcome<{ id: string }>> => {
    const { shop, activityId: id } = input;
    const unknown = { code: 'unknownActivity', detail: `There is no act "${id}".` } as const;
    const seen = await first(tx, selectActivity, { shopId: shop.id, id });
    if (seen === undefined) return { refused: unknown };
    const key = { shopId: shop.id, shopperId: seen.shopperId };
    const shopper = await first(tx, lockShopper, key);
    const row = await first(tx, selectActivity, { shopId: shop.id, id });
    if (shopper === undefined || row === undefined) return { refused: unknown };
    if (row.removedAt !== null) return { ok: { id } };
    const open = await openBook(tx, shopper, nowOf(deps, shop));
    const { document, version } = await currentProgram(deps, tx, shop);
    await reapplyActivity(deps, tx, open, { row, program: { document, version }, exists: false });
    await saveBook(tx, open);
    return { ok: { id } };
  });
