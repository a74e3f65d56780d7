import { nowOf } from '../../access/shop-clock.ts';
import { giveOccasions } from '../activities/give-occasions.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import { joinGuestOrders } from '../orders/join-guest-orders.ts';
import { loadProgram } from '../program/load-program.ts';
import { first } from '../../platform/store/store.ts';
import { lockShopperByEmail, updateEmailKey } from '../shoppers/queries.ts';
import {
  enrolInBook,
  openShopperBook,
  resolveShopper,
  type ShopperIdentity,
} from '../shoppers/resolve-shopper.ts';
import { keyOfEmail } from '@okaeri/shared/emails';
import type { ShopRow } from '../../access/tables.ts';

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
export const enterShopper = (
  deps: Deps,
  input: { shop: ShopRow; visitor: Visitor; enrol: boolean },
): Promise<void> =>
  deps.store.write(async (tx) => {
    const { shop, visitor } = input;
    const now = nowOf(deps, shop);
    const version = shop.programVersion;
    const document = await loadProgram(deps, tx, { shopId: shop.id, version });
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

    await giveOccasions(tx, open, program, deps.secretKey);
    const emailKey = email !== null && visitor.emailVerified ? keyOfEmail(email) : null;
    if (emailKey !== null && emailKey !== shopper.emailKey) {
      const holder = await first(tx, lockShopperByEmail, { shopId: shop.id, emailKey });
      // An address that another member has proven stays theirs.
      if (holder === undefined || holder.externalId === null) {
        if (holder !== undefined) {
          await tx.run(updateEmailKey, { shopId: shop.id, shopperId: holder.id, emailKey: null });
          const guest = await openBook(tx, holder, now);
          await joinGuestOrders(deps, tx, { guest, member: open }, program);
          await saveBook(tx, guest);
        }
        await tx.run(updateEmailKey, { shopId: shop.id, shopperId: shopper.id, emailKey });
      }
    }
    await saveBook(tx, open);
  });
