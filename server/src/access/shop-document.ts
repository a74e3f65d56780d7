import type { Outcome } from '../platform/lib/outcome.ts';
import type { Deps } from '../deps.ts';
import { first, type Tx } from '../platform/store/store.ts';
import { lockShop } from './queries.ts';
import type { ShopRow } from './tables.ts';

/** A document of the shop's own, such as its appearance, with the tag that names this state of it. */
export interface Tagged<Document> {
  readonly document: Document;
  readonly etag: string;
}

/** One kind of document on the shop's row: which letter its tags begin with, and where its version stands. */
export interface ShopDocument<Document> {
  readonly name: string;
  readonly letter: string;
  readonly versionOf: (shop: ShopRow) => number;
  readonly set: (
    tx: Tx,
    next: { shopId: string; document: Document; version: number },
  ) => Promise<unknown>;
}

/** The shop's row, locked: changes of its documents and programmes wait for each other. */
export const lockShopRow = (tx: Tx, shopId: string): Promise<ShopRow | undefined> =>
  first(tx, lockShop, { shopId });

export const tagOf = (of: Pick<ShopDocument<never>, 'letter'>, version: number): string =>
  `"${of.letter}${version}"`;

/** Saves a document if the one that was read is still the shop's. */
export const saveShopDocument = async <Document>(
  deps: Deps,
  of: ShopDocument<Document>,
  input: { shopId: string; document: Document; ifMatch: string },
): Promise<Outcome<Tagged<Document>>> => {
  const { shopId, document, ifMatch } = input;
  const saved = await deps.store.write(async (tx): Promise<Outcome<Tagged<Document>>> => {
    const shop = await lockShopRow(tx, shopId);
    if (shop === undefined) throw new Error(`Shop ${shopId} vanished.`);
    const current = tagOf(of, of.versionOf(shop));
    if (ifMatch !== current) {
      const detail = `The ${of.name} is now ${current}; read it and try again.`;
      return { refused: { code: 'preconditionFailed', detail } };
    }
    const version = of.versionOf(shop) + 1;
    await of.set(tx, { shopId, document, version });
    return { ok: { document, etag: tagOf(of, version) } };
  });
  deps.caches.shops.clear();
  return saved;
};
