import type { WebhookType } from '@okaeri/shared/webhooks';
import type { Columns } from '../../platform/store/columns.ts';
import type { AccessTables } from '../../access/tables.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Webhooks: endpoints, messages, attempts. */
export const webhookTables = (c: Columns, { shops }: AccessTables) => {
  /** Webhook endpoints: addresses that events are sent to. */
  const webhookEndpoints = c.table(
    'webhook_endpoints',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      id: c.text('id').notNull(),
      url: c.text('url').notNull(),
      label: c.text('label').notNull(),
      /** Types it wants; null for every one. */
      types: c.json<readonly WebhookType[] | null>('types'),
      /** Its secrets with the time each ends, encrypted with SECRET_KEY. */
      sealed: c.text('sealed').notNull(),
      state: c.text('state').$type<'enabled' | 'disabled'>().notNull(),
      disabledBy: c.text('disabled_by').$type<'hand' | 'gone' | 'failing'>(),
      /** Since when nothing has reached it; null while something does. */
      failingSince: c.instant('failing_since'),
      createdAt: c.instant('created_at').notNull(),
      version: c.count('version').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  /** What was sent, to the letter: the text that is signed. */
  const webhookMessages = c.table(
    'webhook_messages',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      type: c.text('type').$type<WebhookType>().notNull(),
      body: c.text('body').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('webhook_messages_by_age').on(t.createdAt),
    ],
  );

  /** Each time a message was sent to an endpoint, and what was answered. */
  const webhookAttempts = c.table(
    'webhook_attempts',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      endpointId: c.text('endpoint_id').notNull(),
      messageId: c.text('message_id').notNull(),
      /** 1 for the first. */
      attempt: c.count('attempt').notNull(),
      at: c.instant('at').notNull(),
      durationMs: c.count('duration_ms').notNull(),
      outcome: c.text('outcome').$type<'delivered' | 'failed' | 'gone' | 'refused'>().notNull(),
      /** The status that was answered; null where nobody answered. */
      status: c.count('status'),
      /** The beginning of what was answered, or why nobody did. */
      answer: c.text('answer').notNull(),
      /** When it is tried again; null where it is not. */
      nextAt: c.instant('next_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('webhook_attempts_by_message').on(t.shopId, t.endpointId, t.messageId),
      c.index('webhook_attempts_by_age').on(t.at),
    ],
  );

  return { webhookEndpoints, webhookMessages, webhookAttempts };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof webhookTables> {}
}

export type WebhookEndpointRow = Row<'webhookEndpoints'>;
export type WebhookMessageRow = Row<'webhookMessages'>;
export type WebhookAttemptRow = Row<'webhookAttempts'>;
