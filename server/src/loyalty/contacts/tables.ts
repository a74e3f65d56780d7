import type { Columns } from '../../platform/store/columns.ts';
import type { ContactChannel, ContactKind } from '@okaeri/shared/contacts';
import type { AccountTables } from '../ledger/account-tables.ts';
import type { Row } from '../../platform/store/tables.ts';

/** How often people were spoken to, and what they do not want. */
export const contactTables = (c: Columns, { shoppers }: AccountTables) => {
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

  return { contacts, contactRefusals, addressCodes };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof contactTables> {}
}

export type ContactRow = Row<'contacts'>;
