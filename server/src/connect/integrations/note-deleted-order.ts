import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { first } from '../../platform/store/store.ts';
import type { OpenConnection } from './find-connection.ts';
import { insertMessage, selectFailedAbout } from './inbox-queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** The warning a merchant sees for such an order. */
export const DELETED_NOTE =
  'The order is not there any more, and no message said so. Nothing was taken back: read it again to take its points back.';

/**
 * Lists an order that went without a message for a person to decide: as a message that could not be worked
 * off, once. Working it off again asks the platform once more, and takes the points back if it is still gone.
 */
export const noteDeletedOrder = async (
  deps: Deps,
  { shop, connection }: { shop: ShopRow; connection: OpenConnection },
  orderId: string,
): Promise<void> => {
  const key = { shopId: shop.id, topic: 'order.deleted', subject: orderId };
  await deps.store.write(async (tx) => {
    if ((await first(tx, selectFailedAbout, key)) !== undefined) return;
    const now = deps.clock.now();
    await tx.run(insertMessage, {
      ...key,
      id: newId(),
      platform: connection.row.platform,
      body: JSON.stringify({ id: orderId }),
      state: 'failed',
      note: DELETED_NOTE,
      receivedAt: now,
      settledAt: now,
    });
  });
};
