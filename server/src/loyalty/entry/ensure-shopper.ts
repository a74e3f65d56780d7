import { nowOf } from '../../access/shop-clock.ts';
import { awardAnnualEvents } from '../activities/award-annual-events.ts';
import type { Deps } from '../../deps.ts';
import { openBook, type OpenBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { joinGuestOrders } from '../orders/join-guest-orders.ts';
import { currentProgram, type ProgramVersion } from '../program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { joinRows, mergeRows } from './merge-rows.ts';
import { lockShopperByEmail, updateEmailKey } from '../shoppers/queries.ts';
import {
  enrolInBook,
  openShopperBook,
  resolveShopper,
  type ShopperIdentity,
} from '../shoppers/resolve-shopper.ts';
import { keyOfEmail } from '@okaeri/shared/emails';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** A shopper whom a token proves. */
export interface Visitor extends ShopperIdentity {
  readonly externalId: string;
  readonly emailVerified: boolean;
}

/**
 * A shopper comes in for the first time, or with a newly proven address: the row
 * is made, the programme is joined where that happens by itself, and orders that
 * waited under the address become theirs (semantics, rule 6).
 */
export const ensureShopper = (
  deps: Deps,
  input: { shop: ShopRow; visitor: Visitor; enrol: boolean },
): Promise<void> =>
  deps.store.write(async (tx) => {
    const { shop, visitor } = input;
    const now = nowOf(deps, shop);
    const { document, version } = await currentProgram(deps, tx, shop);
    const program = { document, version };
    const { externalId, email, name, locale } = visitor;
    const who = { externalId, email, name, locale };
    const shopper = await resolveShopper(deps, tx, { shopId: shop.id, who, now });
    // Nothing is written down about somebody who was erased, whatever their token proves.
    if (shopper === undefined || shopper.erasedAt !== null) return;
    const open = await openShopperBook(tx, { shopper, program, now, bonus: true });
    const joined = document.enrolment === 'automatic';
    if (input.enrol && !joined && open.shopper.status === 'guest')
      await enrolInBook(tx, open, program, true);

    await awardAnnualEvents(tx, open, program, deps.secretKey);
    const emailKey = email !== null && visitor.emailVerified ? keyOfEmail(email) : null;
    const proves = emailKey !== null && emailKey !== shopper.emailKey;
    const holder = proves
      ? await first(tx, lockShopperByEmail, { shopId: shop.id, emailKey })
      : undefined;
    // An address that another member has proven stays theirs.
    const takes = proves && (holder === undefined || holder.externalId === null);
    if (takes && holder !== undefined) await takeGuest(deps, tx, open, { shop, program, holder });
    else await saveBook(tx, open);
    if (takes) await tx.run(updateEmailKey, { shopId: shop.id, shopperId: shopper.id, emailKey });
  });

/**
 * A person who was known by the address alone is the member: orders earn anew, as theirs, and whatever else the guest
 * has goes with them. Saves both books.
 */
async function takeGuest(
  deps: Deps,
  tx: Tx,
  member: OpenBook,
  by: { shop: ShopRow; program: ProgramVersion; holder: ShopperRow },
): Promise<void> {
  const { shop, program, holder } = by;
  const { now } = member;
  const guest = await openBook(tx, holder, now);
  await joinGuestOrders(deps, tx, { guest, member }, program);
  await saveBook(tx, guest);
  const shopId = shop.id;
  const from = (await first(tx, lockShopper, { shopId, shopperId: holder.id })) ?? holder;
  // What was only ordered leaves nothing behind: then there are no books to be merged.
  if (isSettled(from)) {
    await joinRows(deps, tx, member, from);
    await saveBook(tx, member);
    return;
  }
  await saveBook(tx, member);
  const to = await first(tx, lockShopper, { shopId, shopperId: member.shopper.id });
  if (to === undefined) throw new Error('A shopper was locked and is not there.');
  await mergeRows(deps, tx, { shop, to, from, now });
}

function isSettled({ pending, available, held, spendMinor, orderCount }: ShopperRow): boolean {
  return [pending, available, held, spendMinor, orderCount].every((sum) => sum === 0);
}
