import type { ThemeInput, ThemeOutcome, ThemeRules } from '@okaeri/shared/themes';
import type { AccountTables } from '../../loyalty/ledger/account-tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** What answers are about, and what became of it. */
export const themeTables = (c: Columns, { shoppers }: AccountTables) => {
  const surveyThemes = c.table(
    'survey_themes',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      name: c.json<ThemeInput['name']>('name').notNull(),
      /** Words by language that tie an answer to it. */
      rules: c.json<ThemeRules>('rules').notNull(),
      /** What the shop said it did; null until then. */
      outcome: c.json<ThemeOutcome | null>('outcome'),
      outcomeAt: c.instant('outcome_at'),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  /** Which responses are about a theme. */
  const responseThemes = c.table(
    'response_themes',
    {
      shopId: c.text('shop_id').notNull(),
      responseId: c.text('response_id').notNull(),
      themeId: c.text('theme_id').notNull(),
      by: c.text('by').$type<'person' | 'rule'>().notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.responseId, t.themeId] }),
      c.index('response_themes_of_theme').on(t.shopId, t.themeId, t.responseId),
    ],
  );

  /** Who is told what became of a theme, once each. */
  const themeTellings = c.table(
    'theme_tellings',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      themeId: c.text('theme_id').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.shopperId, t.themeId] }),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  return { surveyThemes, responseThemes, themeTellings };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof themeTables> {}
}

export type ThemeRow = Row<'surveyThemes'>;
export type ResponseThemeRow = Row<'responseThemes'>;
