import type { ShopperSort } from '@okaeri/shared/list-words';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { nameKeyOf } from './term-rules.ts';
import type { ShopperRankRow } from './tables.ts';

/** Where a page of a list begins: what its last row is ordered by, and its id. */
export interface RankPlace {
  readonly value: string | number;
  readonly id: string;
}

/** What of a row a rank is made of. */
export type Ranked = Pick<
  ShopperRow,
  | 'shopId'
  | 'id'
  | 'externalId'
  | 'email'
  | 'name'
  | 'available'
  | 'pending'
  | 'orderCount'
  | 'spendMinor'
  | 'lastOrderAt'
>;

/** What lists order a shopper by. */
export const rankOf = (row: Ranked): ShopperRankRow => ({
  shopId: row.shopId,
  shopperId: row.id,
  nameKey: nameKeyOf(row),
  available: row.available,
  pending: row.pending,
  orderCount: row.orderCount,
  spendMinor: row.spendMinor,
  lastOrderAt: row.lastOrderAt ?? 0,
});

/** Whether a kept rank is the one the row has now. */
export const isRankOf = (rank: ShopperRankRow | undefined, row: ShopperRow): boolean =>
  rank !== undefined && JSON.stringify(rankOf(row)) === JSON.stringify({ ...rankOf(row), ...rank });

/** What a sort compares of a rank. Ids are made in the order of time. */
export const sortedBy = (rank: ShopperRankRow, sort: ShopperSort): string | number => {
  switch (sort) {
    case 'name':
      return rank.nameKey;
    case 'available':
      return rank.available;
    case 'pending':
      return rank.pending;
    case 'orders':
      return rank.orderCount;
    case 'spent':
      return rank.spendMinor;
    case 'lastOrder':
      return rank.lastOrderAt;
    case 'newest':
    default:
      return 0;
  }
};

/** The place after a row, as text; and back again, undefined where it is none of ours. */
export const placeText = ({ value, id }: RankPlace): string => `${value}_${id}`;

export const placeOf = (text: string, sort: ShopperSort): RankPlace | undefined => {
  const [, value, id] = /^(-?[0-9a-f]{0,100})_([\w-]{1,255})$/.exec(text) ?? [];
  if (value === undefined || id === undefined) return undefined;
  if (sort === 'name') return { value, id };
  return /^-?\d{1,16}$/.test(value) ? { value: Number(value), id } : undefined;
};

/** Those of a few that come after a place, in their order. */
export const inOrder = (
  ranks: readonly ShopperRankRow[],
  by: { sort: ShopperSort; order: 'asc' | 'desc'; after: RankPlace | undefined },
): ShopperRankRow[] => {
  const { sort, order, after } = by;
  const sign = order === 'asc' ? 1 : -1;
  const compare = (a: RankPlace, b: RankPlace): number =>
    sign * (compareValues(a.value, b.value) || compareValues(a.id, b.id));
  const placed = ranks.map((rank) => ({
    rank,
    place: { value: sortedBy(rank, sort), id: rank.shopperId },
  }));
  return placed
    .filter(({ place }) => after === undefined || compare(place, after) > 0)
    .toSorted((a, b) => compare(a.place, b.place))
    .map(({ rank }) => rank);
};

function compareValues(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
