import type { AccountTables } from '../../loyalty/ledger/account-tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Answers given in other tools. They stand beside a trend and in no score of ours (E119). */
export const answerImportTables = (c: Columns, { shoppers }: AccountTables) => {
  const answerImports = c.table(
    'answer_imports',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      source: c.text('source').notNull(),
      rows: c.count('rows').notNull(),
      imported: c.count('imported').notNull(),
      refused: c.count('refused').notNull(),
      createdAt: c.instant('created_at').notNull(),
      undoneAt: c.instant('undone_at'),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  const importedAnswers = c.table(
    'imported_answers',
    {
      shopId: c.text('shop_id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      /** Digest of who answered, when and what: the same line again changes nothing. */
      digest: c.text('digest').notNull(),
      importId: c.text('import_id').notNull(),
      /** Null of somebody who is not known here: nothing else of who they are is kept. */
      shopperId: c.text('shopper_id'),
      orderId: c.text('order_id'),
      score: c.count('score').notNull(),
      text: c.text('text'),
      answeredAt: c.instant('answered_at').notNull(),
      /** The month it is counted in. */
      period: c.text('period').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.surveyId, t.digest] }),
      c.index('imported_answers_of_import').on(t.shopId, t.importId),
      c.index('imported_answers_of_shopper').on(t.shopId, t.shopperId),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  return { answerImports, importedAnswers };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof answerImportTables> {}
}

export type AnswerImportRow = Row<'answerImports'>;
export type ImportedAnswerRow = Row<'importedAnswers'>;
