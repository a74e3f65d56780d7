import type { ScoredBy } from '@okaeri/shared/cases';
import type { ShopRow } from '../../access/tables.ts';
import type { ReadScored } from '../../case-signals.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectSurvey } from './queries.ts';
import { selectAnswers, selectResponse } from './response-queries.ts';
import type { ResponseRow } from './response-tables.ts';
import type { SurveyRow } from './tables.ts';

/**
 * Tells cases of a score: of a complete response at once, of a partial one an hour after it was saved last, and that
 * it was taken back (E41, E42).
 *
 * @returns whether it is low enough to open a case
 */
export const signalResponse = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; survey: Pick<SurveyRow, 'kind'>; response: ResponseRow },
): Promise<boolean> => {
  const { shop, survey, response } = input;
  const by = scoredBy(survey);
  if (by === null || response.insider) return false;
  const { id, state, score, savedAt, withdrawnAt, signalAt } = response;
  return deps.signalCase(tx, {
    shop,
    source: { kind: 'response', id },
    by,
    score,
    change: `${state}:${withdrawnAt ?? savedAt}`,
    dueAt: signalAt ?? withdrawnAt ?? savedAt,
  });
};

/** A response as cases hear of it: its score, and all its words. */
export const readScoredResponse: ReadScored = async (tx, { shopId, id }) => {
  const row = await first(tx, selectResponse, { shopId, id });
  if (row === undefined || row.shopperId === null || row.score === null || row.insider) return null;
  const survey = await first(tx, selectSurvey, { shopId, id: row.surveyId });
  const by = survey === undefined ? null : scoredBy(survey);
  if (by === null) return null;
  const answers = await tx.run(selectAnswers, { shopId, responseId: id });
  const quote = answers.flatMap(({ valueText }) => (valueText === null ? [] : [valueText]));
  const { shopperId, orderId, score, signalAt } = row;
  return {
    shopperId,
    orderId,
    by,
    score,
    quote: quote.length === 0 ? null : quote.join('\n'),
    readyAt: signalAt ?? 0,
  };
};

/** What opens cases by its score; loyalty and custom surveys open none. */
function scoredBy({ kind }: Pick<SurveyRow, 'kind'>): ScoredBy | null {
  return kind === 'loyalty' || kind === 'custom' ? null : kind;
}
