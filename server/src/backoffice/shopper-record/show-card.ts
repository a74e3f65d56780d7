import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Card, CardHolder } from '@okaeri/shared/till';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { CARD_LIFE_MS, cardFor, shopperOfCard } from './card-rules.ts';
import { selectShopperById } from '../../loyalty/shoppers/queries.ts';
import { merchantView } from './read-shopper.ts';
import { viewMe } from '../../loyalty/me/view-me.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** A shopper's card for the till, fresh each time it is shown. */
export const showCard = (deps: Deps, shop: ShopRow, shopper: ShopperRow): Card => {
  const expiresAt = deps.clock.now() + CARD_LIFE_MS;
  const card = { shopId: shop.id, shopperId: shopper.id, expiresAt };
  return { code: cardFor(card, deps.secretKey), expiresAt: isoOf(expiresAt) };
};

/** Whose card a till has scanned: who they are, what they have, and what they can have for it. */
export const readCard = (
  deps: Deps,
  input: { shop: ShopRow; code: string },
): Promise<Outcome<CardHolder>> =>
  deps.store.read(async (tx): Promise<Outcome<CardHolder>> => {
    const { shop, code } = input;
    const refused = { code: 'unknownCard', detail: 'Ask for the card to be shown again.' } as const;
    const by = { shopId: shop.id, secretKey: deps.secretKey, now: deps.clock.now() };
    const shopperId = shopperOfCard(code, by);
    if (shopperId === undefined) return { refused };
    const [row] = await tx.run(selectShopperById, { shopId: shop.id, shopperId });
    if (row === undefined || row.externalId === null) return { refused };
    const now = nowOf(deps, shop);
    const { document } = await currentProgram(deps, tx, shop);
    const { externalId, email, name, locale } = row;
    const { rewards, vouchers } = await viewMe(tx, {
      row,
      document,
      now,
      claims: {
        shopId: shop.id,
        externalId,
        email,
        emailVerified: false,
        name,
        locale,
        issuedAt: 0,
        viewOnly: false,
        ignored: [],
        expiresAt: 0,
      },
    });
    return { ok: { shopper: await merchantView(tx, row, document, now), rewards, vouchers } };
  });
