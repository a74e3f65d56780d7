import type { OutboxLane } from './lane-rules.ts';
import type { Columns } from '../store/columns.ts';
import { sql } from 'drizzle-orm';
import type { OutboxPayload } from './payloads.ts';
import type { Row } from '../store/tables.ts';

/** What must leave, until it has left. */
export const outboxTables = (c: Columns) => {
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
      /** When it is tried next, in real time; null once it is settled. An attempt moves it on first. */
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

  return { outbox };
};

declare module '../store/tables.ts' {
  interface Tables extends ReturnType<typeof outboxTables> {}
}

export type OutboxRow = Row<'outbox'>;
