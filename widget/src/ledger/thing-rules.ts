import type { ListedTransaction } from '@okaeri/shared/ledger';

/** One thing of a history: an order with its refunds and their undoing, a reward with its return, or one movement. */
export interface Thing {
  readonly key: string;
  /** Its movements, newest first; there is one at least. */
  readonly rows: readonly [ListedTransaction, ...ListedTransaction[]];
  /** What all of them come to. */
  readonly points: number;
}

/** What a shopper can have shown alone. */
export type Filter = 'all' | 'earned' | 'spent' | 'coming';

/** What of a history has been read. */
export interface Read {
  /** The rows of the pages, newest first, and the older ones that came with them. */
  readonly items: readonly ListedTransaction[];
  readonly earlier: readonly ListedTransaction[];
  readonly nextCursor: string | null;
}

/** Things of one month, newest first. */
export interface Month {
  readonly month: string;
  readonly things: readonly [Thing, ...Thing[]];
  /** What they come to without what is on the way; null while there may be more of that month. */
  readonly points: number | null;
}

/** The things that rows are about, in the order of their newest rows. A row that came twice counts once. */
export const toThings = ({ items, earlier }: Pick<Read, 'items' | 'earlier'>): readonly Thing[] => {
  const known = new Set<string>();
  const groups = new Map<string, [ListedTransaction, ...ListedTransaction[]]>();
  for (const row of [...items, ...earlier]) {
    if (known.has(row.id)) continue;
    known.add(row.id);
    const key = keyOfThing(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, rows]) => ({
    key,
    rows,
    points: rows.reduce((sum, { points }) => sum + points, 0),
  }));
};

/** Whether its points are still on the way. */
export const isComing = ({ rows, points }: Thing): boolean =>
  points > 0 && rows.some(({ state }) => state === 'pending');

/** Whether a filter shows it. Every thing is shown by `all`, and by one other at most. */
export const isShown = (thing: Thing, filter: Filter): boolean => {
  if (filter === 'all') return true;
  if (isComing(thing)) return filter === 'coming';
  const isSpent = thing.rows[0].source?.kind === 'redemption';
  return filter === (isSpent ? 'spent' : thing.points > 0 ? 'earned' : 'all');
};

/**
 * Things by month, the latest first.
 *
 * @param monthOf the month an instant lies in, such as `2026-12`
 */
export const toMonths = (
  things: readonly Thing[],
  { items, nextCursor }: Pick<Read, 'items' | 'nextCursor'>,
  monthOf: (iso: string) => string,
): readonly Month[] => {
  const months = new Map<string, [Thing, ...Thing[]]>();
  for (const thing of things.toSorted(byTime)) {
    const month = monthOf(thing.rows[0].effectiveAt);
    const others = months.get(month);
    if (others) others.push(thing);
    else months.set(month, [thing]);
  }
  // What was not read yet was recorded before what was, and took effect before that.
  const oldest = items.at(-1)?.at;
  const open = nextCursor === null || oldest === undefined ? '' : monthOf(oldest);
  return [...months].map(([month, ones]) => ({
    month,
    things: ones,
    points:
      month > open ? ones.reduce((sum, one) => sum + (isComing(one) ? 0 : one.points), 0) : null,
  }));
};

/** An expiry is a thing of its own, long after what its points came from. */
function keyOfThing({ id, kind, source }: ListedTransaction): string {
  return source === null || kind === 'expire' ? id : `${source.kind} ${source.id}`;
}

function byTime(one: Thing, other: Thing): number {
  return Date.parse(other.rows[0].effectiveAt) - Date.parse(one.rows[0].effectiveAt);
}

/** The shop's picture of what was bought, of the first product that has one. */
export const pictureOf = ({ rows: [newest] }: Thing): string | undefined =>
  newest.bought.find(({ product }) => product?.imageUrl)?.product?.imageUrl ?? undefined;
