import { Hono, type Context } from 'hono';
import type { Refusal } from '@okaeri/shared/errors';
import { importOptions, type ImportOptions } from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { replyRefusal } from '../http/problem.ts';
import { readForm } from '../http/read-form.ts';
import { pathId } from '../http/read-request.ts';
import { replyJson } from '../http/reply.ts';
import type { ShopRow } from '../store/rows.ts';
import { importReviews, listImports, previewImport, undoImport } from './import-reviews.ts';

type Outcome = { ok: unknown } | { refused: Refusal };

const reply = (c: Context, outcome: Outcome, status = 200): Response =>
  'refused' in outcome ? replyRefusal(c, outcome.refused) : replyJson(c, outcome.ok, { status });

/**
 * `/v1/reviews/imports`: reviews of other tools. A form with the `file`, and the `options`
 * as JSON.
 */
export const importRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();
  const read = async (
    c: Context<MerchantEnv>,
  ): Promise<{ shop: ShopRow; bytes: Uint8Array; options: ImportOptions }> => {
    const { file: bytes, options } = await readForm(c, importOptions, LIMITS.importBytesMax);
    return { shop: c.get('shop'), bytes, options };
  };

  routes.post('/preview', async (c) => reply(c, await previewImport(deps, await read(c))));
  routes.post('/', async (c) => reply(c, await importReviews(deps, await read(c)), 201));
  routes.get('/', async (c) => replyJson(c, await listImports(deps, c.get('shop'))));
  routes.delete('/:importId', async (c) => {
    const importId = pathId(c, 'importId');
    return reply(c, await undoImport(deps, { shop: c.get('shop'), importId }));
  });
  return routes;
};
