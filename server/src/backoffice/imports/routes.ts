import { Hono, type Context } from 'hono';
import { importOptions } from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { answer, reply } from '../../platform/http/typed.ts';
import {
  importReviews,
  listImports,
  previewImport,
  undoImport,
  type FileOf,
} from './import-reviews.ts';
import { oneFileOfShop } from './take-turns.ts';

/**
 * `/v1/reviews/imports`: reviews of other tools. A form with the `file`, and the `options`
 * as JSON.
 */
export const importRoutes = (deps: Deps) => {
  /** One file of a shop at a time, from its first byte on: it is held in memory. */
  const alone = <T>(c: Context<MerchantEnv>, work: () => Promise<T>): Promise<T> =>
    oneFileOfShop.run(c.get('shop').id, work);
  const read = async (c: Context<MerchantEnv>): Promise<FileOf> => {
    const { file: bytes, options } = await readForm(c, importOptions, LIMITS.importBytesMax);
    return { shop: c.get('shop'), bytes, options, signal: c.req.raw.signal };
  };
  return new Hono<MerchantEnv>()
    .post('/preview', (c) =>
      alone(c, async () => reply(c, await previewImport(deps, await read(c)))),
    )
    .post('/', (c) => alone(c, async () => reply(c, await importReviews(deps, await read(c)), 201)))
    .get('/', async (c) => answer(c, await listImports(deps, c.get('shop'))))
    .delete('/:importId', (c) =>
      alone(c, async () => {
        const importId = pathId(c, 'importId');
        return reply(c, await undoImport(deps, { shop: c.get('shop'), importId }));
      }),
    );
};
