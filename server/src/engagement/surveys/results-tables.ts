import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** What is counted in a cell: where a response stands, a score, an answer, words, a theme, an answer from elsewhere. */
export type CellKind = 'state' | 'score' | 'answer' | 'words' | 'theme' | 'imported';

export type YesNo = 'yes' | 'no';

/** One place of the counts. Whatever does not apply is empty. */
export interface Cell {
  /** The wave, or for what is asked of one shopper at a time the month, such as `2026-11`. */
  readonly period: string;
  readonly version: number;
  /** Whether points were offered; no, where it does not matter. A text, as what is walked through by key must be. */
  readonly incentivised: YesNo;
  readonly tierId: string;
  readonly kind: CellKind;
  /** The question, or the theme. */
  readonly part: string;
  readonly value: string;
}

/** What the figures of surveys are made of, so that they cost the same whatever the number of answers (E40). */
export const resultTables = (c: Columns) => {
  /** How many stand in each cell; moved in the write in which somebody answers. */
  const surveyCounts = c.table(
    'survey_counts',
    {
      shopId: c.text('shop_id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      period: c.text('period').notNull(),
      version: c.count('version').notNull(),
      incentivised: c.text('incentivised').$type<YesNo>().notNull(),
      tierId: c.text('tier_id').notNull(),
      kind: c.text('kind').$type<CellKind>().notNull(),
      part: c.text('part').notNull(),
      value: c.text('value').notNull(),
      count: c.count('count').notNull(),
    },
    (t) => [
      c.primaryKey({
        columns: [
          t.shopId,
          t.surveyId,
          t.period,
          t.kind,
          t.part,
          t.value,
          t.version,
          t.incentivised,
          t.tierId,
        ],
      }),
      c.index('survey_counts_by_kind').on(t.shopId, t.surveyId, t.kind, t.period),
    ],
  );

  /** In which cells a response stands, so that it leaves just those. It names nobody. */
  const surveyTallies = c.table(
    'survey_tallies',
    {
      shopId: c.text('shop_id').notNull(),
      responseId: c.text('response_id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      period: c.text('period').notNull(),
      /** The time the period was chosen by: one in another zone later does not move it. */
      at: c.instant('at').notNull(),
      cells: c.json<readonly Cell[]>('cells').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.responseId] }),
      c.index('survey_tallies_by_time').on(t.shopId, t.surveyId, t.at, t.responseId),
      c.index('survey_tallies_of_wave').on(t.shopId, t.surveyId, t.period, t.at, t.responseId),
    ],
  );

  return { surveyCounts, surveyTallies };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof resultTables> {}
}

export type SurveyCountRow = Row<'surveyCounts'>;
