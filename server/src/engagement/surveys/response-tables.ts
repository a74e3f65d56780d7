import type { ContactChannel } from '@okaeri/shared/contacts';
import type { ResponseState } from '@okaeri/shared/surveys';
import type { AccountTables } from '../../loyalty/ledger/account-tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** What shoppers answered. */
export const responseTables = (c: Columns, { shoppers }: AccountTables) => {
  /** The one set of answers of a shopper in a wave. Scores stay, without their shopper, when they are erased. */
  const surveyResponses = c.table(
    'survey_responses',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      wave: c.text('wave').notNull(),
      shopperId: c.text('shopper_id'),
      version: c.count('version').notNull(),
      state: c.text('state').$type<ResponseState>().notNull(),
      insider: c.flag('insider').notNull(),
      /** The answer the score is made of; of a loyalty survey the first. Null without one, and once withdrawn. */
      score: c.count('score'),
      /** Whether points were offered for answering. */
      incentivised: c.flag('incentivised').notNull(),
      /** The tier of the shopper when they began. */
      tierId: c.text('tier_id'),
      channel: c.text('channel').$type<ContactChannel>().notNull(),
      locale: c.text('locale'),
      orderId: c.text('order_id'),
      startedAt: c.instant('started_at').notNull(),
      savedAt: c.instant('saved_at').notNull(),
      /** When a score was first saved: the month it is counted in. */
      scoredAt: c.instant('scored_at'),
      completedAt: c.instant('completed_at'),
      withdrawnAt: c.instant('withdrawn_at'),
      /** When those who look for unhappy shoppers hear of it: at once if it is complete, a partial one later. */
      signalAt: c.instant('signal_at'),
      /** The act that points are given for, named by who the shopper was then. */
      actId: c.text('act_id').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('survey_responses_once').on(t.shopId, t.surveyId, t.wave, t.shopperId),
      c.index('survey_responses_of_shopper').on(t.shopId, t.shopperId, t.startedAt),
      c.index('survey_responses_by_time').on(t.shopId, t.surveyId, t.savedAt, t.id),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  /** The value given to one question, with the scale it was given on. */
  const surveyAnswers = c.table(
    'survey_answers',
    {
      shopId: c.text('shop_id').notNull(),
      responseId: c.text('response_id').notNull(),
      questionId: c.text('question_id').notNull(),
      kind: c.text('kind').$type<'scale' | 'choices' | 'text'>().notNull(),
      valueNumber: c.count('value_number'),
      valueChoices: c.json<readonly string[] | null>('value_choices'),
      valueText: c.text('value_text'),
      scaleMin: c.count('scale_min'),
      scaleMax: c.count('scale_max'),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.responseId, t.questionId] })],
  );

  return { surveyResponses, surveyAnswers };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof responseTables> {}
}

export type ResponseRow = Row<'surveyResponses'>;
export type AnswerRow = Row<'surveyAnswers'>;
