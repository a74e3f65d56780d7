import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  forUpdate,
  given,
  inShop,
  rows,
  textArg,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import { ofPerson, type Person } from './person-queries.ts';
import type { InvitationRow, WaveRow } from './tables.ts';

type WaveKey = { shopId: string; surveyId: string; key: string };

const ofWave = ({ surveyWaves }: Pick<Tables, 'surveyWaves'>) =>
  and(
    inShop(surveyWaves),
    eq(surveyWaves.surveyId, textArg('surveyId')),
    eq(surveyWaves.key, textArg('key')),
  );

/** A wave is opened once; what was fixed then stays (E32). */
export const insertWave = change<WaveRow>()('insertSurveyWave', (db, t) =>
  db.insert(t.surveyWaves).values(everyColumn(t.surveyWaves)).onConflictDoNothing(),
);

export const selectWave = rows<WaveKey>()('selectSurveyWave', (db, t) =>
  db.select().from(t.surveyWaves).where(ofWave(t)),
);

/** The same, for whoever draws: one at a time. */
export const lockWave = rows<WaveKey>()('lockSurveyWave', (db, t) =>
  forUpdate(db.select().from(t.surveyWaves).where(ofWave(t))),
);

export const setDrawnTo = change<WaveKey & { drawnTo: string | null }>()('setDrawnTo', (db, t) =>
  db.update(t.surveyWaves).set(given(t.surveyWaves, 'drawnTo')).where(ofWave(t)),
);

/** Waves of running surveys that are not drawn to their end. */
export const selectUndrawn = rows<{ shopId: string }>()('selectUndrawnWaves', (db, t) =>
  db
    .select({ surveyId: t.surveyWaves.surveyId, key: t.surveyWaves.key })
    .from(t.surveyWaves)
    .innerJoin(
      t.surveys,
      and(eq(t.surveys.shopId, t.surveyWaves.shopId), eq(t.surveys.id, t.surveyWaves.surveyId)),
    )
    .where(
      and(
        inShop(t.surveyWaves),
        sql`${t.surveyWaves.drawnTo} is not null`,
        eq(t.surveys.state, sql`'running'`),
      ),
    )
    .orderBy(asc(t.surveyWaves.opensAt)),
);

/** Shoppers after one, by the id that survives merging: a page of whom a wave is drawn. */
export const lockShoppersAfter = rows<{ shopId: string; after: string; limit: number }>()(
  'lockShoppersAfter',
  (db, t) =>
    forUpdate(
      db
        .select()
        .from(t.shoppers)
        .where(and(inShop(t.shoppers), gt(t.shoppers.id, textArg('after'))))
        .orderBy(asc(t.shoppers.id))
        .limit(arg('limit')),
    ),
);

/** Somebody is invited once in a wave (E1). */
export const insertInvitation = change<InvitationRow>()('insertSurveyInvitation', (db, t) =>
  db.insert(t.surveyInvitations).values(everyColumn(t.surveyInvitations)).onConflictDoNothing(),
);

export const updateInvitation = change<InvitationRow>()('updateSurveyInvitation', (db, t) =>
  db
    .update(t.surveyInvitations)
    .set(
      given(
        t.surveyInvitations,
        'shopperId',
        'mailAt',
        'firstShownAt',
        'lastShownAt',
        'shows',
        'channel',
        'openedAt',
        'offer',
        'dismissedAt',
        'answeredAt',
        'lapsedAt',
      ),
    )
    .where(byKey(t.surveyInvitations)),
);

export const deleteInvitation = change<{ shopId: string; id: string }>()(
  'deleteSurveyInvitation',
  (db, t) => db.delete(t.surveyInvitations).where(byKey(t.surveyInvitations)),
);

export const selectInvitation = rows<Person & { surveyId: string; wave: string }>()(
  'selectSurveyInvitation',
  (db, t) =>
    db
      .select()
      .from(t.surveyInvitations)
      .where(
        and(
          ofPerson(t.surveyInvitations),
          eq(t.surveyInvitations.surveyId, textArg('surveyId')),
          eq(t.surveyInvitations.wave, textArg('wave')),
        ),
      ),
);

/** What somebody was invited to, the latest first, with how its survey stands. */
export const selectInvitationsOf = rows<Person & { limit: number }>()(
  'selectSurveyInvitationsOf',
  (db, t) =>
    db
      .select()
      .from(t.surveyInvitations)
      .where(ofPerson(t.surveyInvitations))
      .orderBy(desc(t.surveyInvitations.drawnAt), desc(t.surveyInvitations.id))
      .limit(arg('limit')),
);

/** What somebody was invited to, the latest first, each with its survey and its wave: read with every page view. */
export const selectAskedOf = rows<Person & { limit: number }>()('selectAskedOf', (db, t) =>
  db
    .select({ invitation: t.surveyInvitations, survey: t.surveys, wave: t.surveyWaves })
    .from(t.surveyInvitations)
    .innerJoin(
      t.surveys,
      and(
        eq(t.surveys.shopId, t.surveyInvitations.shopId),
        eq(t.surveys.id, t.surveyInvitations.surveyId),
      ),
    )
    .innerJoin(
      t.surveyWaves,
      and(
        eq(t.surveyWaves.shopId, t.surveyInvitations.shopId),
        eq(t.surveyWaves.surveyId, t.surveyInvitations.surveyId),
        eq(t.surveyWaves.key, t.surveyInvitations.wave),
      ),
    )
    .where(ofPerson(t.surveyInvitations))
    .orderBy(desc(t.surveyInvitations.drawnAt), desc(t.surveyInvitations.id))
    .limit(arg('limit')),
);

/** Who is due to be asked by e-mail and was shown the survey nowhere. */
export const selectToMail = rows<{ shopId: string; now: number; limit: number }>()(
  'selectInvitationsToMail',
  (db, t) =>
    db
      .select({ id: t.surveyInvitations.id, shopperId: t.surveyInvitations.shopperId })
      .from(t.surveyInvitations)
      .innerJoin(
        t.surveys,
        and(
          eq(t.surveys.shopId, t.surveyInvitations.shopId),
          eq(t.surveys.id, t.surveyInvitations.surveyId),
        ),
      )
      .where(
        and(
          inShop(t.surveyInvitations),
          sql`${t.surveyInvitations.mailAt} is not null`,
          sql`${t.surveyInvitations.mailAt} <= ${arg('now')}`,
          isNull(t.surveyInvitations.lapsedAt),
          eq(t.surveys.state, sql`'running'`),
        ),
      )
      .orderBy(asc(t.surveyInvitations.mailAt))
      .limit(arg('limit')),
);

export const selectInvitationById = rows<{ shopId: string; id: string }>()(
  'selectSurveyInvitationById',
  (db, t) => db.select().from(t.surveyInvitations).where(byKey(t.surveyInvitations)),
);

/** The invitations of somebody who was erased stay, and are nobody's. */
export const clearInvitationsOf = change<Person>()('clearSurveyInvitationsOf', (db, t) =>
  db
    .update(t.surveyInvitations)
    .set({ shopperId: null, mailAt: null, offer: null })
    .where(ofPerson(t.surveyInvitations)),
);
