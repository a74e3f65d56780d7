import type { Refusal } from '@okaeri/shared/errors';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { lockShopper } from '../ledger/queries.ts';
import type { TouchOf } from './touch-types.ts';
import { dismissTouch, noteClickedTouch, selectTouchById } from './touch-queries.ts';

interface OwnTouch {
  readonly shop: ShopRow;
  readonly shopper: Pick<ShopperRow, 'id'>;
  readonly touchId: string;
}

/** A shopper wants to see something no more. Said again, the first time counts. */
export const dismissOwnTouch = (deps: Deps, of: OwnTouch): Promise<Refusal | undefined> =>
  aboutOwn(deps, of, async (tx, found) => {
    const { shop, touch, now } = found;
    if (touch.dismissedAt !== null) return;
    await tx.run(dismissTouch, { shopId: shop.id, key: touch.key, dismissedAt: now });
    await deps.touches[touch.kind].onDismissed?.(tx, found);
  });

/** A shopper has followed what was said. */
export const followOwnTouch = (deps: Deps, of: OwnTouch): Promise<Refusal | undefined> =>
  aboutOwn(deps, of, (tx, { shop, touch, now }) =>
    tx.run(noteClickedTouch, { shopId: shop.id, key: touch.key, clickedAt: now }),
  );

function aboutOwn(
  deps: Deps,
  { shop, shopper, touchId }: OwnTouch,
  note: (tx: Tx, found: TouchOf) => Promise<unknown>,
): Promise<Refusal | undefined> {
  return deps.store.write(async (tx) => {
    const row = await first(tx, lockShopper, { shopId: shop.id, shopperId: shopper.id });
    const touch = await first(tx, selectTouchById, { shopId: shop.id, id: touchId });
    // What was never sent or shown is known to nobody outside.
    const isTheirs = touch !== undefined && touch.shopperId === shopper.id;
    if (row === undefined || !isTheirs || !['sent', 'shown'].includes(touch.decision ?? ''))
      return { code: 'unknownTouch', detail: 'Nothing of this id was said to you.' };
    await note(tx, { shop, shopper: row, touch, now: nowOf(deps, shop) });
    return undefined;
  });
}
