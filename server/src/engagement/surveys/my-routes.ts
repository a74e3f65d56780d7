import { Hono, type Context } from 'hono';
import { quotationYes } from '@okaeri/shared/quotations';
import { codeInput } from '@okaeri/shared/reviews';
import { responseInput } from '@okaeri/shared/surveys';
import { writerOnly, type StorefrontEnv, type WriterEnv } from '../../access/storefront.ts';
import { confirmCode, sendCode } from '../../content/reviews/confirm-address.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { PERSONAL, replyJson } from '../../platform/http/reply.ts';
import { done } from '../../platform/http/typed.ts';
import { answerSurvey } from './answer-survey.ts';
import { listMySurveys } from './list-mine.ts';
import { agreeToQuotation, refuseQuotation } from './own-quotations.ts';
import { openForm } from './open-form.ts';
import { withdrawResponse } from './withdraw-response.ts';

/** `/storefront/v1/{publicKey}/me/surveys`: what one is asked, with a token, or with the link of an e-mail. */
export const mySurveyRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<WriterEnv>();
  routes.use(writerOnly(deps, 'survey'));
  const asker = (c: Context<WriterEnv>) => ({ shop: c.get('shop'), writer: c.get('writer') });
  const about = (c: Context<WriterEnv>) => ({
    ...asker(c),
    surveyId: pathId(c, 'surveyId'),
    wave: pathId(c, 'wave'),
  });

  routes.get('/', async (c) => reply(c, await listMySurveys(deps, asker(c))));
  // Who came by a link shows that they read that mail before they agree to anything (decision 068).
  routes.post('/confirmation', async (c) => reply(c, await sendCode(deps, asker(c))));
  routes.put('/confirmation', async (c) => {
    const { input } = await readBody(c, codeInput);
    return reply(c, await confirmCode(deps, { ...asker(c), ...input }));
  });
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

/** `/storefront/v1/{publicKey}/me/quotations`: what the shop may quote of what one said. */
export const myQuotationRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<WriterEnv>();
  routes.use(writerOnly(deps, 'survey'));
  const about = (c: Context<WriterEnv>) => ({
    shop: c.get('shop'),
    writer: c.get('writer'),
    quotationId: pathId(c, 'quotationId'),
  });
  routes.put('/:quotationId', async (c) => {
    const { input } = await readBody(c, quotationYes);
    return reply(c, await agreeToQuotation(deps, { ...about(c), ...input }));
  });
  routes.delete('/:quotationId', async (c) => {
    const refused = await refuseQuotation(deps, about(c));
    return 'refused' in refused ? replyRefusal(c, refused.refused) : done();
  });
  return new Hono<StorefrontEnv>().route('/', routes);
};

function reply(c: Context, outcome: Outcome<unknown>): Response {
  return 'refused' in outcome
    ? replyRefusal(c, outcome.refused)
    : replyJson(c, outcome.ok, { headers: PERSONAL });
}
