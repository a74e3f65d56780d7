import { sql } from 'drizzle-orm';
import { change, inShop } from '../../platform/store/statement.ts';
import type { TouchRow } from './tables.ts';

const KEY = sql<string>`'migrated:' || contacts.shopper_id || ':' || contacts.kind || ':' || contacts.channel || ':' || contacts.subject`;

/** Contacts of a file of an older release, as touches. */
export const insertTouchesOfContacts = change<{ shopId: string }>()(
  'insertTouchesOfContacts',
  (db, t) =>
    db
      .insert(t.touches)
      .select(
        db
          .select({
            shopId: t.contacts.shopId,
            key: KEY.as('key'),
            id: sql<string>`'to_' || ${KEY}`.as('id'),
            shopperId: t.contacts.shopperId,
            kind: t.contacts.kind,
            touchClass: sql<
              TouchRow['touchClass']
            >`case when contacts.kind = 'nextStep' then 'marketing' else 'relationship' end`.as(
              'class',
            ),
            channel: t.contacts.channel,
            subject: t.contacts.subject,
            priority: sql<number>`case when contacts.kind = 'nextStep' then 20 else 50 end`.as(
              'priority',
            ),
            arm: sql<TouchRow['arm']>`'treated'`.as('arm'),
            plannedAt: sql<number>`contacts.at`.as('planned_at'),
            dueAt: sql<number>`contacts.at`.as('due_at'),
            validUntil: sql<number>`contacts.at`.as('valid_until'),
            askAt: sql<number>`contacts.at`.as('ask_at'),
            waitReason: sql<null>`cast(null as text)`.as('wait_reason'),
            decision: sql<
              TouchRow['decision']
            >`case when contacts.channel = 'email' then 'sent' else 'shown' end`.as('decision'),
            reason: sql<null>`cast(null as text)`.as('reason'),
            decidedAt: sql<number>`contacts.at`.as('decided_at'),
            consentId: sql<null>`cast(null as text)`.as('consent_id'),
            addressDigest: sql<null>`cast(null as text)`.as('address_digest'),
            failedAt: sql<null>`cast(null as bigint)`.as('failed_at'),
            bouncedAt: sql<null>`cast(null as bigint)`.as('bounced_at'),
            complainedAt: sql<null>`cast(null as bigint)`.as('complained_at'),
            clickedAt: sql<null>`cast(null as bigint)`.as('clicked_at'),
            dismissedAt: t.contacts.dismissedAt,
            unsubscribedAt: sql<null>`cast(null as bigint)`.as('unsubscribed_at'),
          })
          .from(t.contacts)
          .where(inShop(t.contacts)),
      )
      .onConflictDoNothing(),
);
