import { sql } from 'drizzle-orm';
import type { QuotationState } from '@okaeri/shared/quotations';
import type { AccountTables } from '../../loyalty/ledger/account-tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** What the shop asks to quote of answers, and what their authors said to it. */
export const quotationTables = (c: Columns, { shoppers }: AccountTables) => {
  const surveyQuotations = c.table(
    'survey_quotations',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      responseId: c.text('response_id').notNull(),
      /** What it is shown beside. */
      themeId: c.text('theme_id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      wave: c.text('wave').notNull(),
      questionId: c.text('question_id').notNull(),
      /** Whose words they are: who may say yes. */
      shopperId: c.text('shopper_id').notNull(),
      /** Empty once the answer does not have the words any more. */
      text: c.text('text').notNull(),
      state: c.text('state').$type<QuotationState>().notNull(),
      /** The name its author chose to be shown with, as it was then; null for none. */
      name: c.text('name'),
      askedAt: c.instant('asked_at').notNull(),
      /** Until when it is asked, and until when a yes holds. */
      endsAt: c.instant('ends_at').notNull(),
      agreedAt: c.instant('agreed_at'),
      /** When its author last said yes or no. */
      decidedAt: c.instant('decided_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('survey_quotations_once').on(t.shopId, t.responseId, t.themeId),
      c.index('survey_quotations_of_shopper').on(t.shopId, t.shopperId, t.askedAt),
      c
        .index('survey_quotations_given')
        .on(t.shopId, t.themeId, t.agreedAt)
        .where(sql`state = 'given'`),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  return { surveyQuotations };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof quotationTables> {}
}

export type QuotationRow = Row<'surveyQuotations'>;
