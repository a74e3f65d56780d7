import type { Ability } from '@okaeri/shared/roles';
import type { Appearance } from '@okaeri/shared/appearance';
import type { Insights } from '@okaeri/shared/insights';
import type { ContactSettings } from '@okaeri/shared/contacts';
import type { PrivacySettings } from '@okaeri/shared/privacy';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { ReviewSettings } from '@okaeri/shared/review-settings';
import type { Columns } from '../columns.ts';

/** Shops, their keys and programmes, and the answers kept for repeated requests. */
export const shopTables = (c: Columns) => {
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
    /** Theme and texts of the widget; null where the shop has changed nothing. */
    appearance: c.json<Appearance | null>('appearance'),
    appearanceVersion: c.count('appearance_version').notNull().default(0),
    /** How the shop asks for reviews; null where it has changed nothing. */
    reviewSettings: c.json<ReviewSettings | null>('review_settings'),
    reviewSettingsVersion: c.count('review_settings_version').notNull().default(0),
    /** How often the shop speaks to one shopper; null where it has changed nothing. */
    contactSettings: c.json<ContactSettings | null>('contact_settings'),
    contactSettingsVersion: c.count('contact_settings_version').notNull().default(0),
    /** How long the shop keeps people who no longer come; null where it has changed nothing. */
    privacySettings: c.json<PrivacySettings | null>('privacy_settings'),
    privacySettingsVersion: c.count('privacy_settings_version').notNull().default(0),
    /** Since when the widget, the API and e-mail rest; null while the shop is open. */
    closedAt: c.instant('closed_at'),
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
      /** What it may be used for; null for everything a key may be used for. */
      abilities: c.json<readonly Ability[] | null>('abilities'),
      /** To the hour, so that a busy key does not write a row with each request. */
      lastUsedAt: c.instant('last_used_at'),
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

  /** What was last measured about a shop: made again at any time. */
  const insights = c.table('insights', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<Insights>('document').notNull(),
    takenAt: c.instant('taken_at').notNull(),
  });

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

  return { shops, keys, programVersions, programDrafts, insights, idempotencyKeys };
};

export type ShopTables = ReturnType<typeof shopTables>;
