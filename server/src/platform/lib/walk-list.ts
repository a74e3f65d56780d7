import { COUNTED_MAX, type Counted } from '@okaeri/shared/list-parts';

/** A list that is gone through in the order of an index. */
export interface ListWalk<Row, Place> {
  /** The rows behind a place. */
  readonly select: (after: Place, limit: number) => Promise<readonly Row[]>;
  /** Where the list goes on behind a row. */
  readonly placeOf: (row: Row) => Place;
  /** Which rows are not left out on the way; null where the statement leaves out whatever it should. */
  readonly passes: ((row: Row) => boolean) | null;
}

/** A page of it, and where the next one begins: null where there is none. */
export interface WalkedPage<Row, Place> {
  readonly rows: readonly Row[];
  readonly next: Place | null;
}

/** Rows one statement goes through where some are left out, and one page: it may come back short, or empty. */
const LOOKED_AT_ONCE = 200;
export const LOOKED_MAX = 2000;

/** Goes through a list from a place on until a page is full, or so many were looked at. */
export const walkList = async <Row, Place>(
  walk: ListWalk<Row, Place>,
  page: { readonly after: Place; readonly limit: number },
): Promise<WalkedPage<Row, Place>> => {
  const { select, placeOf, passes } = walk;
  const { limit } = page;
  const atOnce = passes === null ? limit + 1 : LOOKED_AT_ONCE;
  const rows: Row[] = [];
  let { after } = page;
  for (let looked = 0; looked < LOOKED_MAX; looked += atOnce) {
    const found = await select(after, atOnce);
    for (const row of found) {
      if (rows.length === limit) return { rows, next: after };
      after = placeOf(row);
      if (passes === null || passes(row)) rows.push(row);
    }
    if (found.length < atOnce) return { rows, next: null };
  }
  return { rows, next: after };
};

/** How many rows a list has: up to a limit by a statement, or those that are left of so many that are looked at. */
export const countWalked = async <Row, Place>(
  walk: ListWalk<Row, Place>,
  of: { readonly first: Place; readonly count: (limit: number) => Promise<number> },
): Promise<Counted> => {
  if (walk.passes !== null) {
    const { rows, next } = await walkList(walk, { after: of.first, limit: LOOKED_AT_ONCE });
    return { count: rows.length, isMore: next !== null };
  }
  const total = await of.count(COUNTED_MAX + 1);
  return { count: Math.min(total, COUNTED_MAX), isMore: total > COUNTED_MAX };
};
