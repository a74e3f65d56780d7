import { and, eq, sql } from 'drizzle-orm';
import type { ContactSettings } from '@okaeri/shared/contacts';
import {
  change,
  everyColumn,
  rows,
  textArg,
  inShop,
  given,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

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
