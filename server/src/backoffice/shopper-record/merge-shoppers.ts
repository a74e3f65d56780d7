import type { Outcome } from '../../platform/lib/outcome.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { mergeRows } from '../../loyalty/entry/merge-rows.ts';
import { lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import type { ShopRow } from '../../access/tables.ts';

/**
 * Merges a shopper into another without losing or doubling anything: balances add
 * up, lots keep their dates, caps and once-only rules carry over, and the merged
 * one's id leads to the other from then on (semantics, rule 21).
 */
export const mergeShoppers = (
  deps: Deps,
  input: { shop: ShopRow; intoId: string; fromId: string },
): Promise<Outcome<true>> =>
  deps.store.writeAlone(async (tx): Promise<Outcome<true>> => {
    const { shop } = input;
    const lock = (externalId: string) => lockNamed(tx, { shopId: shop.id, externalId });
    // Always in the same order, whoever is merged into whom.
    const [one, other] = [input.intoId, input.fromId].toSorted();
    const rows = new Map([
      [one, await lock(one ?? '')],
      [other, await lock(other ?? '')],
    ]);
    const to = rows.get(input.intoId);
    const from = rows.get(input.fromId);
    if (to === undefined || from === undefined)
      return { refused: { code: 'unknownShopper', detail: 'Both shoppers must be known.' } };
    // Merged already: the id leads to the same person.
    if (to.id === from.id)
      return input.intoId === input.fromId
        ? { refused: { code: 'cannotMerge', detail: 'A shopper cannot be merged into themself.' } }
        : { ok: true };
    await mergeRows(deps, tx, { shop, to, from, now: nowOf(deps, shop) });
    const data = { mergedId: from.externalId };
    tx.emit({ shopId: shop.id, type: 'shopper.merged', shopperId: to.id, data });
    return { ok: true };
  });
