import type { SurveyDefinition } from '@okaeri/shared/surveys';
import { surveyDefinition } from '@okaeri/shared/surveys';
import type { AnswerRow, ResponseRow } from '../engagement/surveys/response-tables.ts';
import type { SurveyRow, WaveRow } from '../engagement/surveys/tables.ts';
import { change, everyColumn } from '../platform/store/statement.ts';
import type { Tx } from '../platform/store/store.ts';

/** Rows of surveys written as they are, for figures whose answers nobody needs to have given one by one. */
const insertSurveyForTest = change<SurveyRow>()('insertSurveyForTest', (db, t) =>
  db.insert(t.surveys).values(everyColumn(t.surveys)),
);
const insertVersionForTest = change<{
  shopId: string;
  surveyId: string;
  version: number;
  document: SurveyDefinition;
  savedAt: number;
}>()('insertSurveyVersionForTest', (db, t) =>
  db.insert(t.surveyVersions).values(everyColumn(t.surveyVersions)),
);
export const insertWaveForTest = change<WaveRow>()('insertWaveForTest', (db, t) =>
  db.insert(t.surveyWaves).values(everyColumn(t.surveyWaves)),
);
export const saveResponseForTest = change<ResponseRow>()('saveResponseForTest', (db, t) =>
  db
    .insert(t.surveyResponses)
    .values(everyColumn(t.surveyResponses))
    .onConflictDoUpdate({
      target: [t.surveyResponses.shopId, t.surveyResponses.id],
      set: everyColumn(t.surveyResponses),
    }),
);
export const saveAnswerForTest = change<AnswerRow>()('saveAnswerForTest', (db, t) =>
  db
    .insert(t.surveyAnswers)
    .values(everyColumn(t.surveyAnswers))
    .onConflictDoUpdate({
      target: [t.surveyAnswers.shopId, t.surveyAnswers.responseId, t.surveyAnswers.questionId],
      set: everyColumn(t.surveyAnswers),
    }),
);

/** A quarterly NPS with a question in words. */
export const npsDefinition = (likely = 'How likely are you to recommend us?'): SurveyDefinition =>
  surveyDefinition.parse({
    kind: 'nps',
    name: 'Recommend us',
    questions: [
      {
        id: 'score',
        kind: 'scale',
        min: 0,
        max: 10,
        text: { en: likely },
        lowLabel: { en: 'Not at all likely' },
        highLabel: { en: 'Extremely likely' },
        required: true,
      },
      { id: 'why', kind: 'text', text: { en: 'Why?' } },
    ],
    trigger: { kind: 'relational', every: 'quarter' },
  });

/** A survey that runs, with its versions. */
export const addSurveyRows = async (
  tx: Tx,
  input: { shopId: string; id: string; documents: readonly SurveyDefinition[]; at: number },
): Promise<void> => {
  const { shopId, id, documents, at } = input;
  const [first] = documents;
  if (first === undefined) throw new Error('A survey has a version.');
  await tx.run(insertSurveyForTest, {
    shopId,
    id,
    kind: first.kind,
    trigger: first.trigger.kind,
    state: 'running',
    version: documents.length,
    createdAt: at,
    startedAt: at,
    endedAt: null,
    deletedAt: null,
  });
  for (const [index, document] of documents.entries())
    await tx.run(insertVersionForTest, {
      shopId,
      surveyId: id,
      version: index + 1,
      document,
      savedAt: at,
    });
};

/** A response that is complete, of nobody who is known. */
export const responseRow = (
  shopId: string,
  change: Partial<ResponseRow> & Pick<ResponseRow, 'id' | 'surveyId' | 'wave'>,
): ResponseRow => ({
  shopId,
  shopperId: null,
  version: 1,
  state: 'complete',
  insider: false,
  score: null,
  incentivised: false,
  tierId: null,
  channel: 'page',
  locale: 'en',
  orderId: null,
  startedAt: 0,
  savedAt: 0,
  scoredAt: null,
  completedAt: null,
  withdrawnAt: null,
  signalAt: null,
  actId: '',
  ...change,
});

/** An answer on a scale, or in words. */
export const answerRow = (
  shopId: string,
  responseId: string,
  questionId: string,
  value: number | string | readonly string[],
): AnswerRow => ({
  shopId,
  responseId,
  questionId,
  kind: typeof value === 'number' ? 'scale' : typeof value === 'string' ? 'text' : 'choices',
  valueNumber: typeof value === 'number' ? value : null,
  valueChoices: typeof value === 'object' ? value : null,
  valueText: typeof value === 'string' ? value : null,
  scaleMin: null,
  scaleMax: null,
});
