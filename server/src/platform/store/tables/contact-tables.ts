import { sql } from 'drizzle-orm';
import type { ContactChannel, ContactKind } from '@okaeri/shared/contacts';
import type { Columns } from '../columns.ts';
import type { OutboxLane, OutboxPayload } from '../documents.ts';
import type { PersonTables } from './person-tables.ts';

/** What leaves the house, and how often people were spoken to. */
export const contactTables = (c: Columns, { shoppers }: PersonTables) => {
  /** What must leave, written with whatever made it leave and delivered afterwards. */
  const outbox = c.table(
    'outbox',
    {
      shopId: c.text('shop_id').notNull(),
      /** Says what it is: the same cannot be put in twice. */
      id: c.text('id').notNull(),
      payload: c.json<OutboxPayload>('payload').notNull(),
      /** What waits in one lane holds up no other. */
      lane: c.text('lane').$type<OutboxLane>().notNull().default('mail'),
      /** When it is tried next, in real time; null once it is settled. Whoever tries moves it on first. */
      dueAt: c.instant('due_at'),
      attempts: c.count('attempts').notNull(),
      state: c.text('state').$type<'waiting' | 'sent' | 'dropped' | 'failed'>().notNull(),
      /** Why it was dropped, or what went wrong last. */
      note: c.text('note'),
      createdAt: c.instant('created_at').notNull(),
      settledAt: c.instant('settled_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c
        .index('outbox_due')
        .on(t.lane, t.dueAt)
        .where(sql`due_at is not null`),
      c.index('outbox_settled').on(t.settledAt),
    ],
  );

  /** Every time somebody was asked or reminded of something without having come for it. */
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

  /** What somebody does not want to be written to about. */
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

  /** The code that was sent to an address last, to see whether it is read by whoever writes. */
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

  return { outbox, contacts, contactRefusals, addressCodes };
};
