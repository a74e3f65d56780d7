import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { ConsentChannel, ConsentPurpose } from '@okaeri/shared/consents';
import {
  arg,
  change,
  everyColumn,
  given,
  inShop,
  one,
  rows,
  textArg,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { ConsentRow } from './tables.ts';

type Person = { shopId: string; shopperId: string };
type About = Person & { purpose: ConsentPurpose; channel: ConsentChannel };

const ofPerson = ({ consents }: Pick<Tables, 'consents'>) =>
  and(inShop(consents), eq(consents.shopperId, textArg('shopperId')));

export const insertConsent = change<ConsentRow>()('insertConsent', (db, t) =>
  db.insert(t.consents).values(everyColumn(t.consents)),
);

/** What one person has said about one purpose on one channel, the newest first. */
export const selectStatements = rows<About & { limit: number }>()('selectStatements', (db, t) =>
  db
    .select()
    .from(t.consents)
    .where(
      and(
        ofPerson(t),
        eq(t.consents.purpose, sql`${arg('purpose')}`),
        eq(t.consents.channel, sql`${arg('channel')}`),
      ),
    )
    .orderBy(desc(t.consents.at), desc(t.consents.id))
    .limit(arg('limit')),
);

/** All that one person has said, the newest first, from a place on. */
export const selectConsents = rows<
  Person & { beforeAt: number; beforeId: string; limit: number }
>()('selectConsents', (db, t) =>
  db
    .select()
    .from(t.consents)
    .where(
      and(
        ofPerson(t),
        or(
          lt(t.consents.at, arg('beforeAt')),
          and(eq(t.consents.at, sql`${arg('beforeAt')}`), lt(t.consents.id, arg('beforeId'))),
        ),
      ),
    )
    .orderBy(desc(t.consents.at), desc(t.consents.id))
    .limit(arg('limit')),
);

/** What whoever had an address before was erased with: their withdrawals go on to count. */
export const selectStatementsOfErased = rows<{
  shopId: string;
  addressDigest: string;
  purpose: ConsentPurpose;
  channel: ConsentChannel;
}>()('selectStatementsOfErased', (db, t) =>
  db
    .select()
    .from(t.consents)
    .where(
      and(
        inShop(t.consents),
        eq(t.consents.addressDigest, textArg('addressDigest')),
        isNull(t.consents.shopperId),
        eq(t.consents.state, sql`'withdrawn'`),
        eq(t.consents.purpose, sql`${arg('purpose')}`),
        eq(t.consents.channel, sql`${arg('channel')}`),
      ),
    ),
);

export const selectConsent = rows<{ shopId: string; id: string }>()('selectConsent', (db, t) =>
  db
    .select()
    .from(t.consents)
    .where(and(inShop(t.consents), eq(t.consents.id, textArg('id')))),
);

/** Whether somebody has agreed to a wording: it never changes from then on. */
export const selectWordingUse = rows<{ shopId: string; wordingId: string }>()(
  'selectWordingUse',
  (db, t) =>
    db
      .select({ id: t.consents.id })
      .from(t.consents)
      .where(and(inShop(t.consents), eq(t.consents.wordingId, textArg('wordingId'))))
      .limit(one),
);

export const moveConsentsOf = change<{ shopId: string; from: string; to: string }>()(
  'moveConsentsOf',
  (db, t) =>
    db
      .update(t.consents)
      .set({ shopperId: sql`${arg('to')}` })
      .where(and(inShop(t.consents), eq(t.consents.shopperId, textArg('from')))),
);

/** What shows that a message was allowed stays, without the person. */
export const anonymiseConsentsOf = change<Person>()('anonymiseConsentsOf', (db, t) =>
  db
    .update(t.consents)
    .set({
      shopperId: null,
      by: sql`'{"kind":"shopper","name":null}'`,
      source: sql`'erased'`,
      locale: null,
      endsAt: null,
      evidence: null,
    })
    .where(ofPerson(t)),
);

/** What is left of people who were erased goes when nothing has to be shown any more. */
export const deleteOldProof = change<{ before: number }>()('deleteOldConsentProof', (db, t) =>
  db
    .delete(t.consents)
    .where(
      and(
        isNull(t.consents.shopperId),
        lt(t.consents.at, arg('before')),
        sql`${t.consents.state} <> 'withdrawn'`,
      ),
    ),
);

export const selectAddressKey = rows<{ shopId: string }>()('selectAddressKey', (db, t) =>
  db.select({ key: t.addressKeys.key }).from(t.addressKeys).where(inShop(t.addressKeys)),
);
export const insertAddressKey = change<{ shopId: string; key: string }>()(
  'insertAddressKey',
  (db, t) => db.insert(t.addressKeys).values(everyColumn(t.addressKeys)).onConflictDoNothing(),
);

export const selectWordings = rows<{ shopId: string }>()('selectConsentWordings', (db, t) =>
  db.select().from(t.consentWordings).where(inShop(t.consentWordings)),
);
export const upsertWordings = change<Tables['consentWordings']['$inferInsert']>()(
  'upsertConsentWordings',
  (db, t) =>
    db
      .insert(t.consentWordings)
      .values(everyColumn(t.consentWordings))
      .onConflictDoUpdate({
        target: [t.consentWordings.shopId],
        set: { document: sql`excluded.document`, version: sql`excluded.version` },
      }),
);

export const setNewsletter = change<Person & { newsletter: boolean }>()('setNewsletter', (db, t) =>
  db
    .update(t.shoppers)
    .set(given(t.shoppers, 'newsletter'))
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

export const setPersonalised = change<Person & { personalised: boolean }>()(
  'setPersonalised',
  (db, t) =>
    db
      .update(t.shoppers)
      .set(given(t.shoppers, 'personalised'))
      .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);
