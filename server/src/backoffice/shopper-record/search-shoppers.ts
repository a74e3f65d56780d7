import { first, type Tx } from '../../platform/store/store.ts';
import { selectTerms, selectTermsBetween } from '../../loyalty/shoppers/find-queries.ts';
import { selectShopperById } from '../../loyalty/shoppers/queries.ts';
import { afterTerm, termsOf, wordTerm } from '../../loyalty/shoppers/term-rules.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { IdPage, Narrowed } from './order-shoppers.ts';

/**
 * Terms looked through by one request once somebody was found, and at most: a search of several
 * words may find few among many. What lies beyond is for the next page.
 */
const LOOKED_ENOUGH = 100;
const LOOKED_MAX = 1000;
/** Shoppers of a search that are counted. */
export const SEARCHED_MAX = 200;

/** Shoppers who have words that begin like all of those asked for; the longest is looked up. */
export const searchShoppers = async (
  tx: Tx,
  shopId: string,
  asked: {
    words: readonly string[];
    filter: Narrowed;
    cursor: string | undefined;
    limit: number;
  },
): Promise<IdPage> => {
  const { words, filter, limit } = asked;
  const [longest = '', second] = words.toSorted((a, b) => b.length - a.length);
  const from = wordTerm(longest);
  const also = wordTerm(second ?? '');
  const ids: string[] = [];
  const seen = new Set<string>();
  let [place = '', placeId = ''] = asked.cursor?.split('.') ?? [];
  for (let looked = 0; looked < (ids.length > 0 ? LOOKED_ENOUGH : LOOKED_MAX);) {
    const range = { from, until: afterTerm(from), alsoFrom: also, alsoUntil: afterTerm(also) };
    const at = { shopId, ...range, afterTerm: place, afterId: placeId };
    const terms = await tx.run(selectTermsBetween, { ...at, limit });
    for (const { term, shopperId, has } of terms) {
      place = term;
      placeId = shopperId;
      if (has !== 1 || seen.has(shopperId)) continue;
      seen.add(shopperId);
      const row = await first(tx, selectShopperById, { shopId, shopperId });
      if (row !== undefined && begins(row, words) && (await passes(tx, row, filter)))
        ids.push(shopperId);
      if (ids.length === limit) return { ids, nextCursor: `${place}.${placeId}` };
    }
    if (terms.length < limit) return { ids, nextCursor: null };
    looked += terms.length;
  }
  return { ids, nextCursor: `${place}.${placeId}` };
};

function begins(row: ShopperRow, words: readonly string[]): boolean {
  const terms = termsOf(row);
  return words.every((word) => terms.some((term) => term.startsWith(wordTerm(word))));
}

async function passes(tx: Tx, row: ShopperRow, filter: Narrowed): Promise<boolean> {
  if (row.spendMinor < filter.spentFrom) return false;
  if (filter.terms.length === 0) return true;
  const terms = await tx.run(selectTerms, { shopId: row.shopId, shopperId: row.id });
  return filter.terms.every((wanted) => terms.some(({ term }) => term === wanted));
}
