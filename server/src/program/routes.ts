import { Hono } from 'hono';
import { programInput } from '@okaeri/shared/program';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { ProblemError, replyRefusal } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import { badCursor, readIfMatch, readPaging } from '../http/read-request.ts';
import type { StorefrontEnv } from '../http/storefront.ts';
import { publishDraft, readDraft, saveDraft, versionTag, type Edited } from './edit-draft.ts';
import { currentProgram, listVersions, programVersion, toPublicProgram } from './read-program.ts';

/** A version number in the path or in a cursor. */
const parseVersion = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** `/v1/program`: the programme as the merchant edits it. */
export const programRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();

  const replyEdited = (c: Parameters<typeof replyRefusal>[0], edited: Edited): Response => {
    if ('refused' in edited) return replyRefusal(c, edited.refused);
    c.header('ETag', edited.ok.etag);
    return c.json(edited.ok.program);
  };

  routes.get('/', async (c) => {
    const program = await currentProgram(deps, c.get('shop'));
    c.header('ETag', versionTag(program.version));
    return c.json(program);
  });

  routes.get('/draft', async (c) => {
    const { program, etag } = await readDraft(deps, c.get('shop').id);
    c.header('ETag', etag);
    return c.json(program);
  });

  routes.put('/draft', async (c) => {
    const ifMatch = readIfMatch(c);
    const { input } = await readBody(c, programInput);
    return replyEdited(
      c,
      await saveDraft(deps, { shopId: c.get('shop').id, document: input, ifMatch }),
    );
  });

  routes.post('/publish', async (c) => {
    const ifMatch = readIfMatch(c);
    return replyEdited(c, await publishDraft(deps, { shopId: c.get('shop').id, ifMatch }));
  });

  routes.get('/versions', async (c) => {
    const { cursor, limit } = readPaging(c);
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : parseVersion(cursor);
    if (before === undefined) throw badCursor();
    return c.json(await listVersions(deps, { shopId: c.get('shop').id, before, limit }));
  });

  routes.get('/versions/:version', async (c) => {
    const version = parseVersion(c.req.param('version'));
    const program = version && (await programVersion(deps, { shopId: c.get('shop').id, version }));
    if (!program) throw new ProblemError('unknownVersion', 'No such version was published.');
    c.header('ETag', versionTag(program.version));
    return c.json(program);
  });

  return routes;
};

/** `/storefront/v1/{publicKey}/program`: what everybody may know, cacheable. */
export const publicProgramRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<StorefrontEnv>();
  routes.get('/program', async (c) => {
    const shop = c.get('shop');
    const etag = versionTag(shop.programVersion);
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, max-age=60, stale-while-revalidate=600');
    if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304);
    return c.json(toPublicProgram(await currentProgram(deps, shop)));
  });
  return routes;
};
