import { keyOfEmail } from '@okaeri/shared/emails';
import { listShops, readShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { settingsOf } from '../../content/reviews/settings.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { erasureDigest, findByEmail } from '../../loyalty/shoppers/lock-shopper.ts';
import { readMergedShoppers } from './merged-shoppers.ts';
import { lockRef, type ShopperRef } from '../../loyalty/shoppers/shopper-ref.ts';
import { selectLeft } from '../../loyalty/shoppers/merge-queries.ts';
import { erasePerson, insertErasure } from '../../loyalty/shoppers/queries.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/**
 * Erases a person: whatever names them goes, the ledger's rows stay, and a keyed
 * digest remains by which their later orders find the row without a name, and
 * rebuild no profile (semantics, rule 20). A person who was merged into them is the same person, and is
 * erased with them. Erasing again takes away what came since.
 *
 * @returns false when the shop knows no such person, or `when` does not hold
 */
export const eraseShopper = (
  deps: Deps,
  input: {
    shop: ShopRow;
    ref: ShopperRef;
    /** Addresses the one who asks knows the person by, besides those that are known here. */
    emails?: readonly string[];
    /** Looked at again within the write: where it does not hold, nothing is erased. */
    when?: (row: ShopperRow) => boolean;
  },
): Promise<boolean> =>
  deps.store.writeAlone(async (tx): Promise<boolean> => {
    const { shop, ref, emails = [], when = () => true } = input;
    const shopId = shop.id;
    const externalId = 'externalId' in ref ? ref.externalId : null;
    const shopper = await lockRef(deps, tx, shopId, ref);
    if (shopper === undefined || !when(shopper)) return false;
    const now = nowOf(deps, shop);
    if (shopper.erasedAt === null) {
      const shopperId = shopper.id;
      await saveBook(tx, await openBook(tx, shopper, now));
      tx.emit({ shopId, type: 'shopper.erased', shopperId, data: { shopperId: externalId } });
    }
    await erasePeople(deps, tx, { shopper, externalId, emails, now });
    return true;
  });

/** People erased in one round; the rest come with the next. */
const AT_ONCE = 200;

/**
 * Erases anyone who became somebody who was erased, and was left: versions of before erased the one row alone.
 *
 * @returns of how many something was left
 */
export const eraseLeft = async (deps: Deps): Promise<number> => {
  let done = 0;
  for (const shop of await listShops(deps)) {
    const shopId = shop.id;
    const left = await deps.store.read((tx) => tx.run(selectLeft, { shopId, limit: AT_ONCE }));
    for (const { shopperId } of left) {
      if (deps.underWay.stopping.aborted) return done;
      await deps.store.writeAlone(async (tx) => {
        const shopper = await first(tx, lockShopper, { shopId, shopperId });
        if (shopper === undefined) return;
        const now = nowOf(deps, shop);
        await erasePeople(deps, tx, { shopper, externalId: null, emails: [], now });
      });
      done += 1;
    }
  }
  return done;
};

/** Erases every row that is one person. */
async function erasePeople(
  deps: Deps,
  tx: Tx,
  by: { shopper: ShopperRow; externalId: string | null; emails: readonly string[]; now: number },
): Promise<void> {
  const { shopper, externalId, emails, now } = by;
  const rows = [shopper, ...(await readMergedShoppers(tx, shopper))];
  const externalIds = known([externalId, ...rows.map((row) => row.externalId)]);
  await keepDigests(deps, tx, { rows, externalIds, emails, now });
  for (const row of rows) await eraseRow(deps, tx, row, now);
  const names = {
    shopId: shopper.shopId,
    externalIds,
    emails: known([...emails, ...rows.map(({ email }) => email)]),
  };
  for (const { eraseNames } of deps.personalData) await eraseNames?.(tx, names);
}

function known(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}

/** By what the person is known again: their ids, the address they have proven, and those of whoever they were before. */
async function keepDigests(
  deps: Deps,
  tx: Tx,
  of: {
    rows: readonly ShopperRow[];
    externalIds: readonly string[];
    emails: readonly string[];
    now: number;
  },
): Promise<void> {
  const [shopper, ...merged] = of.rows;
  if (shopper === undefined) return;
  const { shopId, id: shopperId } = shopper;
  const keep = async (kind: 'id' | 'email', value: string): Promise<void> => {
    const digest = erasureDigest(deps.secretKey, { shopId, kind, value });
    await tx.run(insertErasure, { shopId, digest, shopperId, erasedAt: of.now });
  };
  for (const value of of.externalIds) await keep('id', value);
  const former = known([...of.emails, ...merged.map(({ email }) => email)]).map(keyOfEmail);
  const ids = new Set(of.rows.map(({ id }) => id));
  for (const email of known([shopper.emailKey, ...former])) {
    // An address that somebody else answers to leads to them.
    const holder = await findByEmail(tx, { shopId, email });
    if (holder === undefined || ids.has(holder.id)) await keep('email', email);
  }
}

async function eraseRow(deps: Deps, tx: Tx, row: ShopperRow, now: number): Promise<void> {
  const { shopId, id: shopperId } = row;
  for (const { erase } of deps.personalData) await erase?.(tx, { shopId, shopperId, now });
  if (row.erasedAt !== null) return;
  await tx.run(erasePerson, {
    shopId,
    shopperId,
    tags: await insiderTagsOf(tx, row),
    tastes: { bought: {}, seen: {} },
    origins: [],
    erasedAt: now,
    // Tokens of before are of somebody who is no longer there.
    tokensNotBefore: deps.clock.now(),
  });
}

/** What says that somebody belonged to the shop stays: else figures would begin to count them (E12). */
async function insiderTagsOf(tx: Tx, { shopId, tags }: ShopperRow): Promise<string[]> {
  if (tags.length === 0) return [];
  const shop = await readShop(tx, shopId);
  const { insiderTags } = settingsOf({ reviewSettings: shop?.reviewSettings ?? null });
  return tags.filter((tag) => insiderTags.includes(tag));
}
