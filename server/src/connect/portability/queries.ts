import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Tables } from '../../platform/store/tables.ts';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  type Statement,
} from '../../platform/store/statement.ts';

/** A row as it is carried: without its shop, which is another where it arrives. */
export type CarriedRow = Readonly<Record<string, unknown>>;

/** Where the next page begins: the keys of the last row. */
type PageArgs = { shopId: string; limit: number } & Record<string, unknown>;

/** A table whose rows belong to a shop, and how they are walked through in a fixed order. */
export interface CarriedTable {
  readonly name: string;
  /** Columns of the key behind the shop, each with what stands before every value. */
  readonly keys: Readonly<Record<string, string | number>>;
  readonly select: Statement<PageArgs, CarriedRow>;
  readonly insert: Statement<CarriedRow, never>;
}

type ShopTable = Tables[
  | 'programVersions'
  | 'programDrafts'
  | 'shoppers'
  | 'orders'
  | 'activities'
  | 'referrals'
  | 'adjustments'
  | 'balanceImports'
  | 'erasures'
  | 'awards'
  | 'transactions'
  | 'usages'
  | 'redemptions'
  | 'poolCodes'
  | 'draws'
  | 'badges'
  | 'reviews'
  | 'reviewStats'
  | 'reviewVotes'
  | 'reviewReports'
  | 'reviewOffers'
  | 'reviewPhotos'
  | 'reviewImports'
  | 'posts'
  | 'postVotes'
  | 'postReports'
  | 'outbox'
  | 'contacts'
  | 'contactRefusals'
  | 'platformOrders'
  | 'platformCustomers'];

const carried = (
  name: string,
  pick: (tables: Tables) => ShopTable,
  keys: Readonly<Record<string, string | number>>,
): CarriedTable => {
  const order = Object.keys(keys);
  const columnsOf = (table: ShopTable): SQLiteColumn[] =>
    Object.keys(keys).map(
      (key) => (table as unknown as Record<string, SQLiteColumn>)[key] as SQLiteColumn,
    );
  const behind = (table: ShopTable): SQL | undefined => {
    const columns = columnsOf(table);
    if (columns.length === 0) return undefined;
    const places = order.map((key) => sql`${arg(`after_${key}`)}`);
    return sql`(${sql.join(columns, sql`, `)}) > (${sql.join(places, sql`, `)})`;
  };
  return {
    name,
    keys,
    select: rows<PageArgs>()(`carry_${name}`, (db, t) => {
      const table = pick(t);
      return db
        .select()
        .from(table)
        .where(and(eq(table.shopId, textArg('shopId')), behind(table)))
        .orderBy(...columnsOf(table).map((column) => asc(column)))
        .limit(arg('limit'));
    }),
    insert: change<CarriedRow>()(`bring_${name}`, (db, t) => {
      const table = pick(t);
      return db.insert(table).values(everyColumn(table));
    }),
  };
};

/** Every table of a shop, those first that others point to. Keys, and answers kept for a day, stay behind. */
export const CARRIED: readonly CarriedTable[] = [
  carried('programVersions', (t) => t.programVersions, { version: -1 }),
  carried('programDrafts', (t) => t.programDrafts, {}),
  carried('shoppers', (t) => t.shoppers, { id: '' }),
  carried('orders', (t) => t.orders, { id: '' }),
  carried('activities', (t) => t.activities, { id: '' }),
  carried('referrals', (t) => t.referrals, { orderId: '' }),
  carried('adjustments', (t) => t.adjustments, { id: '' }),
  carried('balanceImports', (t) => t.balanceImports, { id: '' }),
  carried('erasures', (t) => t.erasures, { digest: '' }),
  carried('awards', (t) => t.awards, { id: '' }),
  carried('transactions', (t) => t.transactions, { shopperId: '', sequence: -1 }),
  carried('usages', (t) => t.usages, { shopperId: '', subject: '', periodAt: -1 }),
  carried('redemptions', (t) => t.redemptions, { id: '' }),
  carried('poolCodes', (t) => t.poolCodes, { rewardId: '', code: '' }),
  carried('draws', (t) => t.draws, { giftId: '', orderId: '' }),
  carried('badges', (t) => t.badges, { shopperId: '', badgeId: '' }),
  carried('reviews', (t) => t.reviews, { id: '' }),
  carried('reviewStats', (t) => t.reviewStats, { productId: '' }),
  carried('reviewVotes', (t) => t.reviewVotes, { reviewId: '', shopperId: '' }),
  carried('reviewReports', (t) => t.reviewReports, { reviewId: '', shopperId: '' }),
  carried('reviewOffers', (t) => t.reviewOffers, { shopperId: '', productId: '' }),
  carried('reviewPhotos', (t) => t.reviewPhotos, { id: '' }),
  carried('reviewImports', (t) => t.reviewImports, { id: '' }),
  carried('posts', (t) => t.posts, { id: '' }),
  carried('postVotes', (t) => t.postVotes, { postId: '', shopperId: '' }),
  carried('postReports', (t) => t.postReports, { postId: '', shopperId: '' }),
  carried('outbox', (t) => t.outbox, { id: '' }),
  carried('contacts', (t) => t.contacts, { shopperId: '', kind: '', channel: '', subject: '' }),
  carried('contactRefusals', (t) => t.contactRefusals, { shopperId: '', kind: '' }),
  carried('platformOrders', (t) => t.platformOrders, { id: '' }),
  carried('platformCustomers', (t) => t.platformCustomers, { id: '' }),
];
