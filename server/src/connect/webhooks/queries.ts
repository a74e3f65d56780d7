import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';
import type { WebhookAttemptRow, WebhookEndpointRow, WebhookMessageRow } from './tables.ts';

type ById = { shopId: string; id: string };

export const insertEndpoint = change<WebhookEndpointRow>()('insertEndpoint', (db, t) =>
  db.insert(t.webhookEndpoints).values(everyColumn(t.webhookEndpoints)),
);

/** Every endpoint of a shop, the oldest first. */
export const selectEndpoints = rows<{ shopId: string }>()('selectEndpoints', (db, t) =>
  db
    .select()
    .from(t.webhookEndpoints)
    .where(inShop(t.webhookEndpoints))
    .orderBy(asc(t.webhookEndpoints.id)),
);

export const selectEndpoint = rows<ById>()('selectEndpoint', (db, t) =>
  db.select().from(t.webhookEndpoints).where(byKey(t.webhookEndpoints)),
);

export const lockEndpoint = rows<ById>()('lockEndpoint', (db, t) =>
  forUpdate(db.select().from(t.webhookEndpoints).where(byKey(t.webhookEndpoints))),
);

export const updateEndpoint = change<WebhookEndpointRow>()('updateEndpoint', (db, t) =>
  db
    .update(t.webhookEndpoints)
    .set({
      ...given(
        t.webhookEndpoints,
        'url',
        'label',
        'types',
        'sealed',
        'state',
        'disabledBy',
        'failingSince',
      ),
      version: sql`${t.webhookEndpoints.version} + 1`,
    })
    .where(byKey(t.webhookEndpoints)),
);

export const deleteEndpoint = rows<ById>()('deleteEndpoint', (db, t) =>
  db
    .delete(t.webhookEndpoints)
    .where(byKey(t.webhookEndpoints))
    .returning({ id: t.webhookEndpoints.id }),
);

/** Whom a message is about, by the merchant's own id. */
export const selectSubscribedEndpoints = rows<{ shopId: string; shopperId: string }>()(
  'selectToldOf',
  (db, t) =>
    db
      .select({ externalId: t.shoppers.externalId })
      .from(t.shoppers)
      .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

export const insertMessage = change<WebhookMessageRow>()('insertWebhookMessage', (db, t) =>
  db.insert(t.webhookMessages).values(everyColumn(t.webhookMessages)),
);

export const selectMessage = rows<ById>()('selectWebhookMessage', (db, t) =>
  db.select().from(t.webhookMessages).where(byKey(t.webhookMessages)),
);

/** Messages of a period, in the order of their ids. */
export const selectMessagesBetween = rows<{
  shopId: string;
  since: number;
  until: number;
  after: string;
  limit: number;
}>()('selectWebhookMessagesBetween', (db, t) =>
  db
    .select({ id: t.webhookMessages.id, type: t.webhookMessages.type })
    .from(t.webhookMessages)
    .where(
      and(
        inShop(t.webhookMessages),
        sql`${t.webhookMessages.id} > ${textArg('after')}`,
        gte(t.webhookMessages.createdAt, arg('since')),
        lt(t.webhookMessages.createdAt, arg('until')),
      ),
    )
    .orderBy(asc(t.webhookMessages.id))
    .limit(arg('limit')),
);

export const insertAttempt = change<WebhookAttemptRow>()('insertWebhookAttempt', (db, t) =>
  db.insert(t.webhookAttempts).values(everyColumn(t.webhookAttempts)),
);

/** What was sent to an endpoint, the latest first. */
export const selectAttempts = rows<{
  shopId: string;
  endpointId: string;
  before: string;
  limit: number;
}>()('selectWebhookAttempts', (db, t) =>
  db
    .select({ attempt: t.webhookAttempts, type: t.webhookMessages.type })
    .from(t.webhookAttempts)
    .innerJoin(
      t.webhookMessages,
      and(
        eq(t.webhookMessages.shopId, t.webhookAttempts.shopId),
        eq(t.webhookMessages.id, t.webhookAttempts.messageId),
      ),
    )
    .where(
      and(
        inShop(t.webhookAttempts),
        eq(t.webhookAttempts.endpointId, textArg('endpointId')),
        lt(t.webhookAttempts.id, textArg('before')),
      ),
    )
    .orderBy(desc(t.webhookAttempts.id))
    .limit(arg('limit')),
);

export const forgetAttempts = change<{ before: number }>()('forgetWebhookAttempts', (db, t) =>
  db.delete(t.webhookAttempts).where(lt(t.webhookAttempts.at, arg('before'))),
);

export const forgetMessages = change<{ before: number }>()('forgetWebhookMessages', (db, t) =>
  db.delete(t.webhookMessages).where(lt(t.webhookMessages.createdAt, arg('before'))),
);

/** Endpoints nothing has reached lately, for the monitoring of the server. */
export const countFailingEndpoints = rows<Record<string, never>>()(
  'countFailingEndpoints',
  (db, t) =>
    db
      .select({ count: sql<number | string>`count(*)`.as('count') })
      .from(t.webhookEndpoints)
      .where(sql`${t.webhookEndpoints.failingSince} is not null`),
);
