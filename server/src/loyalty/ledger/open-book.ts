import type { ReadUsages } from './usages.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { Award, Book, Holding } from './book-rules.ts';
import { awardOf, withAward } from './book-rules.ts';
import { settle } from './due-rules.ts';
import {
  selectAward,
  selectAwardsBySource,
  selectDueAwards,
  selectIdleAwards,
  selectSpendableAwards,
} from './lot-queries.ts';
import { selectHoldings } from './queries.ts';
import type { AwardRow } from './tables.ts';
import type { RedemptionRow, ShopperRow } from './account-tables.ts';
import type { Standing, Interests } from './documents.ts';

/** Lots read at once while points are gathered for spending. */
const LOT_PAGE = 100;

/** A shopper's book within one write: the rows it was made from, so that only what changed is saved. */
export interface OpenBook {
  /** The row as loaded; joining changes its status. */
  shopper: ShopperRow;
  readonly now: number;
  /** Award rows as they were loaded, by id; new ones are added before the book is saved. */
  readonly awardRows: Map<string, AwardRow>;
  /** The book as loaded, before anything was decided. */
  readonly before: { awards: Map<string, Award>; holdings: Map<string, Holding> };
  book: Book;
  /** What was read of the shopper's caps. */
  readonly usages: ReadUsages;
  /** Postings that tiers have followed already. */
  followed: number;
  /** What else of the shopper's row changes with the balance. */
  readonly profile: ProfileChange;
}

/** Fields of the shopper's row that are written together with the balance. */
interface ProfileChange {
  firstOrderAt?: number;
  lastOrderAt?: number;
  advocateAt?: number;
  origins?: readonly string[];
  occasionsAt?: number;
  standing?: Standing;
  tastes?: Interests;
}

export const awardFromRow = (row: AwardRow): Award => ({
  id: row.id,
  posted: row.posted,
  forgiven: row.forgiven,
  lotPoints: row.lotPoints,
  matured: row.matured,
  matureAt: row.matureAt,
  expireAt: row.expireAt,
  idleDays: row.idleDays,
  limited: row.limited,
  counted: {
    points: row.countedPoints,
    spendMinor: row.countedSpendMinor,
    orders: row.countedOrders,
  },
  grant: row.grant,
  borrowed: row.borrowed,
});

export const holdingFromRow = (row: RedemptionRow): Holding => ({
  id: row.id,
  state: row.state,
  points: row.points,
  allocations: row.allocations,
  expireAt: row.expireAt,
  caps: row.caps,
});

/** Brings awards into the book by id. */
export const loadAwards = async (tx: Tx, open: OpenBook, ids: Iterable<string>): Promise<void> => {
  for (const id of ids) {
    if (open.awardRows.has(id)) continue;
    const [row] = await tx.run(selectAward, { shopId: open.shopper.shopId, id });
    if (row) keep(open, row);
  }
};

/** Brings the awards of a source into the book, the oldest first. */
export const loadSourceAwards = async (
  tx: Tx,
  open: OpenBook,
  source: { kind: AwardRow['sourceKind']; id: string },
): Promise<readonly AwardRow[]> => {
  const found = await tx.run(selectAwardsBySource, {
    shopId: open.shopper.shopId,
    shopperId: open.shopper.id,
    sourceKind: source.kind,
    sourceId: source.id,
  });
  for (const row of found) keep(open, row);
  return found.map((row) => open.awardRows.get(row.id) ?? row);
};

/** Brings spendable lots into the book, earliest expiry first, until they hold `points` or there are no more. */
export const loadSpendable = async (tx: Tx, open: OpenBook, points: number): Promise<void> => {
  let found = 0;
  let after = { afterDueAt: -1, afterId: '' };
  while (found < points) {
    const page = await tx.run(selectSpendableAwards, {
      shopId: open.shopper.shopId,
      shopperId: open.shopper.id,
      ...after,
      limit: LOT_PAGE,
    });
    for (const row of page) {
      keep(open, row);
      // The book knows better than the row: the lot may have expired in it just now.
      found += awardOf(open.book, row.id).lotPoints;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < LOT_PAGE) return;
    after = { afterDueAt: last.dueAt, afterId: last.id };
  }
};

/**
 * Opens the book of a shopper whose row the caller holds (locked, in a write) and
 * settles what has fallen due. Nothing is written.
 */
export const openBook = async (tx: Tx, shopper: ShopperRow, now: number): Promise<OpenBook> => {
  const open: OpenBook = {
    shopper,
    now,
    awardRows: new Map(),
    before: { awards: new Map(), holdings: new Map() },
    book: {
      account: {
        pending: shopper.pending,
        available: shopper.available,
        held: shopper.held,
        lifetime: shopper.lifetime,
        spendMinor: shopper.spendMinor,
        orderCount: shopper.orderCount,
      },
      activeAt: shopper.activeAt,
      awards: new Map(),
      holdings: new Map(),
      postings: [],
    },
    usages: new Map(),
    followed: 0,
    profile: {},
  };
  if (shopper.nextChangeAt <= now) {
    await loadDue(tx, open);
    open.book = settle(open.book, now);
  }
  return open;
};

function keep(open: OpenBook, row: AwardRow): void {
  if (open.awardRows.has(row.id)) return;
  const award = awardFromRow(row);
  open.awardRows.set(row.id, row);
  open.before.awards.set(row.id, award);
  open.book = withAward(open.book, award);
}

async function loadDue(tx: Tx, open: OpenBook): Promise<void> {
  const key = { shopId: open.shopper.shopId, shopperId: open.shopper.id };
  for (const row of await tx.run(selectDueAwards, { ...key, now: open.now })) keep(open, row);
  if (open.shopper.idleDays > 0)
    for (const row of await tx.run(selectIdleAwards, {
      ...key,
      idleDaysMax: Math.floor((open.now - open.shopper.activeAt) / DAY_MS),
    }))
      keep(open, row);
  if (open.shopper.held === 0) return;
  const holdings = new Map<string, Holding>();
  for (const row of await tx.run(selectHoldings, key))
    if (row.state === 'issued' && row.expireAt <= open.now)
      holdings.set(row.id, holdingFromRow(row));
  for (const [id, holding] of holdings) open.before.holdings.set(id, holding);
  open.book = { ...open.book, holdings };
  for (const holding of holdings.values())
    await loadAwards(
      tx,
      open,
      holding.allocations.map(([awardId]) => awardId),
    );
}
