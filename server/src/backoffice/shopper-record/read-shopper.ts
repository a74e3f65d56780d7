import type { ProgramDocument } from '@okaeri/shared/program';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import type { SuggestionAudit } from '@okaeri/shared/suggestions';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import { toBalance } from '../../loyalty/rewards/redemption-view.ts';
import type { Tx } from '../../platform/store/store.ts';
import { factsOf, stageOf } from '../../loyalty/shoppers/context-rules.ts';
import { findRef, type ShopperRef } from '../../loyalty/shoppers/shopper-ref.ts';
import { auditSuggestions, tierViewFor } from '../../loyalty/me/view-me.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** A shopper's row as the merchant sees it. What has fallen due is counted. */
export const merchantView = async (
  tx: Tx,
  row: ShopperRow,
  document: ProgramDocument,
  now: number,
): Promise<MerchantShopper> => {
  const { book } = await openBook(tx, row, now);
  const tier = await tierViewFor(tx, row, document, now);
  return {
    id: row.externalId,
    guestId: row.externalId === null ? row.id : null,
    email: row.email,
    name: row.name,
    locale: row.locale,
    timeZone: row.timeZone,
    birthday: row.birthday,
    status: row.status,
    enrolledAt: row.enrolledAt === null ? null : isoOf(row.enrolledAt),
    balance: { ...toBalance(book.account), lifetime: book.account.lifetime },
    tier,
    stage: stageOf(factsOf(row, tier?.id ?? null), document.loop, now),
    tags: row.tags,
    createdAt: isoOf(row.createdAt),
    knownSince: isoOf(Math.min(row.createdAt, row.firstOrderAt ?? row.createdAt)),
  };
};

/** A shopper as the merchant sees them, or undefined. */
export const readShopper = (
  deps: Deps,
  shop: ShopRow,
  ref: ShopperRef,
): Promise<MerchantShopper | undefined> =>
  deps.store.read(async (tx) => {
    const row = await findRef(tx, shop.id, ref);
    if (row === undefined) return undefined;
    const key = { shopId: shop.id, version: shop.programVersion };
    return merchantView(tx, row, await loadProgram(deps, tx, key), nowOf(deps, shop));
  });

/** Why a shopper sees rewards in the order they do; undefined when there is no such shopper. */
export const readSuggestions = (
  deps: Deps,
  shop: ShopRow,
  ref: ShopperRef,
): Promise<SuggestionAudit | undefined> =>
  deps.store.read(async (tx) => {
    const row = await findRef(tx, shop.id, ref);
    if (row === undefined) return undefined;
    const key = { shopId: shop.id, version: shop.programVersion };
    const document = await loadProgram(deps, tx, key);
    return auditSuggestions(tx, { row, document, now: nowOf(deps, shop) });
  });
