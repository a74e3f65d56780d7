import { and, asc, eq } from 'drizzle-orm';
import { change, inShop, rows, textArg } from '../../platform/store/statement.ts';

/** The themes of one response. */
export const selectThemeIdsOf = rows<{ shopId: string; responseId: string }>()(
  'selectThemeIdsOf',
  (db, t) =>
    db
      .select({ themeId: t.responseThemes.themeId })
      .from(t.responseThemes)
      .where(and(inShop(t.responseThemes), eq(t.responseThemes.responseId, textArg('responseId'))))
      .orderBy(asc(t.responseThemes.themeId)),
);

export const deleteThemesOf = change<{ shopId: string; responseId: string }>()(
  'deleteThemesOfResponse',
  (db, t) =>
    db
      .delete(t.responseThemes)
      .where(and(inShop(t.responseThemes), eq(t.responseThemes.responseId, textArg('responseId')))),
);
