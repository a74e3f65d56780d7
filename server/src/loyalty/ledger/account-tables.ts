import type { Columns } from '../../platform/store/columns.ts';
import { sql } from 'drizzle-orm';
import type { LotMove, Standing, Interests, CapUse, VoucherUse } from './documents.ts';
import type { RedemptionState } from '@okaeri/shared/redemptions';
import type { AccessTables } from '../../access/tables.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Shoppers with their balances, and redemptions, which hold points of them. */
export const accountTables = (c: Columns, { shops }: AccessTables) => {
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
      /** Where their days begin and their nights are; the programme's zone where it is not known. */
      timeZone: c.text('time_zone'),
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
        .json<Interests>('tastes')
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
        .index('shoppers_by_heir')
        .on(t.shopId, t.mergedInto)
        .where(sql`merged_into is not null`),
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

  const redemptions = c.table(
    'redemptions',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      rewardId: c.text('reward_id').notNull(),
      programVersion: c.count('program_version').notNull(),
      state: c.text('state').$type<RedemptionState>().notNull(),
      points: c.count('points').notNull(),
      /** Which lots the points came from, so that they can go back there. */
      allocations: c.json<readonly LotMove[]>('allocations').notNull(),
      valueMinor: c.count('value_minor').notNull(),
      currency: c.text('currency').notNull(),
      /** Caps and stocks it counts against, so that they are freed when it is given back. */
      caps: c
        .json<readonly CapUse[]>('caps')
        .notNull()
        .default(sql`'[]'`),
      /** What orders have used of the value so far, in the order of use. */
      uses: c
        .json<readonly VoucherUse[]>('uses')
        .notNull()
        .default(sql`'[]'`),
      /** Empty where there is no code: a donation, or something that is still to be fulfilled. */
      code: c.text('code').notNull(),
      /** Looked up instead of the code, so that an index walk shows a guesser nothing. */
      codeDigest: c.text('code_digest').notNull(),
      createdAt: c.instant('created_at').notNull(),
      expireAt: c.instant('expire_at').notNull(),
      endedAt: c.instant('ended_at'),
      orderId: c.text('order_id'),
      /** The merchant's word on it, such as a tracking number. */
      note: c.text('note'),
      version: c.count('version').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('redemptions_by_code').on(t.shopId, t.codeDigest),
      c.index('redemptions_by_shopper').on(t.shopId, t.shopperId, t.state),
      c.index('redemptions_by_taking').on(t.shopId, t.createdAt, t.id),
      c.index('redemptions_by_state').on(t.shopId, t.state, t.createdAt, t.id),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
      c.check('redemptions_cost_something', sql`points > 0`),
    ],
  );

  return { shoppers, redemptions };
};

export type AccountTables = ReturnType<typeof accountTables>;

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof accountTables> {}
}

export type ShopperRow = Row<'shoppers'>;
export type RedemptionRow = Row<'redemptions'>;
