import type { ListedShopper } from '@okaeri/shared/shoppers';
import type { Stage } from '@okaeri/shared/segments';
import type { Page } from '@okaeri/shared/ledger';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  selectNewestShoppers,
  selectOfTerm,
  selectTerms,
  selectTermsBetween,
} from '../../loyalty/shoppers/find-queries.ts';
import { selectShopperById } from '../../loyalty/shoppers/queries.ts';
import {
  afterTerm,
  filterTerm,
  termsOf,
  wordsOf,
  wordTerm,
  type ShopperFilter,
} from '../../loyalty/shoppers/term-rules.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** The filter a query asks for: the first that is named counts. */
export const filterOf = (
  query: { readonly [Name in 'status' | 'tag' | 'segment']?: string | undefined } & {
    readonly stage?: Stage | undefined;
  },
): ShopperFilter | undefined => {
  const { status, tag, stage, segment } = query;
  if (status !== undefined) return { status };
  if (tag !== undefined) return { tag };
  if (stage !== undefined) return { stage };
  return segment === undefined ? undefined : { segment };
};

/** What a list of shoppers is asked for. */
export interface Asked {
  readonly search: string | undefined;
  readonly filter: ShopperFilter | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/**
 * Terms looked through by one request once somebody was found, and at most: a search of several
 * words may find few among many. What lies beyond is for the next page.
 */
const LOOKED_ENOUGH = 100;
const LOOKED_MAX = 1000;
// Behind every id.
const NEWEST = '~';

/**
 * Shoppers, the newest first, or those a search finds, by the words it finds them by. Its cost
 * does not grow with the number of shoppers: each page is a stretch of an index.
 */
export const listShoppers = (
  deps: Deps,
  shopId: string,
  asked: Asked,
): Promise<Page<ListedShopper>> =>
  deps.store.read(async (tx): Promise<Page<ListedShopper>> => {
    const words = asked.search === undefined ? [] : wordsOf(asked.search);
    const page = await (words.length === 0
      ? newest(tx, shopId, asked)
      : search(tx, shopId, words, asked));
    return { items: page.found.map(viewOf), nextCursor: page.nextCursor };
  });

async function newest(tx: Tx, shopId: string, asked: Asked) {
  const before = asked.cursor ?? NEWEST;
  const limit = asked.limit + 1;
  const { filter } = asked;
  if (filter === undefined) {
    const rows = await tx.run(selectNewestShoppers, { shopId, before, limit });
    const found = rows.slice(0, asked.limit);
    return { found, nextCursor: rows.length > found.length ? (found.at(-1)?.id ?? null) : null };
  }
  const page = await tx.run(selectOfTerm, { shopId, term: filterTerm(filter), before, limit });
  const ids = page.slice(0, asked.limit).map(({ shopperId }) => shopperId);
  const rows = await load(tx, shopId, ids);
  const found = ids.flatMap((id) => rows.get(id) ?? []);
  return { found, nextCursor: page.length > ids.length ? (ids.at(-1) ?? null) : null };
}

/** Shoppers who have words that begin like all of those asked for; the longest is looked up. */
async function search(tx: Tx, shopId: string, words: readonly string[], asked: Asked) {
  const [longest = '', second] = words.toSorted((a, b) => b.length - a.length);
  const from = wordTerm(longest);
  const also = wordTerm(second ?? '');
  const found: ShopperRow[] = [];
  const seen = new Set<string>();
  let [place = '', placeId = ''] = asked.cursor?.split('.') ?? [];
  for (let looked = 0; looked < (found.length > 0 ? LOOKED_ENOUGH : LOOKED_MAX);) {
    const limit = asked.limit;
    const range = { from, until: afterTerm(from), alsoFrom: also, alsoUntil: afterTerm(also) };
    const at = { shopId, ...range, afterTerm: place, afterId: placeId };
    const terms = await tx.run(selectTermsBetween, { ...at, limit });
    const having = terms.filter(({ has }) => has === 1).map(({ shopperId }) => shopperId);
    const ids = [...new Set(having)].filter((id) => !seen.has(id));
    const rows = await load(tx, shopId, ids);
    for (const { term, shopperId } of terms) {
      place = term;
      placeId = shopperId;
      const row = rows.get(shopperId);
      if (row === undefined || seen.has(shopperId)) continue;
      seen.add(shopperId);
      if (begins(row, words) && (await passes(tx, row, asked.filter))) found.push(row);
      if (found.length === asked.limit) return { found, nextCursor: `${place}.${placeId}` };
    }
    if (terms.length < limit) return { found, nextCursor: null };
    looked += terms.length;
  }
  return { found, nextCursor: `${place}.${placeId}` };
}

function viewOf(row: ShopperRow): ListedShopper {
  return {
    id: row.externalId,
    guestId: row.externalId === null ? row.id : null,
    name: row.name,
    email: row.email,
    status: row.status,
    available: row.available,
    pending: row.pending,
    orderCount: row.orderCount,
    spendMinor: row.spendMinor,
    lastOrderAt: isoOrNull(row.lastOrderAt),
    tags: row.tags,
    createdAt: isoOf(row.createdAt),
  };
}

async function load(
  tx: Tx,
  shopId: string,
  ids: readonly string[],
): Promise<Map<string, ShopperRow>> {
  const found = new Map<string, ShopperRow>();
  for (const shopperId of ids) {
    const row = await first(tx, selectShopperById, { shopId, shopperId });
    if (row !== undefined) found.set(shopperId, row);
  }
  return found;
}

function begins(row: ShopperRow, words: readonly string[]): boolean {
  const terms = termsOf(row);
  return words.every((word) => terms.some((term) => term.startsWith(wordTerm(word))));
}

async function passes(
  tx: Tx,
  row: ShopperRow,
  filter: ShopperFilter | undefined,
): Promise<boolean> {
  if (filter === undefined) return true;
  const term = filterTerm(filter);
  const terms = await tx.run(selectTerms, { shopId: row.shopId, shopperId: row.id });
  return terms.some((one) => one.term === term);
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoOf(at);
}
