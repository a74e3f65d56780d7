import { keyedHash } from '../../platform/lib/keyed-hash.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../ledger/queries.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { keyOfEmail } from '@okaeri/shared/emails';
import {
  lockShopperByEmail,
  lockShopperByExternalId,
  selectErasure,
  selectShopperByEmail,
  selectShopperByExternalId,
  selectShopperById,
  selectShopperOfShop,
} from './queries.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** The keyed digest by which a person who was erased is known again, and by nobody else. */
export const erasureDigest = (
  secretKey: Buffer,
  who: { shopId: string; kind: 'id' | 'email'; value: string },
): string =>
  keyedHash(secretKey, JSON.stringify(['erased', who.shopId, who.kind, who.value])).toString(
    'base64url',
  );

/** Follows a merged shopper to whom they have become. */
export const lockMerged = async (
  tx: Tx,
  row: ShopperRow | undefined,
): Promise<ShopperRow | undefined> => {
  let current = row;
  while (current?.mergedInto != null)
    current = await first(tx, lockShopper, {
      shopId: current.shopId,
      shopperId: current.mergedInto,
    });
  return current;
};

/** The shopper who has shown that an address is theirs, or is known by it alone; locked. */
export const lockByEmail = (
  tx: Tx,
  { shopId, email }: { shopId: string; email: string },
): Promise<ShopperRow | undefined> =>
  first(tx, lockShopperByEmail, { shopId, emailKey: keyOfEmail(email) });

/** The same, without a lock, for reads. */
export const findByEmail = (
  tx: Tx,
  { shopId, email }: { shopId: string; email: string },
): Promise<ShopperRow | undefined> =>
  first(tx, selectShopperByEmail, { shopId, emailKey: keyOfEmail(email) });

/** The anonymous row of somebody who was erased, locked. */
export const lockErased = async (
  deps: Pick<Deps, 'secretKey'>,
  tx: Tx,
  who: { shopId: string; kind: 'id' | 'email'; value: string },
): Promise<ShopperRow | undefined> => {
  const { shopId } = who;
  const digest = erasureDigest(deps.secretKey, who);
  const known = await first(tx, selectErasure, { shopId, digest });
  return known && first(tx, lockShopper, { shopId, shopperId: known.shopperId });
};

/** The row of a shopper who is known by name, locked: of the merchant's id, or of whom they were merged into. */
export const lockNamed = async (
  tx: Tx,
  key: { shopId: string; externalId: string },
): Promise<ShopperRow | undefined> => {
  const row = await lockMerged(tx, await first(tx, lockShopperByExternalId, key));
  // Who was erased is nobody to the merchant, whatever id leads there.
  return row?.erasedAt === null ? row : undefined;
};

/** The same, or the row without a name of somebody who was erased: for their orders, which go on. */
export const lockExisting = async (
  deps: Pick<Deps, 'secretKey'>,
  tx: Tx,
  key: { shopId: string; externalId: string },
): Promise<ShopperRow | undefined> => {
  const row = await lockMerged(tx, await first(tx, lockShopperByExternalId, key));
  const { shopId, externalId: value } = key;
  return row ?? lockErased(deps, tx, { shopId, kind: 'id', value });
};

/** Whether somebody of this id was here and was erased, as a read sees it. */
export const wasErased = async (
  deps: Pick<Deps, 'secretKey'>,
  tx: Tx,
  { shopId, externalId }: { shopId: string; externalId: string },
): Promise<boolean> => {
  const row = await first(tx, selectShopperByExternalId, { shopId, externalId });
  const digest = erasureDigest(deps.secretKey, { shopId, kind: 'id', value: externalId });
  return row !== undefined || (await first(tx, selectErasure, { shopId, digest })) !== undefined;
};

/** Whether this id or address is that of somebody who was erased, and of nobody who is here. */
export const isErased = async (
  deps: Pick<Deps, 'secretKey'>,
  tx: Tx,
  who: { shopId: string; kind: 'id' | 'email'; value: string },
): Promise<boolean> => {
  const { shopId, kind, value } = who;
  const row = await followed(
    tx,
    kind === 'id'
      ? await first(tx, selectShopperByExternalId, { shopId, externalId: value })
      : await findByEmail(tx, { shopId, email: value }),
  );
  if (row !== undefined) return row.erasedAt !== null;
  const key = kind === 'id' ? value : keyOfEmail(value);
  const digest = erasureDigest(deps.secretKey, { shopId, kind, value: key });
  return (await first(tx, selectErasure, { shopId, digest })) !== undefined;
};

/** The same, without a lock, for reads. */
export const findExisting = async (
  tx: Tx,
  key: { shopId: string; externalId: string },
): Promise<ShopperRow | undefined> => {
  return present(tx, await first(tx, selectShopperByExternalId, key));
};

/** What of a shop decides what its shoppers are shown. */
export type ShopState = Pick<ShopRow, 'programVersion' | 'closedAt' | 'clockOffsetMs'>;

/** The same, with how the shop is at the moment of this read; nothing where no row has the name. */
export const findExistingOfShop = async (
  tx: Tx,
  key: { shopId: string; externalId: string },
): Promise<{ row: ShopperRow | undefined; state: ShopState } | undefined> => {
  const found = await first(tx, selectShopperOfShop, key);
  if (found === undefined) return undefined;
  const state = {
    programVersion: found.shopProgramVersion,
    closedAt: found.shopClosedAt,
    clockOffsetMs: found.shopClockOffsetMs,
  };
  return { row: await present(tx, found), state };
};

/** The row a name was given to, whoever it has become by a merge. */
export const findNamedId = async (
  tx: Tx,
  key: { shopId: string; externalId: string },
): Promise<string | undefined> => (await first(tx, selectShopperByExternalId, key))?.id;

/** The same, by the id this house gave them. */
export const findMerged = async (
  tx: Tx,
  key: { shopId: string; shopperId: string },
): Promise<ShopperRow | undefined> => present(tx, await first(tx, selectShopperById, key));

/** A shopper by the id this house gave them, as a read sees the row. */
export const findShopper = (
  tx: Tx,
  key: { shopId: string; shopperId: string },
): Promise<ShopperRow | undefined> => first(tx, selectShopperById, key);

/** Whom a shopper has become. */
async function followed(tx: Tx, found: ShopperRow | undefined): Promise<ShopperRow | undefined> {
  let row = found;
  while (row?.mergedInto != null)
    row = await first(tx, selectShopperById, { shopId: row.shopId, shopperId: row.mergedInto });
  return row;
}

/** The same, unless they were erased. */
async function present(tx: Tx, found: ShopperRow | undefined): Promise<ShopperRow | undefined> {
  const row = await followed(tx, found);
  return row?.erasedAt === null ? row : undefined;
}
