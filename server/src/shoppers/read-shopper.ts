import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { openBook } from '../ledger/open-book.ts';
import { isoOf } from '../lib/clock.ts';
import { loadProgram } from '../program/load-program.ts';
import { toBalance } from '../rewards/redemption-view.ts';
import type { ShopRow, ShopperRow } from '../store/rows.ts';
import { stageOf } from './context-rules.ts';
import { findExisting } from './lock-shopper.ts';
import { factsOf } from './shopper-context.ts';
import { tierViewFor } from './view-me.ts';

/** The row of a shopper by the merchant's id, or undefined. */
export const findShopper = (
  deps: Deps,
  key: { shopId: string; externalId: string },
): Promise<ShopperRow | undefined> => deps.store.read((tx) => findExisting(tx, key));

/** A shopper as the merchant sees them, or undefined. */
export const readShopper = (
  deps: Deps,
  shop: ShopRow,
  externalId: string,
): Promise<MerchantShopper | undefined> =>
  deps.store.read(async (tx) => {
    const row = await findExisting(tx, { shopId: shop.id, externalId });
    if (row === undefined) return undefined;
    const now = nowOf(deps, shop);
    const { book } = await openBook(tx, row, now);
    const version = shop.programVersion;
    const document = await loadProgram(deps, tx, { shopId: shop.id, version });
    const tier = await tierViewFor(tx, row, document, now);
    return {
      id: row.externalId,
      email: row.email,
      name: row.name,
      locale: row.locale,
      birthday: row.birthday,
      status: row.status,
      enrolledAt: row.enrolledAt === null ? null : isoOf(row.enrolledAt),
      balance: { ...toBalance(book.account), lifetime: book.account.lifetime },
      tier,
      stage: stageOf(factsOf(row, tier?.id ?? null), document.loop, now),
      tags: row.tags,
      createdAt: isoOf(row.createdAt),
    };
  });
