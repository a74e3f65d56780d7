import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { SuppressionLine } from '@okaeri/shared/affairs';
import type { Suppression } from '@okaeri/shared/consents';
import { digestAddress, findDigest } from './address-digest.ts';
import { deleteSuppression, insertSuppression, selectSuppressions } from './suppression-queries.ts';
import type { SuppressionReason } from './tables.ts';

/** Sends nothing more to an address, whoever owns it, until it is lifted. */
export const suppressAddress = async (
  tx: Tx,
  input: { shopId: string; email: string; reason: SuppressionReason; at: number },
): Promise<void> => {
  const { shopId, email, reason, at } = input;
  const addressDigest = await digestAddress(tx, shopId, email);
  await suppressDigest(tx, { shopId, addressDigest, reason, at });
};

/** The same of an address of which the digest is known. */
export const suppressDigest = async (
  tx: Tx,
  input: { shopId: string; addressDigest: string; reason: SuppressionReason; at: number },
): Promise<void> => {
  const { shopId, reason, at } = input;
  await tx.run(insertSuppression, input);
  tx.emit({ shopId, type: 'address.suppressed', shopperId: null, data: { reason, at: isoOf(at) } });
};

/** Whether nothing is sent to an address. */
export const isSuppressed = async (tx: Tx, shopId: string, email: string): Promise<boolean> =>
  (await suppressionsOf(tx, shopId, email)).length > 0;

/** Whether the shop itself wants nothing sent to an address: no request of its owner changes that. */
export const isSuppressedByHand = async (tx: Tx, shopId: string, email: string): Promise<boolean> =>
  (await suppressionsOf(tx, shopId, email)).some(({ reason }) => reason === 'manual');

/** The shop wants nothing sent to an address. */
export const suppressByHand = (deps: Deps, shop: ShopRow, email: string): Promise<void> =>
  deps.store.write((tx) =>
    suppressAddress(tx, { shopId: shop.id, email, reason: 'manual', at: nowOf(deps, shop) }),
  );

/** The shop lifts what it had said itself; a bounce or a complaint is lifted by the person alone. */
export const liftByHand = (deps: Deps, shop: ShopRow, email: string): Promise<void> =>
  deps.store.write(async (tx) => {
    const addressDigest = await digestAddress(tx, shop.id, email);
    await tx.run(deleteSuppression, { shopId: shop.id, addressDigest, reason: 'manual' });
  });

/** Somebody has entered the code that was sent there: the address works again. */
export const liftBounce = async (tx: Tx, shopId: string, email: string): Promise<void> => {
  const addressDigest = await digestAddress(tx, shopId, email);
  await tx.run(deleteSuppression, { shopId, addressDigest, reason: 'hardBounce' });
};

/** Which of some addresses nothing is sent to, and why. */
export const lookUpSuppressions = (
  deps: Deps,
  shop: ShopRow,
  emails: readonly string[],
): Promise<Suppression[]> =>
  deps.store.read(async (tx) => {
    const found: Suppression[] = [];
    for (const email of emails)
      for (const { reason, at } of await suppressionsOf(tx, shop.id, email))
        found.push({ email, reason, at: isoOf(at) });
    return found;
  });

/** Why nothing is sent to somebody's address, for their own record. */
export const listSuppressions = async (
  tx: Tx,
  shopId: string,
  email: string | null,
): Promise<SuppressionLine[]> => {
  const found = email === null ? [] : await suppressionsOf(tx, shopId, email);
  return found.map(({ reason, at }) => ({ reason, at: isoOf(at) }));
};

async function suppressionsOf(tx: Tx, shopId: string, email: string) {
  const addressDigest = await findDigest(tx, shopId, email);
  return addressDigest === undefined ? [] : tx.run(selectSuppressions, { shopId, addressDigest });
}
