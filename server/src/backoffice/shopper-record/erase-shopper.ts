import { nowOf } from '../../access/shop-clock.ts';
import type { ErasedPerson } from '../../personal-data.ts';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { erasureDigest } from '../../loyalty/shoppers/lock-shopper.ts';
import { readMergedShoppers } from './merged-shoppers.ts';
import { lockRef, type ShopperRef } from '../../loyalty/shoppers/shopper-ref.ts';
import { erasePerson, insertErasure } from '../../loyalty/shoppers/queries.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/**
 * Erases a person: whatever names them goes, the ledger's rows stay, and a keyed
 * digest remains by which their later orders find the row without a name, and
 * rebuild no profile (semantics, rule 20). Whoever was merged into them is the same person, and is
 * erased with them. Erasing again changes nothing.
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
    const merged = await readMergedShoppers(tx, shopper);
    const ids = [externalId, ...[shopper, ...merged].map((row) => row.externalId)];
    const known = [
      ...[...new Set(ids)]
        .filter((value) => value !== null)
        .map((value) => ({ kind: 'id' as const, value })),
      ...(emailKey === null ? [] : [{ kind: 'email' as const, value: emailKey }]),
    ];
    for (const who of known) {
      const digest = erasureDigest(deps.secretKey, { shopId, ...who });
      await tx.run(insertErasure, { shopId, digest, shopperId, erasedAt: now });
    }
    await saveBook(tx, open);
    tx.tell({ shopId, type: 'shopper.erased', shopperId, data: { shopperId: externalId } });
    const asked = externalId === null ? [] : [externalId];
    await eraseRow(deps, tx, shopper, { asked, now });
    for (const row of merged) await eraseRow(deps, tx, row, { asked: [], now });
    return true;
  });

const eraseRow = async (
  deps: Deps,
  tx: Tx,
  row: ShopperRow,
  { asked, now }: { asked: readonly string[]; now: number },
): Promise<void> => {
  const { shopId, id: shopperId, externalId, email } = row;
  const person: ErasedPerson = {
    shopId,
    shopperId,
    externalIds: [...new Set([...asked, ...(externalId === null ? [] : [externalId])])],
    emails: email === null ? [] : [email],
    now,
  };
  for (const { erase } of deps.personalData) await erase?.(tx, person);
  await tx.run(erasePerson, {
    shopId,
    shopperId,
    tags: [],
    tastes: { bought: {}, seen: {} },
    erasedAt: now,
    // Tokens of before are of somebody who is no longer there.
    tokensNotBefore: deps.clock.now(),
  });
};
