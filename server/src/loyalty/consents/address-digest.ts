import { keyOfEmail } from '@okaeri/shared/emails';
import { randomToken } from '../../platform/lib/ids.ts';
import { keyedHash } from '../../platform/lib/keyed-hash.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { insertAddressKey, selectAddressKey } from './queries.ts';

const KEY_BYTES = 32;

/**
 * The digest by which a shop knows an address again, however it is written, and by which nobody else learns it. It
 * is keyed with the shop's own key, which its first use makes.
 */
export const digestAddress = async (tx: Tx, shopId: string, email: string): Promise<string> => {
  const known = await first(tx, selectAddressKey, { shopId });
  return digestWith(known?.key ?? (await makeKey(tx, shopId)), email);
};

/** The same in a read, which makes no key: without one, no digest is known. */
export const findDigest = async (
  tx: Tx,
  shopId: string,
  email: string,
): Promise<string | undefined> => {
  const known = await first(tx, selectAddressKey, { shopId });
  return known && digestWith(known.key, email);
};

function digestWith(key: string, email: string): string {
  return keyedHash(key, `address ${keyOfEmail(email)}`).toString('base64url');
}

async function makeKey(tx: Tx, shopId: string): Promise<string> {
  await tx.run(insertAddressKey, { shopId, key: randomToken(KEY_BYTES) });
  // Another server process may have been first.
  const made = await first(tx, selectAddressKey, { shopId });
  if (made === undefined) throw new Error(`Shop ${shopId} has no key for addresses.`);
  return made.key;
}
