import { sql } from 'drizzle-orm';
import type { ActRule } from '@okaeri/shared/earning';
import type { ReferralCheck } from '@okaeri/shared/referrals';
import type { Columns } from '../columns.ts';
import type { OwnerContext, Standing, Tastes } from '../documents.ts';
import type { ShopTables } from './shop-tables.ts';

/** Shoppers, and what they do besides buying. */
export const personTables = (c: Columns, { shops }: ShopTables) => {
  const shoppers = c.table(
    'shoppers',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      id: c.text('id').notNull(),
      /** The merchant's own id; null for someone known by an address only. */
      externalId: c.text('external_id'),
      email: c.text('email'),
      /** The folded address this row answers to: proven by a member, or waiting on a guest. */
      emailKey: c.text('email_key'),
      name: c.text('name'),
      locale: c.text('locale'),
      status: c.text('status').$type<'guest' | 'member' | 'blocked'>().notNull(),
      enrolledAt: c.instant('enrolled_at'),
      /** Month and day, such as `02-29`, and when it was entered; the day of joining; and until when both were celebrated. */
      birthday: c.text('birthday'),
      birthdaySetAt: c.instant('birthday_set_at'),
      joinedOn: c.text('joined_on'),
      occasionsAt: c.instant('occasions_at').notNull().default(0),
      newsletter: c.flag('newsletter').notNull().default(false),
      /** Whether rewards are ordered for this shopper. */
      personalised: c.flag('personalised').notNull().default(true),
      tags: c
        .json<readonly string[]>('tags')
        .notNull()
        .default(sql`'[]'`),
      /** What was bought and looked at, by tag: the little that suggestions need. */
      tastes: c
        .json<Tastes>('tastes')
        .notNull()
        .default(sql`'{"bought":{},"seen":{}}'`),
      referralCode: c.text('referral_code'),
      /** Keyed digests of where orders came from, the latest few: enough to compare, useless to trace. */
      origins: c
        .json<readonly string[]>('origins')
        .notNull()
        .default(sql`'[]'`),
      /** The shopper into whom this one was merged. */
      mergedInto: c.text('merged_into'),
      erasedAt: c.instant('erased_at'),
      tokensNotBefore: c.instant('tokens_not_before').notNull(),
      pending: c.count('pending').notNull(),
      available: c.count('available').notNull(),
      held: c.count('held').notNull(),
      lifetime: c.count('lifetime').notNull(),
      /** Money spent in the shop's currency and orders that count, less what was sent back. */
      spendMinor: c.count('spend_minor').notNull().default(0),
      orderCount: c.count('order_count').notNull().default(0),
      firstOrderAt: c.instant('first_order_at'),
      lastOrderAt: c.instant('last_order_at'),
      /** When the shopper last did what keeps points alive, and after how many days the first of them die. */
      activeAt: c.instant('active_at').notNull().default(0),
      idleDays: c.count('idle_days').notNull().default(0),
      /** Where the shopper stands among the tiers; null until something counted. */
      standing: c.json<Standing | null>('standing'),
      /** When points were last taken back. */
      clawedBackAt: c.instant('clawed_back_at'),
      /** When a friend first came by their recommendation, or they first wrote for others. */
      advocateAt: c.instant('advocate_at'),
      /** Number of the last transaction in this shopper's chain, and its hash. */
      sequence: c.count('sequence').notNull(),
      chainHead: c.text('chain_head').notNull(),
      nextChangeAt: c.instant('next_change_at').notNull(),
      version: c.count('version').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('shoppers_by_external_id').on(t.shopId, t.externalId),
      c.uniqueIndex('shoppers_by_email').on(t.shopId, t.emailKey),
      c.uniqueIndex('shoppers_by_referral_code').on(t.shopId, t.referralCode),
      c
        .index('shoppers_by_birthday')
        .on(t.shopId, t.birthday)
        .where(sql`birthday is not null`),
      c
        .index('shoppers_by_joining')
        .on(t.shopId, t.joinedOn)
        .where(sql`joined_on is not null`),
      c
        .index('shoppers_due')
        .on(t.nextChangeAt)
        .where(sql`next_change_at < 8640000000000000`),
      c.check('shoppers_pending_not_negative', sql`pending >= 0`),
      c.check('shoppers_held_not_negative', sql`held >= 0`),
    ],
  );

  /**
   * What shoppers are found by, a row for each: derived from their rows, and made again at any time.
   * Terms are hexadecimal, so that they are in the same order under every collation.
   */
  const shopperTerms = c.table(
    'shopper_terms',
    {
      shopId: c.text('shop_id').notNull(),
      term: c.text('term').notNull(),
      shopperId: c.text('shopper_id').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.term, t.shopperId] }),
      // With the term in it: else SQLite reads all of the shop's from the key, which has all columns.
      c.index('shopper_terms_of').on(t.shopId, t.shopperId, t.term),
    ],
  );

  /** Shoppers whose terms are to be made anew. */
  const shopperChanges = c.table(
    'shopper_changes',
    { shopId: c.text('shop_id').notNull(), shopperId: c.text('shopper_id').notNull() },
    (t) => [c.primaryKey({ columns: [t.shopId, t.shopperId] })],
  );

  /** An act that may earn, once per dedupe key. */
  const activities = c.table(
    'activities',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      kind: c.text('kind').$type<ActRule['on']>().notNull(),
      name: c.text('name'),
      /** What was spent, for rules per amount. */
      amountMinor: c.count('amount_minor'),
      currency: c.text('currency'),
      programVersion: c.count('program_version').notNull(),
      at: c.instant('at').notNull(),
      recordedAt: c.instant('recorded_at').notNull(),
      removedAt: c.instant('removed_at'),
      channel: c.text('channel'),
      market: c.text('market'),
      context: c.json<OwnerContext>('context').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('activities_by_shopper').on(t.shopId, t.shopperId, t.id),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  /** A friend who came by somebody's recommendation, and what was decided about it. */
  const referrals = c.table(
    'referrals',
    {
      shopId: c.text('shop_id').notNull(),
      /** The friend's order. */
      orderId: c.text('order_id').notNull(),
      referrerId: c.text('referrer_id').notNull(),
      friendId: c.text('friend_id').notNull(),
      programVersion: c.count('program_version').notNull(),
      state: c.text('state').$type<'approved' | 'doubtful' | 'declined'>().notNull(),
      decisions: c.json<readonly ReferralCheck[]>('decisions').notNull(),
      /** Keyed digest of the address the order came from: enough to count, useless to trace. */
      addressDigest: c.text('address_digest'),
      createdAt: c.instant('created_at').notNull(),
      decidedAt: c.instant('decided_at'),
      version: c.count('version').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.orderId] }),
      c.index('referrals_by_referrer').on(t.shopId, t.referrerId, t.createdAt),
      c.index('referrals_by_friend').on(t.shopId, t.friendId),
      c.index('referrals_by_address').on(t.shopId, t.addressDigest, t.createdAt),
      c.index('referrals_by_state').on(t.shopId, t.state, t.createdAt),
    ],
  );

  /** Why a merchant changed points by hand; the words live here because ledger rows outlive people. */
  const adjustments = c.table(
    'adjustments',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      points: c.count('points').notNull(),
      reason: c.text('reason').notNull(),
      note: c.text('note'),
      countsForLifetime: c.flag('counts_for_lifetime').notNull(),
      /** The file it came with, for undoing it whole. */
      batchId: c.text('batch_id'),
      undoneAt: c.instant('undone_at'),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('adjustments_by_batch').on(t.shopId, t.batchId),
      c.index('adjustments_by_shopper').on(t.shopId, t.shopperId),
    ],
  );

  /** Files of members of other tools; their points are adjustments under this id. */
  const balanceImports = c.table(
    'balance_imports',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      source: c.text('source').notNull(),
      rows: c.count('rows').notNull(),
      imported: c.count('imported').notNull(),
      refused: c.count('refused').notNull(),
      points: c.count('points').notNull(),
      createdAt: c.instant('created_at').notNull(),
      undoneAt: c.instant('undone_at'),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  /** People who were erased, by keyed digest, so that their later orders find the row without a name. */
  const erasures = c.table(
    'erasures',
    {
      shopId: c.text('shop_id').notNull(),
      digest: c.text('digest').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      erasedAt: c.instant('erased_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.digest] })],
  );

  return {
    shoppers,
    shopperTerms,
    shopperChanges,
    activities,
    referrals,
    adjustments,
    balanceImports,
    erasures,
  };
};

export type PersonTables = ReturnType<typeof personTables>;
