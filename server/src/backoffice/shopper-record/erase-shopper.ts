import { forgetActsOn } from '../../access/note-act.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { forgetContacts } from '../../loyalty/contacts/refuse-contacts.ts';
import { forgetOwner } from '../../loyalty/orders/forget-owner.ts';
import { forgetAsker } from '../../content/questions/forget-asker.ts';
import { forgetAuthor } from '../../content/reviews/forget-author.ts';
import type { ShopRow } from '../../platform/store/rows.ts';
import { forgetTerms } from '../../loyalty/shoppers/index-shoppers.ts';
import { erasureDigest } from '../../loyalty/shoppers/lock-shopper.ts';
import { lockRef, type ShopperRef } from '../../loyalty/shoppers/shopper-ref.ts';
import { eraseAdjustmentWords } from '../../loyalty/ledger/adjustment-queries.ts';
import { erasePerson, insertErasure } from '../../loyalty/shoppers/queries.ts';

/**
 * Erases a person: whatever names them goes, the ledger's rows stay, and a keyed
 * digest remains by which their later orders find the row without a name, and
 * rebuild no profile (semantics, rule 20). Erasing again changes nothing.
 *
 * @returns false when the shop knows no such person
 */
export const eraseShopper = (
  deps: Deps,
  input: { shop: ShopRow; ref: ShopperRef },
): Promise<boolean> =>
  deps.store.write(async (tx): Promise<boolean> => {
    const { shop, ref } = input;
    const shopId = shop.id;
    const externalId = 'externalId' in ref ? ref.externalId : null;
    const shopper = await lockRef(deps, tx, shopId, ref);
    if (shopper === undefined) return false;
    if (shopper.erasedAt !== null) return true;
    const now = nowOf(deps, shop);
    const open = await openBook(tx, shopper, now);
    const { id: shopperId, emailKey } = shopper;
    const known = [
      ...[...new Set([externalId, shopper.externalId])]
        .filter((value) => value !== null)
        .map((value) => ({ kind: 'id' as const, value })),
      ...(emailKey === null ? [] : [{ kind: 'email' as const, value: emailKey }]),
    ];
    for (const who of known) {
      const digest = erasureDigest(deps.secretKey, { shopId, ...who });
      await tx.run(insertErasure, { shopId, digest, shopperId, erasedAt: now });
    }
    await forgetOwner(tx, { shopId, shopperId });
    await tx.run(eraseAdjustmentWords, { shopId, shopperId });
    await forgetAuthor(tx, { shopId, shopperId, now });
    await forgetAsker(tx, { shopId, shopperId, now });
    await forgetContacts(tx, { shopId, shopperId });
    for (const { kind, value } of known)
      if (kind === 'id') await forgetActsOn(tx, { shopId, subject: value });
    await saveBook(tx, open);
    await forgetTerms(tx, { shopId, shopperId });
    tx.tell({ shopId, type: 'shopper.erased', shopperId, data: { shopperId: externalId } });
    await tx.run(erasePerson, {
      shopId,
      shopperId,
      tags: [],
      tastes: { bought: {}, seen: {} },
      erasedAt: now,
      // Tokens of before are of somebody who is no longer there.
      tokensNotBefore: deps.clock.now(),
    });
    return true;
  });
