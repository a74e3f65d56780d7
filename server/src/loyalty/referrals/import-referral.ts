import type { BalanceFault } from '@okaeri/shared/balance-imports';
import { lockShopper } from '../ledger/queries.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { wasImported } from '../ledger/imported-before.ts';
import { findExisting, lockByEmail } from '../shoppers/lock-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  deleteReferralsOfImport,
  insertReferral,
  selectReferralOfFriend,
  selectShopperIdByReferralCode,
} from './queries.ts';
import { importedOrderId, importedOrdersOf, isImportedOrder } from './referral-rules.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/**
 * Keeps who recommended somebody elsewhere: it stands among what came of the referrer's code, and nobody is
 * recommended twice. It gives nothing, as what it gave was given there. The same again changes nothing.
 */
export const importReferral = async (
  tx: Tx,
  by: { shopId: string; importId: string; friendId: string; referrer: string; now: number },
): Promise<Omit<BalanceFault, 'line'> | undefined> => {
  const { shopId, importId, now } = by;
  const friend = await findExisting(tx, { shopId, externalId: by.friendId });
  const referrer = await findReferrer(tx, shopId, by.referrer);
  if (friend === undefined || referrer === undefined || referrer.id === friend.id)
    return { code: 'referrerUnknown', detail: `"${by.referrer}" is nobody who is here.` };
  const key = { shopId, shopperId: friend.id };
  await first(tx, lockShopper, key);
  if ((await first(tx, selectReferralOfFriend, { shopId, friendId: friend.id })) !== undefined)
    return undefined;
  await tx.run(insertReferral, {
    shopId,
    orderId: importedOrderId(importId, friend.id),
    referrerId: referrer.id,
    friendId: friend.id,
    programVersion: 0,
    state: 'approved',
    decisions: [],
    addressDigest: null,
    // When it was, nobody says; it is not one of the many of today that would make it doubtful.
    createdAt: now - DAY_MS,
    decidedAt: now - DAY_MS,
    version: 1,
  });
  return undefined;
};

/** Takes the referrals of a file back. */
export const dropReferrals = (tx: Tx, of: { shopId: string; importId: string }): Promise<unknown> =>
  tx.run(deleteReferralsOfImport, { shopId: of.shopId, orders: importedOrdersOf(of.importId) });

/** Whether somebody was a member elsewhere, before they came here: nobody can recommend the shop to them. */
export const wasElsewhere = async (
  tx: Tx,
  who: { shopId: string; shopperId: string },
): Promise<boolean> => {
  if (await wasImported(tx, who)) return true;
  const friend = { shopId: who.shopId, friendId: who.shopperId };
  const known = await first(tx, selectReferralOfFriend, friend);
  return known !== undefined && isImportedOrder(known.orderId);
};

/** Finds somebody by what a file calls them: their id, their address or their code. */
async function findReferrer(
  tx: Tx,
  shopId: string,
  called: string,
): Promise<Pick<ShopperRow, 'id'> | undefined> {
  return (
    (await findExisting(tx, { shopId, externalId: called })) ??
    (await lockByEmail(tx, { shopId, email: called })) ??
    (await first(tx, selectShopperIdByReferralCode, { shopId, code: called }))
  );
}
