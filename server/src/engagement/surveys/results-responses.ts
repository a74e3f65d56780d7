import { LIMITS } from '@okaeri/shared/limits';
import type { SurveyResponse, SurveyResponses } from '@okaeri/shared/survey-results';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Tx } from '../../platform/store/store.ts';
import { toAnswer } from './answer-rules.ts';
import { selectSurvey } from './queries.ts';
import { unknownSurvey } from './read-surveys.ts';
import { selectAnswers } from './response-queries.ts';
import {
  selectResponses,
  selectResponsesOfWave,
  type ResponseFound,
} from './results-response-queries.ts';
import { toAsked } from './quotation-lines.ts';
import { selectQuotationsOfResponse } from './quotation-queries.ts';
import { selectThemeIdsOf } from './theme-queries.ts';

/** What shoppers answered, the newest first: of a wave or month, about a theme. */
export const listResponses = (
  deps: Deps,
  input: {
    shop: ShopRow;
    surveyId: string;
    wave: string | undefined;
    theme: string | undefined;
    before: ListCursor;
    limit?: number;
  },
): Promise<Outcome<SurveyResponses>> =>
  deps.store.read(async (tx): Promise<Outcome<SurveyResponses>> => {
    const { shop, surveyId, wave, theme, before, limit = LIMITS.pageDefault } = input;
    const of = { shopId: shop.id, surveyId };
    if ((await tx.run(selectSurvey, { shopId: shop.id, id: surveyId })).length === 0)
      return { refused: unknownSurvey(surveyId) };
    const place = { beforeAt: before.at, beforeId: before.id, limit: limit + 1 };
    const asked = { ...of, ...place, themeId: theme ?? '' };
    const found =
      wave === undefined
        ? await tx.run(selectResponses, asked)
        : await tx.run(selectResponsesOfWave, { ...asked, period: wave });
    const shown = found.slice(0, limit);
    const items: SurveyResponse[] = [];
    for (const one of shown) items.push(await toResponse(tx, one));
    const last = found.length > limit ? shown.at(-1) : undefined;
    const nextCursor = last === undefined ? null : `${last.at}_${last.response.id}`;
    return { ok: { items, nextCursor } };
  });

/** A response as merchants read it. */
export const toResponse = async (
  tx: Tx,
  { response, externalId, name }: Omit<ResponseFound, 'at'>,
): Promise<SurveyResponse> => {
  const { shopId, id, wave, version, state, score, incentivised, tierId, insider } = response;
  const of = { shopId, responseId: id };
  const answers = await tx.run(selectAnswers, of);
  const themes = await tx.run(selectThemeIdsOf, of);
  return {
    id,
    wave,
    version,
    state,
    shopperId: externalId,
    guestId: externalId === null ? response.shopperId : null,
    shopperName: name,
    orderId: response.orderId,
    score,
    incentivised,
    tierId,
    fromTheShop: insider,
    channel: response.channel,
    locale: response.locale,
    startedAt: isoOf(response.startedAt),
    completedAt: response.completedAt === null ? null : toIso(response.completedAt),
    answers: Object.fromEntries(answers.map((one) => [one.questionId, toAnswer(one)])),
    themeIds: themes.map(({ themeId }) => themeId),
    quotations: (await tx.run(selectQuotationsOfResponse, of)).map(toAsked),
  };
};
