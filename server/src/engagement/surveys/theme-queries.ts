import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  given,
  inShop,
  rows,
  textArg,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import { ofPerson, type Person } from './person-queries.ts';
import type { ResponseThemeRow, ThemeRow } from './theme-tables.ts';

type OfResponse = { shopId: string; responseId: string };

const ofResponse = ({ responseThemes }: Pick<Tables, 'responseThemes'>) =>
  and(inShop(responseThemes), eq(responseThemes.responseId, textArg('responseId')));

/** The themes of one response. */
export const selectThemeIdsOf = rows<OfResponse>()('selectThemeIdsOf', (db, t) =>
  db
    .select({ themeId: t.responseThemes.themeId, by: t.responseThemes.by })
    .from(t.responseThemes)
    .where(ofResponse(t))
    .orderBy(asc(t.responseThemes.themeId)),
);

export const deleteThemesOf = change<OfResponse>()('deleteThemesOfResponse', (db, t) =>
  db.delete(t.responseThemes).where(ofResponse(t)),
);

/** Ties a response to a theme; one that is tied stays as it is. */
export const insertResponseTheme = change<ResponseThemeRow>()('insertResponseTheme', (db, t) =>
  db.insert(t.responseThemes).values(everyColumn(t.responseThemes)).onConflictDoNothing(),
);

/** Themes of a shop: they are few. */
export const selectThemes = rows<{ shopId: string }>()('selectSurveyThemes', (db, t) =>
  db
    .select()
    .from(t.surveyThemes)
    .where(inShop(t.surveyThemes))
    .orderBy(asc(t.surveyThemes.createdAt), asc(t.surveyThemes.id)),
);

export const insertTheme = change<ThemeRow>()('insertSurveyTheme', (db, t) =>
  db.insert(t.surveyThemes).values(everyColumn(t.surveyThemes)),
);

export const updateTheme = change<ThemeRow>()('updateSurveyTheme', (db, t) =>
  db
    .update(t.surveyThemes)
    .set(given(t.surveyThemes, 'name', 'rules', 'outcome', 'outcomeAt'))
    .where(byKey(t.surveyThemes)),
);

export const selectTheme = rows<{ shopId: string; id: string }>()('selectSurveyTheme', (db, t) =>
  db.select().from(t.surveyThemes).where(byKey(t.surveyThemes)),
);

type Told = { shopId: string; shopperId: string; themeId: string };

/** Responses about a theme that count: not withdrawn, and nobody’s of the shop. */
const aboutTheme = ({ responseThemes, surveyResponses }: Tables): SQL | undefined =>
  and(
    inShop(responseThemes),
    eq(responseThemes.themeId, textArg('themeId')),
    eq(surveyResponses.shopId, responseThemes.shopId),
    eq(surveyResponses.id, responseThemes.responseId),
    sql`${surveyResponses.state} <> 'withdrawn'`,
    eq(surveyResponses.insider, false),
  );

/** Who raised a theme, a page of responses at a time. */
export const selectRaisers = rows<{
  shopId: string;
  themeId: string;
  after: string;
  limit: number;
}>()('selectThemeRaisers', (db, t) =>
  db
    .select({
      responseId: t.responseThemes.responseId,
      shopperId: t.surveyResponses.shopperId,
    })
    .from(t.responseThemes)
    .innerJoin(t.surveyResponses, aboutTheme(t))
    .where(sql`${t.responseThemes.responseId} > ${textArg('after')}`)
    .orderBy(asc(t.responseThemes.responseId))
    .limit(arg('limit')),
);

/** What one shopper said about a theme. */
export const selectRaisings = rows<Told>()('selectThemeRaisings', (db, t) =>
  db
    .select({ responseId: t.responseThemes.responseId })
    .from(t.responseThemes)
    .innerJoin(t.surveyResponses, aboutTheme(t))
    .where(eq(t.surveyResponses.shopperId, textArg('shopperId'))),
);

/** What one shopper said something about. */
export const selectRaisedBy = rows<Person>()('selectThemesRaisedBy', (db, t) =>
  db
    .selectDistinct({ themeId: t.responseThemes.themeId })
    .from(t.surveyResponses)
    .innerJoin(
      t.responseThemes,
      and(
        eq(t.responseThemes.shopId, t.surveyResponses.shopId),
        eq(t.responseThemes.responseId, t.surveyResponses.id),
      ),
    )
    .where(
      and(
        inShop(t.surveyResponses),
        eq(t.surveyResponses.shopperId, textArg('shopperId')),
        sql`${t.surveyResponses.state} <> 'withdrawn'`,
      ),
    ),
);

const ofTelling = ({ themeTellings }: Pick<Tables, 'themeTellings'>): SQL | undefined =>
  and(
    inShop(themeTellings),
    eq(themeTellings.shopperId, textArg('shopperId')),
    eq(themeTellings.themeId, textArg('themeId')),
  );

export const selectTelling = rows<Told>()('selectThemeTelling', (db, t) =>
  db.select().from(t.themeTellings).where(ofTelling(t)),
);

export const insertTelling = change<Told & { at: number }>()('insertThemeTelling', (db, t) =>
  db.insert(t.themeTellings).values(everyColumn(t.themeTellings)).onConflictDoNothing(),
);

/** Of what somebody was told. */
export const selectTellingsOf = rows<Person>()('selectThemeTellingsOf', (db, t) =>
  db.select().from(t.themeTellings).where(ofPerson(t.themeTellings)),
);

export const deleteTellingsOf = change<Person>()('deleteThemeTellingsOf', (db, t) =>
  db.delete(t.themeTellings).where(ofPerson(t.themeTellings)),
);
