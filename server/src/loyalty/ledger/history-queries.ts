import { and, desc, eq, gt, inArray, lt, lte, notInArray, or, sql } from 'drizzle-orm';
import {
  arg,
  idPlaces,
  inShop,
  rows,
  textArg,
  type Db,
  type Ids,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { SourceKind } from '@okaeri/shared/ledger';
import { ofShopper } from './queries.ts';

type ShopperKey = { shopId: string; shopperId: string };

/** What moved only between a shopper's own accounts has no row of its own in the history people read. */
const INNER_KINDS = ['mature', 'use', 'count'] as const;

/** Where the id of the act begins in the id of an adjustment, `adj_…`. */
const ACT_FROM = sql.raw('5');

/** Every kind of source, or this does not compile. */
const SOURCE_KINDS = Object.keys({
  order: 0,
  signup: 0,
  act: 0,
  referral: 0,
  adjustment: 0,
  tier: 0,
  challenge: 0,
  streak: 0,
  gift: 0,
} satisfies Readonly<Record<SourceKind, 0>>) as readonly SourceKind[];

/** How many ids one statement asks for. */
export const IDS_MAX = 50;
const { isIn, toPlaces } = idPlaces(IDS_MAX);
export { toPlaces };

/** Rows of the ledger with what they are about. */
const withSources = (db: Db, t: Tables) =>
  db
    .select({
      transaction: t.transactions,
      award: t.awards,
      redemption: t.redemptions,
      adjustment: {
        reason: t.adjustments.reason,
        note: t.adjustments.note,
        undoneAt: t.adjustments.undoneAt,
        batchId: t.adjustments.batchId,
      },
      by: t.acts.actor,
    })
    .from(t.transactions)
    .leftJoin(
      t.awards,
      and(eq(t.awards.shopId, t.transactions.shopId), eq(t.awards.id, t.transactions.awardId)),
    )
    .leftJoin(
      t.redemptions,
      and(
        eq(t.redemptions.shopId, t.transactions.shopId),
        eq(t.redemptions.id, t.transactions.redemptionId),
      ),
    )
    .leftJoin(
      t.adjustments,
      and(
        eq(t.awards.sourceKind, sql`'adjustment'`),
        eq(t.adjustments.shopId, t.awards.shopId),
        eq(t.adjustments.id, t.awards.sourceId),
      ),
    )
    // An adjustment somebody made in the console is named after the line of the log about it.
    .leftJoin(
      t.acts,
      and(
        eq(t.acts.shopId, t.adjustments.shopId),
        eq(t.acts.id, sql`substr(${t.adjustments.id}, ${ACT_FROM})`),
      ),
    );

/** Of a shopper's history, what people read, before a place in it. */
const readable = (t: Tables) =>
  and(
    ofShopper(t.transactions),
    lt(t.transactions.sequence, arg('before')),
    notInArray(t.transactions.kind, [...INNER_KINDS]),
  );

/** Awards by their sources' ids, of every kind of source: with the kinds said, an index finds them. */
const awardsOfSources = (db: Db, t: Tables) =>
  db
    .select({ id: t.awards.id })
    .from(t.awards)
    .where(
      and(
        inShop(t.awards),
        inArray(t.awards.sourceKind, [...SOURCE_KINDS]),
        isIn(t.awards.sourceId),
      ),
    );

/** A page of a shopper's history, newest first. */
export const selectHistory = rows<ShopperKey & { before: number; limit: number }>()(
  'selectHistory',
  (db, t) =>
    withSources(db, t)
      .where(readable(t))
      .orderBy(desc(t.transactions.sequence))
      .limit(arg('limit')),
);

/** The same with what moved between a shopper's own accounts; what only counts for tiers moves nothing. */
export const selectLedger = rows<ShopperKey & { before: number; limit: number }>()(
  'selectLedger',
  (db, t) =>
    withSources(db, t)
      .where(
        and(
          ofShopper(t.transactions),
          lt(t.transactions.sequence, arg('before')),
          notInArray(t.transactions.kind, ['use', 'count']),
        ),
      )
      .orderBy(desc(t.transactions.sequence))
      .limit(arg('limit')),
);

/** Rows further down that are about some sources or redemptions, newest first. */
export const selectHistoryOf = rows<ShopperKey & Ids & { before: number; limit: number }>()(
  'selectHistoryOf',
  (db, t) =>
    withSources(db, t)
      .where(
        and(
          readable(t),
          or(
            inArray(t.transactions.awardId, awardsOfSources(db, t)),
            isIn(t.transactions.redemptionId),
          ),
        ),
      )
      .orderBy(desc(t.transactions.sequence))
      .limit(arg('limit')),
);

/** What each transaction of a stretch moved on the accounts people see, newest first. */
export const selectMoves = rows<ShopperKey & { after: number; until: number }>()(
  'selectMoves',
  (db, t) =>
    db
      .select({
        sequence: t.transactions.sequence,
        pending: t.transactions.pending,
        available: t.transactions.available,
      })
      .from(t.transactions)
      .where(
        and(
          ofShopper(t.transactions),
          gt(t.transactions.sequence, arg('after')),
          lte(t.transactions.sequence, arg('until')),
        ),
      )
      .orderBy(desc(t.transactions.sequence)),
);

/** What moved between sources and a shopper since an instant, the newest first. */
export const selectRecentEarning = rows<ShopperKey & { since: number; limit: number }>()(
  'selectRecentEarning',
  (db, t) =>
    db
      .select({
        kind: t.transactions.kind,
        awardId: t.transactions.awardId,
        issued: t.transactions.issued,
        effectiveAt: t.transactions.effectiveAt,
      })
      .from(t.transactions)
      .where(
        and(
          ofShopper(t.transactions),
          inArray(t.transactions.kind, ['earn', 'clawback']),
          gt(t.transactions.recordedAt, arg('since')),
        ),
      )
      .orderBy(desc(t.transactions.sequence))
      .limit(arg('limit')),
);

/** What moved of the awards of one source, the newest first. */
export const selectMovesOfSource = rows<
  ShopperKey & { sourceKind: string; sourceId: string; limit: number }
>()('selectMovesOfSource', (db, t) =>
  db
    .select({
      kind: t.transactions.kind,
      pending: t.transactions.pending,
      available: t.transactions.available,
      effectiveAt: t.transactions.effectiveAt,
    })
    .from(t.transactions)
    .innerJoin(
      t.awards,
      and(eq(t.awards.shopId, t.transactions.shopId), eq(t.awards.id, t.transactions.awardId)),
    )
    .where(
      and(
        ofShopper(t.transactions),
        eq(t.awards.sourceKind, textArg('sourceKind')),
        eq(t.awards.sourceId, textArg('sourceId')),
      ),
    )
    .orderBy(desc(t.transactions.sequence))
    .limit(arg('limit')),
);
