import { sql } from 'drizzle-orm';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Columns } from './columns.ts';
import type { LotMove, StoredReceipt } from './documents.ts';

/** Every table of the house, once. Keys lead with the shop so that shops can be spread over machines. */
export const defineTables = (c: Columns) => {
  const shops = c.table('shops', {
    id: c.text('id').primaryKey(),
    name: c.text('name').notNull(),
    currency: c.text('currency').notNull(),
    publicKey: c.text('public_key').notNull().unique(),
    origins: c.json<string[]>('origins').notNull(),
    sandbox: c.flag('sandbox').notNull(),
    /** How far a sandbox shop's clock is ahead; it only ever grows. */
    clockOffsetMs: c.count('clock_offset_ms').notNull(),
    programVersion: c.count('program_version').notNull(),
    version: c.count('version').notNull(),
    createdAt: c.instant('created_at').notNull(),
  });

  const keys = c.table(
    'keys',
    {
      id: c.text('id').primaryKey(),
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      kind: c.text('kind').$type<'secret' | 'identity'>().notNull(),
      /** SHA-256 of the key: enough to recognise it, useless to whoever reads the table. */
      digest: c.text('digest').notNull().unique(),
      /** An identity secret must be known to check tokens, so it is kept, encrypted with SECRET_KEY. */
      sealed: c.text('sealed'),
      label: c.text('label').notNull(),
      createdAt: c.instant('created_at').notNull(),
      revokedAt: c.instant('revoked_at'),
    },
    (t) => [c.index('keys_by_shop').on(t.shopId, t.kind)],
  );

  const programVersions = c.table(
    'program_versions',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      version: c.count('version').notNull(),
      document: c.json<ProgramDocument>('document').notNull(),
      publishedAt: c.instant('published_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.version] })],
  );

  const programDrafts = c.table('program_drafts', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<ProgramDocument>('document').notNull(),
    revision: c.count('revision').notNull(),
    updatedAt: c.instant('updated_at').notNull(),
  });

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
      tokensNotBefore: c.instant('tokens_not_before').notNull(),
      pending: c.count('pending').notNull(),
      available: c.count('available').notNull(),
      held: c.count('held').notNull(),
      lifetime: c.count('lifetime').notNull(),
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
      c
        .index('shoppers_due')
        .on(t.nextChangeAt)
        .where(sql`next_change_at < 8640000000000000`),
      c.check('shoppers_pending_not_negative', sql`pending >= 0`),
      c.check('shoppers_held_not_negative', sql`held >= 0`),
    ],
  );

  const orders = c.table(
    'orders',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id'),
      updatedAt: c.instant('updated_at').notNull(),
      currency: c.text('currency').notNull(),
      toShopRate: c.text('to_shop_rate'),
      programVersion: c.count('program_version').notNull(),
      /** The newest state as it came: its canonical form settles ties, so nothing is filled in. */
      state: c.json<unknown>('state').notNull(),
      version: c.count('version').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  /** What one source earned one shopper, together with the lot it opened (decision 004). */
  const awards = c.table(
    'awards',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      sourceKind: c.text('source_kind').$type<'order' | 'signup'>().notNull(),
      sourceId: c.text('source_id').notNull(),
      programVersion: c.count('program_version').notNull(),
      posted: c.count('posted').notNull(),
      forgiven: c.count('forgiven').notNull(),
      lotPoints: c.count('lot_points').notNull(),
      matured: c.flag('matured').notNull(),
      matureAt: c.instant('mature_at').notNull(),
      expireAt: c.instant('expire_at').notNull(),
      /** When the lot changes by itself: it expires when it has matured, else it matures. */
      dueAt: c.instant('due_at').notNull(),
      /** Line ids in the order receipts number them; they live here because this row can be erased. */
      lineIds: c.json<readonly string[]>('line_ids').notNull(),
      borrowed: c.json<readonly LotMove[]>('borrowed').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('awards_by_source').on(t.shopId, t.sourceKind, t.sourceId, t.shopperId),
      c
        .index('awards_with_points')
        .on(t.shopId, t.shopperId, t.matured, t.dueAt)
        .where(sql`lot_points > 0`),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
      c.check('awards_lot_not_negative', sql`lot_points >= 0`),
      c.check('awards_forgiven_not_negative', sql`forgiven >= 0`),
    ],
  );

  /** The ledger. One row is one double-entry transaction: a column per account, and the columns sum to zero. */
  const transactions = c.table(
    'transactions',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      sequence: c.count('sequence').notNull(),
      kind: c
        .text('kind')
        .$type<'earn' | 'clawback' | 'mature' | 'redeem' | 'use' | 'release' | 'expire'>()
        .notNull(),
      awardId: c.text('award_id'),
      redemptionId: c.text('redemption_id'),
      pending: c.count('pending').notNull(),
      available: c.count('available').notNull(),
      held: c.count('held').notNull(),
      issued: c.count('issued').notNull(),
      redeemed: c.count('redeemed').notNull(),
      expired: c.count('expired').notNull(),
      adjusted: c.count('adjusted').notNull(),
      effectiveAt: c.instant('effective_at').notNull(),
      recordedAt: c.instant('recorded_at').notNull(),
      lots: c.json<readonly LotMove[]>('lots').notNull(),
      receipt: c.json<StoredReceipt | null>('receipt'),
      previousHash: c.text('previous_hash').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.shopperId, t.sequence] }),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
      c.check(
        'transactions_sum_to_zero',
        sql`pending + available + held + issued + redeemed + expired + adjusted = 0`,
      ),
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
      state: c.text('state').$type<'issued' | 'used' | 'released' | 'expired'>().notNull(),
      points: c.count('points').notNull(),
      /** Which lots the points came from, so that they can go back there. */
      allocations: c.json<readonly LotMove[]>('allocations').notNull(),
      valueMinor: c.count('value_minor').notNull(),
      currency: c.text('currency').notNull(),
      code: c.text('code').notNull(),
      /** Looked up instead of the code, so that an index walk tells a guesser nothing. */
      codeDigest: c.text('code_digest').notNull(),
      createdAt: c.instant('created_at').notNull(),
      expireAt: c.instant('expire_at').notNull(),
      endedAt: c.instant('ended_at'),
      orderId: c.text('order_id'),
      version: c.count('version').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('redemptions_by_code').on(t.shopId, t.codeDigest),
      c.index('redemptions_by_shopper').on(t.shopId, t.shopperId, t.state),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
      c.check('redemptions_cost_something', sql`points > 0`),
    ],
  );

  const idempotencyKeys = c.table(
    'idempotency_keys',
    {
      shopId: c.text('shop_id').notNull(),
      principal: c.text('principal').notNull(),
      route: c.text('route').notNull(),
      key: c.text('key').notNull(),
      bodyDigest: c.text('body_digest').notNull(),
      status: c.count('status').notNull(),
      answer: c.json<unknown>('answer').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.principal, t.route, t.key] }),
      c.index('idempotency_keys_by_age').on(t.createdAt),
    ],
  );

  return {
    shops,
    keys,
    programVersions,
    programDrafts,
    shoppers,
    orders,
    awards,
    transactions,
    redemptions,
    idempotencyKeys,
  };
};

export type Tables = ReturnType<typeof defineTables>;
