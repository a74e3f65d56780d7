import { Hono, type Context } from 'hono';
import { answerOptions } from '@okaeri/shared/answer-imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { answer, reply } from '../../platform/http/typed.ts';
import {
  importAnswers,
  listAnswerImports,
  previewAnswers,
  undoAnswers,
  type AnswersOf,
} from './import-answers.ts';
import { oneFileOfShop } from './take-turns.ts';

/**
 * `/v1/surveys/{surveyId}/imports`: answers given in other tools. A form with the `file`, and the `options` as JSON.
 */
export const answerImportRoutes = (deps: Deps) => {
  /** One file of a shop at a time, from its first byte on: it is held in memory. */
  const alone = <T>(c: Context<MerchantEnv>, work: () => Promise<T>): Promise<T> =>
    oneFileOfShop.run(c.get('shop').id, work);
  const of = (c: Context<MerchantEnv>) => ({
    shop: c.get('shop'),
    surveyId: pathId(c, 'surveyId'),
  });
  const read = async (c: Context<MerchantEnv>): Promise<AnswersOf> => {
    const { file: bytes, options } = await readForm(c, answerOptions, LIMITS.importBytesMax);
    return { ...of(c), bytes, options, signal: c.req.raw.signal };
  };
  return new Hono<MerchantEnv>()
    .post('/surveys/:surveyId/imports/preview', (c) =>
      alone(c, async () => reply(c, await previewAnswers(deps, await read(c)))),
    )
    .post('/surveys/:surveyId/imports', (c) =>
      alone(c, async () => reply(c, await importAnswers(deps, await read(c)), 201)),
    )
    .get('/surveys/:surveyId/imports', async (c) => answer(c, await listAnswerImports(deps, of(c))))
    .delete('/surveys/:surveyId/imports/:importId', (c) =>
      alone(c, async () =>
        reply(c, await undoAnswers(deps, { ...of(c), importId: pathId(c, 'importId') })),
      ),
    );
};
