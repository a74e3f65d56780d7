import { Hono, type Context } from 'hono';
import { responseInput } from '@okaeri/shared/surveys';
import {
  countWrites,
  writerOnly,
  type StorefrontEnv,
  type WriterEnv,
} from '../../access/storefront.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { PERSONAL, replyJson } from '../../platform/http/reply.ts';
import { done } from '../../platform/http/typed.ts';
import { answerSurvey } from './answer-survey.ts';
import { listMySurveys } from './list-mine.ts';
import { openForm } from './open-form.ts';
import { withdrawResponse } from './withdraw-response.ts';

/** `/storefront/v1/{publicKey}/me/surveys`: what one is asked, with a token, or with the link of an e-mail. */
export const mySurveyRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<WriterEnv>();
  routes.use(writerOnly(deps, 'survey'), countWrites(deps));
  const asker = (c: Context<WriterEnv>) => ({ shop: c.get('shop'), writer: c.get('writer') });
  const about = (c: Context<WriterEnv>) => ({
    ...asker(c),
    surveyId: pathId(c, 'surveyId'),
    wave: pathId(c, 'wave'),
  });

  routes.get('/', async (c) => reply(c, await listMySurveys(deps, asker(c))));
  routes.post('/:surveyId/:wave/open', async (c) => reply(c, await openForm(deps, about(c))));
  routes.put('/:surveyId/:wave', async (c) => {
    const { input: given } = await readBody(c, responseInput);
    return reply(c, await answerSurvey(deps, { ...about(c), given }));
  });
  routes.delete('/:surveyId/:wave', async (c) => {
    const withdrawn = await withdrawResponse(deps, about(c));
    return 'refused' in withdrawn ? replyRefusal(c, withdrawn.refused) : done();
  });

  return new Hono<StorefrontEnv>().route('/', routes);
};

function reply(c: Context, outcome: Outcome<unknown>): Response {
  return 'refused' in outcome
    ? replyRefusal(c, outcome.refused)
    : replyJson(c, outcome.ok, { headers: PERSONAL });
}
