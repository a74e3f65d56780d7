import { Hono, type Context } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import { quotationInput } from '@okaeri/shared/quotations';
import {
  RESPONSE_COLUMNS,
  responsesQuery,
  resultsQuery,
  type ResponseColumn,
  type SurveyResponse,
} from '@okaeri/shared/survey-results';
import { responseThemesInput, themeInput, themeOutcome } from '@okaeri/shared/themes';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { pathId, readCursor } from '../../platform/http/read-request.ts';
import { sendTable } from '../../platform/http/send-table.ts';
import { answer, jsonBody, query, reply } from '../../platform/http/typed.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { askToQuote, dropQuotation, listThemeQuotations } from './quotations.ts';
import { readResults, readSummaries } from './results-read.ts';
import { listResponses } from './results-responses.ts';
import { listThemes, saveOutcome, saveTheme, tieThemes } from './themes.ts';

/** `/v1/surveys/{surveyId}/results` and `/responses`. */
export const surveyResultRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/surveys/:surveyId/results', query(resultsQuery), async (c) => {
      const of = { shop: c.get('shop'), surveyId: pathId(c, 'surveyId') };
      const { wave, version } = c.req.valid('query');
      return reply(c, await readResults(deps, { ...of, wave, version }));
    })
    .get('/surveys/:surveyId/responses', query(responsesQuery), async (c) => {
      const of = { shop: c.get('shop'), surveyId: pathId(c, 'surveyId') };
      const { wave, theme, cursor } = c.req.valid('query');
      const before = readCursor(cursor, FIRST_CURSOR.newest);
      return reply(c, await listResponses(deps, { ...of, wave, theme, before }));
    })
    .put(
      '/surveys/:surveyId/responses/:responseId/themes',
      jsonBody(responseThemesInput),
      async (c) => {
        const of = { shop: c.get('shop'), surveyId: pathId(c, 'surveyId') };
        const { themeIds } = c.req.valid('json');
        const responseId = pathId(c, 'responseId');
        return reply(c, await tieThemes(deps, { ...of, responseId, themeIds }));
      },
    )
    .put(
      '/surveys/:surveyId/responses/:responseId/quotations/:themeId',
      jsonBody(quotationInput),
      async (c) =>
        reply(c, await askToQuote(deps, { ...quotationOf(c), asked: c.req.valid('json') })),
    )
    .delete('/surveys/:surveyId/responses/:responseId/quotations/:themeId', async (c) =>
      reply(c, await dropQuotation(deps, quotationOf(c))),
    );

/** `/v1/themes`: what answers are about, and what became of it. */
export const themeRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) => answer(c, await listThemes(deps, c.get('shop'))))
    .get('/:themeId/quotations', async (c) => {
      const of = { shop: c.get('shop'), themeId: pathId(c, 'themeId') };
      return reply(c, await listThemeQuotations(deps, of));
    })
    .put('/:themeId', jsonBody(themeInput), async (c) => {
      const of = { shop: c.get('shop'), themeId: pathId(c, 'themeId') };
      return reply(c, await saveTheme(deps, { ...of, input: c.req.valid('json') }));
    })
    .post('/:themeId/outcome', jsonBody(themeOutcome), async (c) => {
      const of = { shop: c.get('shop'), themeId: pathId(c, 'themeId') };
      return reply(c, await saveOutcome(deps, { ...of, outcome: c.req.valid('json') }));
    });

/** `/v1/survey-results`: where every survey stands. */
export const surveySummaryRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', async (c) =>
    answer(c, await readSummaries(deps, c.get('shop'))),
  );

/** `/v1/exports/surveys/{surveyId}`: responses as a table, one line each. */
export const responseExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/:surveyId', query(responsesQuery.omit({ cursor: true })), (c) => {
    const of = { shop: c.get('shop'), surveyId: pathId(c, 'surveyId') };
    const { wave, theme } = c.req.valid('query');
    return sendTable({
      columns: RESPONSE_COLUMNS,
      page: async (cursor) => {
        const before = readCursor(cursor, FIRST_CURSOR.newest);
        const asked = { ...of, wave, theme, before, limit: LIMITS.pageMax };
        const found = await listResponses(deps, asked);
        return 'ok' in found ? found.ok : { items: [], nextCursor: null };
      },
      cells: cellsOf,
    });
  });

function quotationOf(c: Context<MerchantEnv>) {
  const [surveyId, responseId] = [pathId(c, 'surveyId'), pathId(c, 'responseId')];
  return { shop: c.get('shop'), surveyId, responseId, themeId: pathId(c, 'themeId') };
}

function cellsOf(one: SurveyResponse): Record<ResponseColumn, string | number | null> {
  return {
    id: one.id,
    wave: one.wave,
    version: one.version,
    state: one.state,
    shopperId: one.shopperId,
    orderId: one.orderId,
    score: one.score,
    incentivised: one.incentivised ? 'yes' : 'no',
    tierId: one.tierId,
    startedAt: one.startedAt,
    completedAt: one.completedAt,
    answers: JSON.stringify(one.answers),
    themes: one.themeIds.join(' '),
  };
}
