import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { ConsentChannel, ConsentPurpose } from '@okaeri/shared/consents';
import { change, inShop } from '../../platform/store/statement.ts';
import type { ConsentRow } from './tables.ts';

/*
 * What a file of an older release says of consents in other words. Ids follow from whom they are about, so that
 * absorbing twice changes nothing.
 */

type Shop = { shopId: string };

/** Subscriptions: without words that were agreed to, they allow no mail (E25). */
export const absorbNewsletters = change<Shop>()('absorbNewsletters', (db, t) =>
  db
    .insert(t.consents)
    .select(
      db
        .select({
          shopId: t.shoppers.shopId,
          id: sql<string>`'cn_newsletter_' || shoppers.id`.as('id'),
          shopperId: t.shoppers.id,
          ...statement('marketing', 'given', sql`shoppers.created_at`),
        })
        .from(t.shoppers)
        .where(
          and(
            inShop(t.shoppers),
            eq(t.shoppers.newsletter, sql`true`),
            isNull(t.shoppers.erasedAt),
            isNull(t.shoppers.mergedInto),
            sql`not exists (select 1 from consents as known where known.shop_id = shoppers.shop_id and known.shopper_id = shoppers.id and known.purpose = 'marketing' and known.channel = 'email')`,
          ),
        ),
    )
    .onConflictDoNothing(),
);

/** Refused requests for reviews. */
export const absorbRefusals = change<Shop>()('absorbRefusals', (db, t) =>
  db
    .insert(t.consents)
    .select(
      db
        .select({
          shopId: t.contactRefusals.shopId,
          id: sql<string>`'cn_' || contact_refusals.kind || '_' || contact_refusals.shopper_id`.as(
            'id',
          ),
          shopperId: t.contactRefusals.shopperId,
          ...statement('reviews', 'withdrawn', sql`contact_refusals.at`),
        })
        .from(t.contactRefusals)
        .where(and(inShop(t.contactRefusals), eq(t.contactRefusals.kind, sql`'reviewRequest'`))),
    )
    .onConflictDoNothing(),
);

function statement(purpose: ConsentPurpose, state: ConsentRow['state'], at: SQL) {
  const nothing = (name: string) => sql<null>`cast(null as text)`.as(name);
  return {
    purpose: sql<ConsentPurpose>`${sql.raw(`'${purpose}'`)}`.as('purpose'),
    channel: sql<ConsentChannel>`'email'`.as('channel'),
    state: sql<ConsentRow['state']>`${sql.raw(`'${state}'`)}`.as('state'),
    at: sql<number>`${at}`.as('at'),
    by: sql<ConsentRow['by']>`'{"kind":"shopper","name":null}'`.as('by'),
    source: sql<string>`'migrated'`.as('source'),
    wordingId: nothing('wording_id'),
    locale: nothing('locale'),
    addressDigest: nothing('address_digest'),
    endsAt: sql<null>`cast(null as bigint)`.as('ends_at'),
    evidence: nothing('evidence'),
  };
}
