import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { surveyDefinition } from '@okaeri/shared/surveys';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { pathId, readIfMatch } from '../../platform/http/read-request.ts';
import {
  answer,
  done,
  query,
  jsonBody,
  refuse,
  reply,
  replyTagged,
} from '../../platform/http/typed.ts';
import { changeState, deleteSurvey, type SurveyStep } from './change-state.ts';
import { listSurveys, listVersions, readSurvey } from './read-surveys.ts';
import { saveSurvey } from './save-survey.ts';

/** `?version=` of a survey as it was asked before. */
const versionQuery = z.object({ version: z.coerce.number().int().min(1).optional() });

/** `/v1/surveys`: what is asked of shoppers. */
export const surveyRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) => {
      const shopId = c.get('shop').id;
      return answer(c, { items: await deps.store.read((tx) => listSurveys(tx, shopId)) });
    })
    .get('/:surveyId', query(versionQuery), async (c) => {
      const of = { shopId: c.get('shop').id, surveyId: pathId(c, 'surveyId') };
      const { version } = c.req.valid('query');
      const asked = version === undefined ? of : { ...of, version };
      return replyTagged(c, await deps.store.read((tx) => readSurvey(tx, asked)));
    })
    .put('/:surveyId', jsonBody(surveyDefinition), async (c) => {
      const of = { shop: c.get('shop'), surveyId: pathId(c, 'surveyId'), ifMatch: readIfMatch(c) };
      return replyTagged(c, await saveSurvey(deps, { ...of, document: c.req.valid('json') }));
    })
    .delete('/:surveyId', async (c) => {
      const of = { shop: c.get('shop'), surveyId: pathId(c, 'surveyId') };
      const deleted = await deleteSurvey(deps, of);
      return 'refused' in deleted ? refuse(c, deleted.refused) : done();
    })
    .get('/:surveyId/versions', async (c) => {
      const of = { shopId: c.get('shop').id, surveyId: pathId(c, 'surveyId') };
      const items = await deps.store.read((tx) => listVersions(tx, of));
      return answer(c, { items });
    })
    .post('/:surveyId/start', async (c) => reply(c, await changeState(deps, stepOf(c, 'start'))))
    .post('/:surveyId/pause', async (c) => reply(c, await changeState(deps, stepOf(c, 'pause'))))
    .post('/:surveyId/end', async (c) => reply(c, await changeState(deps, stepOf(c, 'end'))));

function stepOf(c: Context<MerchantEnv>, step: SurveyStep) {
  return { shop: c.get('shop'), surveyId: pathId(c, 'surveyId'), step };
}
