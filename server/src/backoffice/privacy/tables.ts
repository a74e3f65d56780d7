import type { ShopperExport } from '@okaeri/shared/affairs';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Requests of people for their data. */
export const privacyTables = (c: Columns) => {
  /** What a platform asked on behalf of a customer: their data, or to be forgotten. */
  const privacyRequests = c.table(
    'privacy_requests',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      kind: c.text('kind').$type<'data' | 'redactCustomer' | 'redactShop'>().notNull(),
      /** The customer's id; null once they are forgotten, or where it was about the whole shop. */
      subject: c.text('subject'),
      /** What they asked for, to be handed to them; null where there is nothing to hand over. */
      document: c.json<HandedOver | null>('document'),
      receivedAt: c.instant('received_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  return { privacyRequests };
};

/** What is handed to a person who asks for their data. */
export interface HandedOver extends ShopperExport {
  readonly guest?: ShopperExport;
}

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof privacyTables> {}
}

export type PrivacyRequestRow = Row<'privacyRequests'>;
