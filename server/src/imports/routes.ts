import { Hono, type Context } from 'hono';
import { importOptions, type ImportOptions } from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { readForm } from '../http/read-form.ts';
import { pathId } from '../http/read-request.ts';
import { answer, reply } from '../http/typed.ts';
import type { ShopRow } from '../store/rows.ts';
import { importReviews, listImports, previewImport, undoImport } from './import-reviews.ts';

/**
 * `/v1/reviews/imports`: reviews of other tools. A form with the `file`, and the `options`
 * as JSON.
 */
export const importRoutes = (deps: Deps) => {
  const read = async (
    c: Context<MerchantEnv>,
  ): Promise<{ shop: ShopRow; bytes: Uint8Array; options: ImportOptions }> => {
    const { file: bytes, options } = await readForm(c, importOptions, LIMITS.importBytesMax);
    return { shop: c.get('shop'), bytes, options };
  };
  return new Hono<MerchantEnv>()
    .post('/preview', async (c) => reply(c, await previewImport(deps, await read(c))))
    .post('/', async (c) => reply(c, await importReviews(deps, await read(c)), 201))
    .get('/', async (c) => answer(c, await listImports(deps, c.get('shop'))))
    .delete('/:importId', async (c) => {
      const importId = pathId(c, 'importId');
      return reply(c, await undoImport(deps, { shop: c.get('shop'), importId }));
    });
};
