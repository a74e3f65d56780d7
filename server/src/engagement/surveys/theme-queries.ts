import { and, asc, eq } from 'drizzle-orm';
import {
  byKey,
  change,
  everyColumn,
  given,
  inShop,
  rows,
  textArg,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
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
