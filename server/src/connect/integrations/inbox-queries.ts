import { and, desc, eq, lt, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';
import type { InboxRow } from './tables.ts';

type ById = { shopId: string; id: string };

export const insertMessage = change<InboxRow>()('insertInbox', (db, t) =>
  db.insert(t.inbox).values(everyColumn(t.inbox)),
);

export const selectMessage = rows<ById>()('selectInbox', (db, t) =>
  db.select().from(t.inbox).where(byKey(t.inbox)),
);

/** A message of a topic about something that could not be worked off. */
export const selectFailedAbout = rows<{ shopId: string; topic: string; subject: string }>()(
  'selectFailedInboxAbout',
  (db, t) =>
    db
      .select({ id: t.inbox.id })
      .from(t.inbox)
      .where(
        and(
          inShop(t.inbox),
          eq(t.inbox.state, sql`'failed'`),
          eq(t.inbox.topic, textArg('topic')),
          eq(t.inbox.subject, textArg('subject')),
        ),
      )
      .limit(1),
);

type Settled = Pick<InboxRow, 'subject' | 'body' | 'state' | 'note' | 'settledAt'>;

export const settleMessage = change<ById & Settled>()('settleInbox', (db, t) =>
  db
    .update(t.inbox)
    .set({ ...given(t.inbox, 'subject', 'body', 'state', 'note', 'settledAt') })
    .where(byKey(t.inbox)),
);

/** Messages of a shop in one state, the newest first. */
export const selectMessages = rows<{
  shopId: string;
  state: InboxRow['state'];
  before: string;
  limit: number;
}>()('selectInboxPage', (db, t) =>
  db
    .select()
    .from(t.inbox)
    .where(
      and(
        inShop(t.inbox),
        eq(t.inbox.state, sql`${textArg('state')}`),
        lt(t.inbox.id, textArg('before')),
      ),
    )
    .orderBy(desc(t.inbox.id))
    .limit(arg('limit')),
);

export const countMessages = rows<{ shopId: string; state: InboxRow['state'] }>()(
  'countInbox',
  (db, t) =>
    db
      .select({ count: sql<number | string>`count(*)`.as('count') })
      .from(t.inbox)
      .where(and(inShop(t.inbox), eq(t.inbox.state, sql`${textArg('state')}`))),
);

/** Messages whose bodies are still there, the newest first: to forget somebody in them. */
export const selectKeptMessages = rows<{ shopId: string; before: string; limit: number }>()(
  'selectKeptInbox',
  (db, t) =>
    db
      .select({ id: t.inbox.id, topic: t.inbox.topic, body: t.inbox.body })
      .from(t.inbox)
      .where(
        and(
          inShop(t.inbox),
          sql`${t.inbox.state} = 'failed' and ${t.inbox.body} <> ''`,
          sql`${t.inbox.id} < ${textArg('before')}`,
        ),
      )
      .orderBy(desc(t.inbox.id))
      .limit(arg('limit')),
);

export const emptyMessage = change<ById>()('emptyInbox', (db, t) =>
  db
    .update(t.inbox)
    .set({ body: sql`''`, subject: null })
    .where(byKey(t.inbox)),
);

/** Takes a customer's id out of what is known of messages about them. */
export const forgetCustomer = change<{ shopId: string; subject: string }>()(
  'forgetInboxCustomer',
  (db, t) =>
    db
      .update(t.inbox)
      .set({ subject: null })
      .where(
        and(
          inShop(t.inbox),
          eq(t.inbox.subject, textArg('subject')),
          sql`${t.inbox.topic} like 'customer%'`,
        ),
      ),
);

/** What was settled long ago is not needed any more. */
export const forgetMessages = change<{ before: number }>()('forgetInbox', (db, t) =>
  db.delete(t.inbox).where(lt(t.inbox.settledAt, arg('before'))),
);

/** Failed messages of every shop, for the monitoring of the server. */
export const countFailedMessages = rows<Record<string, never>>()('countFailedInbox', (db, t) =>
  db
    .select({ count: sql<number | string>`count(*)`.as('count') })
    .from(t.inbox)
    .where(sql`${t.inbox.state} = 'failed'`),
);
