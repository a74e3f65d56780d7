import { COUNTED_MAX, type Counted } from '@okaeri/shared/list-parts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  countNarrowed,
  countRanks,
  countSpenders,
  countTerm,
} from '../../loyalty/shoppers/rank-queries.ts';
import { ANY_SPEND, fewestOf, toAlso, type Narrowed } from './order-shoppers.ts';
import { SEARCHED_MAX, searchShoppers } from './search-shoppers.ts';

const LIMIT = COUNTED_MAX + 1;

/** How many shoppers a list has; beyond ten thousand, that there are more: no count goes through a whole shop. */
export const countShoppers = async (
  tx: Tx,
  shopId: string,
  asked: { words: readonly string[]; filter: Narrowed },
): Promise<Counted> => {
  const { words, filter } = asked;
  const { spentFrom } = filter;
  if (words.length > 0) {
    const found = await searchShoppers(tx, shopId, {
      ...asked,
      cursor: undefined,
      limit: SEARCHED_MAX,
    });
    return { count: found.ids.length, isMore: found.nextCursor !== null };
  }
  const fewest = await fewestOf(tx, shopId, filter.terms);
  if (fewest === undefined) {
    const all = { shopId, limit: LIMIT };
    const found =
      spentFrom === ANY_SPEND
        ? await first(tx, countRanks, all)
        : await first(tx, countSpenders, { ...all, spentFrom });
    return upTo(found?.total ?? 0);
  }
  const of = { shopId, term: fewest.term, limit: LIMIT };
  if (fewest.others.length === 0 && spentFrom === ANY_SPEND)
    return upTo((await first(tx, countTerm, of))?.total ?? 0);
  const also = { ...of, spentFrom, ...toAlso(fewest.others) };
  const { looked = 0, total = 0 } = (await first(tx, countNarrowed, also)) ?? {};
  return { count: total, isMore: looked > COUNTED_MAX };
};

function upTo(total: number): Counted {
  return { count: Math.min(total, COUNTED_MAX), isMore: total > COUNTED_MAX };
}
