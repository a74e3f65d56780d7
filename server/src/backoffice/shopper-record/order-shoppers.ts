import type { ShopperSort } from '@okaeri/shared/list-words';
import type { ShoppersQuery } from '@okaeri/shared/shoppers';
import type { Tx } from '../../platform/store/store.ts';
import {
  ALSO_MAX,
  countRanks,
  countTerm,
  selectRanked,
  selectRanksOfTerm,
  type Also,
} from '../../loyalty/shoppers/rank-queries.ts';
import { selectFewShoppers, selectShoppersBy } from '../../loyalty/shoppers/find-queries.ts';
import {
  inOrder,
  placeText,
  rankOf,
  sortedBy,
  type RankPlace,
} from '../../loyalty/shoppers/rank-rules.ts';
import type { ShopperRankRow } from '../../loyalty/shoppers/tables.ts';
import { filterTerm } from '../../loyalty/shoppers/term-rules.ts';

/** What a list is narrowed to: terms, all of which count, and money. */
export interface Narrowed {
  readonly terms: readonly string[];
  readonly spentFrom: number;
}

/** Ids of a page, in their order, and where the next one begins. */
export interface IdPage {
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
}

/** Whoever is narrowed to fewer is put in order in memory; else everybody is gone through in the order of an index. */
export const FEW = 2000;
/** Shoppers one statement goes through, and one request: what lies beyond is for the next page. */
const LOOKED_AT_ONCE = 500;
const LOOKED_MAX = 5000;
/** Less than anybody has spent: refunds may come to more than was counted. */
export const ANY_SPEND = Number.MIN_SAFE_INTEGER;

/** What a query narrows to. */
export const narrowed = (
  query: Omit<Partial<ShoppersQuery>, 'search' | 'sort' | 'order' | 'counted' | 'cursor' | 'limit'>,
): Narrowed => {
  const { status, tag, stage, segment, tier, spentFrom = ANY_SPEND } = query;
  const { rfm, value, again, overdue } = query;
  const terms = [
    status === undefined ? '' : filterTerm({ status }),
    tag === undefined ? '' : filterTerm({ tag }),
    stage === undefined ? '' : filterTerm({ stage }),
    segment === undefined ? '' : filterTerm({ segment }),
    tier === undefined ? '' : filterTerm({ tier }),
    rfm === undefined ? '' : filterTerm({ rfm }),
    value === undefined ? '' : filterTerm({ value }),
    again === undefined ? '' : filterTerm({ again }),
    overdue === undefined ? '' : filterTerm({ overdue }),
  ];
  return { terms: terms.filter((term) => term !== ''), spentFrom };
};

/** A page of shoppers in an order. */
export const orderShoppers = async (
  tx: Tx,
  shopId: string,
  asked: {
    filter: Narrowed;
    sort: ShopperSort;
    order: 'asc' | 'desc';
    after: RankPlace | undefined;
    limit: number;
  },
): Promise<IdPage> => {
  const { filter, sort, order, after, limit } = asked;
  if (sort === 'newest' && !isNarrow(filter)) return byAge(tx, shopId, asked);
  const fewest = await fewestOf(tx, shopId, filter.terms);
  if (fewest === undefined && (await isSmall(tx, shopId))) return byRows(tx, shopId, asked);
  if (fewest === undefined || fewest.count > FEW) return walk(tx, shopId, asked);
  const { term, others } = fewest;
  const place = after ?? beginning(sort, order);
  const sorted = await tx.run(selectRanksOfTerm(sort, order), {
    shopId,
    term,
    spentFrom: filter.spentFrom,
    shopperId: place.id,
    value: place.value,
    limit: limit + 1,
    ...toAlso(others),
  });
  return cut(sorted, { sort, limit });
};

/** The term the fewest have, and the others; nothing where there is no term. */
export const fewestOf = async (
  tx: Tx,
  shopId: string,
  terms: readonly string[],
): Promise<{ term: string; others: readonly string[]; count: number } | undefined> => {
  let fewest: { term: string; count: number } | undefined;
  for (const term of terms) {
    const [found] = await tx.run(countTerm, { shopId, term, limit: FEW + 1 });
    const count = found?.total ?? 0;
    if (fewest === undefined || count < fewest.count) fewest = { term, count };
  }
  return fewest && { ...fewest, others: terms.filter((term) => term !== fewest.term) };
};

/** Values of the places for terms besides. */
export const toAlso = (terms: readonly string[]): Also => {
  if (terms.length > ALSO_MAX) throw new Error('There are more terms than places for them.');
  const [also0 = '', also1 = '', also2 = '', also3 = '', also4 = '', ...more] = terms;
  const [also5 = '', also6 = '', also7 = '', also8 = ''] = more;
  return { also0, also1, also2, also3, also4, also5, also6, also7, also8 };
};

/** A page out of those that come in their order. */
function cut(
  sorted: readonly ShopperRankRow[],
  { sort, limit }: { sort: ShopperSort; limit: number },
): IdPage {
  const ids = sorted.slice(0, limit).map(({ shopperId }) => shopperId);
  const last = sorted[limit - 1];
  const next = sorted.length > limit && last !== undefined;
  return {
    ids,
    nextCursor: next ? placeText({ value: sortedBy(last, sort), id: last.shopperId }) : null,
  };
}

async function isSmall(tx: Tx, shopId: string): Promise<boolean> {
  const [found] = await tx.run(countRanks, { shopId, limit: FEW + 1 });
  return (found?.total ?? 0) <= FEW;
}

/** Of a small shop, as the rows stand: what happened a second ago is in its place. */
async function byRows(
  tx: Tx,
  shopId: string,
  asked: Parameters<typeof orderShoppers>[2],
): Promise<IdPage> {
  // Some may have come since they were counted.
  const rows = await tx.run(selectFewShoppers, { shopId, limit: 2 * FEW });
  const passing = rows.filter(({ spendMinor }) => spendMinor >= asked.filter.spentFrom);
  return cut(inOrder(passing.map(rankOf), asked), asked);
}

async function byAge(
  tx: Tx,
  shopId: string,
  { order, after, limit }: Parameters<typeof orderShoppers>[2],
): Promise<IdPage> {
  const afterId = (after ?? beginning('newest', order)).id;
  const found = await tx.run(selectShoppersBy[order], { shopId, afterId, limit: limit + 1 });
  const ids = found.slice(0, limit).map(({ id }) => id);
  const last = ids.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return { ids, nextCursor: isMore ? placeText({ value: 0, id: last }) : null };
}

function isNarrow({ terms, spentFrom }: Narrowed): boolean {
  return terms.length > 0 || spentFrom > ANY_SPEND;
}

async function walk(
  tx: Tx,
  shopId: string,
  asked: Parameters<typeof orderShoppers>[2],
): Promise<IdPage> {
  const { filter, sort, order, limit } = asked;
  const ids: string[] = [];
  let place = asked.after ?? beginning(sort, order);
  for (let looked = 0; looked < LOOKED_MAX;) {
    const atOnce = isNarrow(filter) ? LOOKED_AT_ONCE : limit + 1;
    const rows = await tx.run(selectRanked(sort, order, filter.terms.length), {
      shopId,
      shopperId: place.id,
      value: place.value,
      spentFrom: filter.spentFrom,
      limit: atOnce,
      ...toAlso(filter.terms),
    });
    for (const row of rows) {
      if (ids.length === limit) return { ids, nextCursor: placeText(place) };
      place = { value: sortedBy(row, sort), id: row.shopperId };
      if (row.has === 1) ids.push(row.shopperId);
    }
    if (rows.length < atOnce) return { ids, nextCursor: null };
    looked += rows.length;
  }
  return { ids, nextCursor: placeText(place) };
}

/** Before everybody. */
function beginning(sort: ShopperSort, order: 'asc' | 'desc'): RankPlace {
  if (order === 'asc') return { value: sort === 'name' ? '' : Number.MIN_SAFE_INTEGER, id: '' };
  // Behind every hexadecimal digit, and behind every id.
  return { value: sort === 'name' ? 'g' : Number.MAX_SAFE_INTEGER, id: '~' };
}
