import { sql } from 'drizzle-orm';
import type { Role, Ability } from '@okaeri/shared/roles';
import type { SignInTables } from './sign-in-tables.ts';
import type { Columns } from '../platform/store/columns.ts';
import type { Appearance } from '@okaeri/shared/appearance';
import type { ContactSettings } from '@okaeri/shared/contacts';
import type { PrivacySettings } from '@okaeri/shared/privacy';
import type { ReviewSettings } from '@okaeri/shared/review-settings';
import type { Row } from '../platform/store/tables.ts';

/** Shops, their keys, who works for them, and what they did. */
export const accessTables = (c: Columns, { users }: SignInTables) => {
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
      /** SHA-256 of the key: enough to recognise it, useless to anyone who reads the table. */
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

  const members = c.table(
    'members',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      userId: c
        .text('user_id')
        .notNull()
        .references(() => users.id),
      role: c.text('role').$type<Role>().notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.userId] }),
      c.index('members_by_user').on(t.userId),
    ],
  );

  const invitations = c.table(
    'invitations',
    {
      id: c.text('id').primaryKey(),
      /** Null for the first person of a server, who is asked into every shop that is there. */
      shopId: c.text('shop_id').references(() => shops.id),
      email: c.text('email'),
      role: c.text('role').$type<Role>().notNull(),
      invitedBy: c.text('invited_by'),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at'),
      acceptedAt: c.instant('accepted_at'),
    },
    (t) => [c.index('invitations_by_shop').on(t.shopId, t.id)],
  );

  /** Who did what. Written before the act, and completed after it: a row without an outcome was cut off. */
  const acts = c.table(
    'acts',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      at: c.instant('at').notNull(),
      /** Null for an API key. */
      userId: c.text('user_id'),
      /** The name at that time, of the person or of the key. */
      actor: c.text('actor').notNull(),
      /** As the API names it: `POST /v1/reviews/:reviewId/decision`. */
      operation: c.text('operation').notNull(),
      /** What it was done to, as its path names it. */
      subject: c.text('subject'),
      /** The answer's status; null until there is one. */
      status: c.count('status'),
      /** Why it was done, where the act asks for it. It may name whom it was done to, and goes with them. */
      reason: c.text('reason'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      // True of each; said by the list of all of them alone, so that none of somebody's goes through everybody's.
      c
        .index('acts_by_time')
        .on(t.shopId, t.at, t.id)
        .where(sql`at >= 0`),
      c.index('acts_by_actor').on(t.shopId, t.actor, t.at, t.id),
      c.index('acts_by_subject').on(t.shopId, t.subject, t.at, t.id),
      c.index('acts_by_age').on(t.at, t.shopId),
    ],
  );

  /** Where the widget was seen, whether it may run there or not: to the hour, so that no page view writes. */
  const sightings = c.table(
    'sightings',
    {
      shopId: c.text('shop_id').notNull(),
      origin: c.text('origin').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.origin] })],
  );

  return { shops, keys, members, invitations, acts, sightings };
};

export type AccessTables = ReturnType<typeof accessTables>;

declare module '../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof accessTables> {}
}

export type ShopRow = Row<'shops'>;
export type KeyRow = Row<'keys'>;
export type InvitationRow = Row<'invitations'>;
export type AuditEntryRow = Row<'acts'>;
