import { and, desc, eq, sql } from 'drizzle-orm';
import type { ContactKind, ContactSettings } from '@okaeri/shared/contacts';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  inShop,
  given,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { ContactRow } from './tables.ts';

type Person = { shopId: string; shopperId: string };

const ofPerson = (table: Tables['contacts'] | Tables['contactRefusals'] | Tables['addressCodes']) =>
  and(inShop(table), eq(table.shopperId, textArg('shopperId')));

export const setContactSettings = change<{
  shopId: string;
  contactSettings: ContactSettings;
  contactSettingsVersion: number;
}>()('setContactSettings', (db, t) =>
  db
    .update(t.shops)
    .set(given(t.shops, 'contactSettings', 'contactSettingsVersion'))
    .where(eq(t.shops.id, textArg('shopId'))),
);

/** The latest contacts with somebody, the newest first. */
export const selectContacts = rows<Person & { limit: number }>()('selectContacts', (db, t) =>
  db
    .select()
    .from(t.contacts)
    .where(ofPerson(t.contacts))
    .orderBy(desc(t.contacts.at))
    .limit(arg('limit')),
);

/** The same thing said anew is the same contact at a later time. */
export const upsertContact = change<ContactRow>()('upsertContact', (db, t) =>
  db
    .insert(t.contacts)
    .values(everyColumn(t.contacts))
    .onConflictDoUpdate({
      target: [
        t.contacts.shopId,
        t.contacts.shopperId,
        t.contacts.kind,
        t.contacts.channel,
        t.contacts.subject,
      ],
      set: { at: sql`excluded.at` },
    }),
);

type Moved = { shopId: string; from: string; to: string };

/** A person who is merged was spoken to as whom they became: at the later of two times, and dismissed by either. */
export const moveContactsOf = change<Moved>()('moveContactsOf', (db, { contacts }) =>
  db
    .insert(contacts)
    .select(
      db
        .select({
          shopId: contacts.shopId,
          shopperId: sql<string>`${textArg('to')}`.as('shopper_id'),
          kind: contacts.kind,
          channel: contacts.channel,
          subject: contacts.subject,
          at: contacts.at,
          dismissedAt: contacts.dismissedAt,
        })
        .from(contacts)
        .where(and(inShop(contacts), eq(contacts.shopperId, textArg('from')))),
    )
    .onConflictDoUpdate({
      target: [
        contacts.shopId,
        contacts.shopperId,
        contacts.kind,
        contacts.channel,
        contacts.subject,
      ],
      set: {
        at: sql`case when excluded.at > contacts.at then excluded.at else contacts.at end`,
        dismissedAt: sql`coalesce(contacts.dismissed_at, excluded.dismissed_at)`,
      },
    }),
);

export const dismissContact = change<Person & { kind: ContactKind; subject: string; at: number }>()(
  'dismissContact',
  (db, t) =>
    db
      .update(t.contacts)
      .set({ dismissedAt: sql`${arg('at')}` })
      .where(
        and(
          ofPerson(t.contacts),
          eq(t.contacts.kind, sql`${arg('kind')}`),
          eq(t.contacts.channel, sql`'page'`),
          eq(t.contacts.subject, textArg('subject')),
        ),
      ),
);

export const deleteContactsOf = change<Person>()('deleteContactsOf', (db, t) =>
  db.delete(t.contacts).where(ofPerson(t.contacts)),
);
export const deleteRefusalsOf = change<Person>()('deleteContactRefusalsOf', (db, t) =>
  db.delete(t.contactRefusals).where(ofPerson(t.contactRefusals)),
);
export const deleteCodeOf = change<Person>()('deleteAddressCodeOf', (db, t) =>
  db.delete(t.addressCodes).where(ofPerson(t.addressCodes)),
);
export const selectCode = rows<Person>()('selectAddressCode', (db, t) =>
  db.select().from(t.addressCodes).where(ofPerson(t.addressCodes)),
);
export const upsertCode = change()('upsertAddressCode', (db, t) =>
  db
    .insert(t.addressCodes)
    .values(everyColumn(t.addressCodes))
    .onConflictDoUpdate({
      target: [t.addressCodes.shopId, t.addressCodes.shopperId],
      set: {
        digest: sql`excluded.digest`,
        expiresAt: sql`excluded.expires_at`,
        attempts: sql`excluded.attempts`,
        sent: sql`excluded.sent`,
        windowAt: sql`excluded.window_at`,
      },
    }),
);
