import type { Columns } from '../../platform/store/columns.ts';
import { sql } from 'drizzle-orm';
import type { ContactChannel, ContactKind, TouchClass } from '@okaeri/shared/contacts';
import type { DnsRecordName, MailSenderSettings } from '@okaeri/shared/mail-sender';
import type { AccessTables } from '../../access/tables.ts';
import type { AccountTables } from '../ledger/account-tables.ts';
import type { Row } from '../../platform/store/tables.ts';
import type { DropReason, WaitReason } from './decide-touch-rules.ts';

/** How often people were spoken to, and what they do not want. */
export const contactTables = (c: Columns, { shops, shoppers }: AccessTables & AccountTables) => {
  /**
   * Every touch: something that was to be sent or shown to somebody who had not come for it, and what was decided
   * about it, once. Of what came later each thing is set once.
   */
  const touches = c.table(
    'touches',
    {
      shopId: c.text('shop_id').notNull(),
      /** What makes it the same touch as another. */
      key: c.text('key').notNull(),
      /** How it is called outside: also in the message it is. */
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      kind: c.text('kind').$type<ContactKind>().notNull(),
      touchClass: c.text('class').$type<TouchClass>().notNull(),
      channel: c.text('channel').$type<ContactChannel>().notNull(),
      /** What it was about, such as an order. */
      subject: c.text('subject').notNull(),
      priority: c.count('priority').notNull(),
      arm: c.text('arm').$type<'treated' | 'held'>().notNull(),
      plannedAt: c.instant('planned_at').notNull(),
      dueAt: c.instant('due_at').notNull(),
      validUntil: c.instant('valid_until').notNull(),
      /** When it is asked about next, and what it waits for. */
      askAt: c.instant('ask_at').notNull(),
      waitReason: c.text('wait_reason').$type<WaitReason>(),
      /** Null while it is planned. */
      decision: c.text('decision').$type<'sent' | 'shown' | 'held' | 'dropped'>(),
      reason: c.text('reason').$type<DropReason>(),
      decidedAt: c.instant('decided_at'),
      /** The statement that allowed a message of marketing. */
      consentId: c.text('consent_id'),
      /** Keyed digest of the address it went to: reports about it are about that one, whatever theirs is by then. */
      addressDigest: c.text('address_digest'),
      failedAt: c.instant('failed_at'),
      bouncedAt: c.instant('bounced_at'),
      complainedAt: c.instant('complained_at'),
      clickedAt: c.instant('clicked_at'),
      dismissedAt: c.instant('dismissed_at'),
      unsubscribedAt: c.instant('unsubscribed_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.key] }),
      c.uniqueIndex('touches_by_id').on(t.shopId, t.id),
      c.index('touches_by_shopper').on(t.shopId, t.shopperId, t.plannedAt),
      // The budget looks at few rows of one shopper, however many there are.
      c
        .index('touches_counted')
        .on(t.shopId, t.shopperId, t.decidedAt)
        .where(sql`decision in ('sent', 'shown') and class <> 'service'`),
      c
        .index('touches_planned')
        .on(t.shopId, t.shopperId)
        .where(sql`decision is null`),
      c.index('touches_by_time').on(t.shopId, t.plannedAt, t.id),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  /**
   * The same as releases before wrote it and their files carry it. It stands among the touches since; this table goes
   * once no release that reads it can run on the database.
   */
  const contacts = c.table(
    'contacts',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      kind: c.text('kind').$type<ContactKind>().notNull(),
      channel: c.text('channel').$type<ContactChannel>().notNull(),
      /** What it was about, such as an order. */
      subject: c.text('subject').notNull(),
      at: c.instant('at').notNull(),
      dismissedAt: c.instant('dismissed_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.shopperId, t.kind, t.channel, t.subject] }),
      c.index('contacts_by_time').on(t.shopId, t.shopperId, t.at),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  /**
   * What somebody did not want to be written to about, as releases before wrote it and their files carry it. It stands
   * among the consents since; this table goes once no release that reads it can run on the database.
   */
  const contactRefusals = c.table(
    'contact_refusals',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      kind: c.text('kind').$type<ContactKind>().notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.shopperId, t.kind] })],
  );

  /** The code that was sent to an address last, to see whether it is read by the person who writes. */
  const addressCodes = c.table(
    'address_codes',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      digest: c.text('digest').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      attempts: c.count('attempts').notNull(),
      /** Codes sent since `windowAt`. */
      sent: c.count('sent').notNull(),
      windowAt: c.instant('window_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.shopperId] })],
  );

  const shopId = () =>
    c
      .text('shop_id')
      .notNull()
      .references(() => shops.id);

  /** Marketing by e-mail and complaints about it, as sums since the beginning at the end of each day: a time is two rows. */
  const mailDays = c.table(
    'mail_days',
    {
      shopId: shopId(),
      /** Days since 1970, in UTC. */
      day: c.count('day').notNull(),
      sent: c.count('sent').notNull(),
      complained: c.count('complained').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.day] })],
  );

  /** Marketing by e-mail rests since too many complained, or what had been counted when a person let it go on. */
  const marketingPauses = c.table(
    'marketing_pauses',
    {
      shopId: shopId(),
      pausedAt: c.instant('paused_at'),
      resumedAt: c.instant('resumed_at'),
      resumedBy: c.text('resumed_by'),
      /** What was counted until then counts no more. */
      sentBefore: c.count('sent_before').notNull(),
      complainedBefore: c.count('complained_before').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId] })],
  );

  /** From whom the shop's messages come, and whether its domain was proved. */
  const mailSenders = c.table(
    'mail_senders',
    {
      shopId: shopId(),
      document: c.json<MailSenderSettings>('document').notNull(),
      version: c.count('version').notNull(),
      /** The records that were found last; null before anybody looked. */
      found: c.json<readonly DnsRecordName[] | null>('found'),
      checkedAt: c.instant('checked_at'),
      /** Since when the domain is the shop's; null while it is not. */
      provedAt: c.instant('proved_at'),
    },
    (t) => [c.primaryKey({ columns: [t.shopId] })],
  );

  /** An owner's word that those who subscribed before had agreed to a wording; once a shop. */
  const newsletterDeclarations = c.table(
    'newsletter_declarations',
    {
      shopId: shopId(),
      at: c.instant('at').notNull(),
      declaredBy: c.text('declared_by').notNull(),
      wordingId: c.text('wording_id').notNull(),
      sentence: c.text('sentence').notNull(),
      /** The last shopper for whom it was written down; null once it is for all. */
      after: c.text('after'),
    },
    (t) => [c.primaryKey({ columns: [t.shopId] })],
  );

  return {
    touches,
    contacts,
    contactRefusals,
    addressCodes,
    mailDays,
    marketingPauses,
    mailSenders,
    newsletterDeclarations,
  };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof contactTables> {}
}

export type TouchRow = Row<'touches'>;
