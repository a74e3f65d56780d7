import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { adviceOn, programInput } from '@okaeri/shared/program';
import { expiryChangeInput } from '@okaeri/shared/expiry-change';
import { simulationInput } from '@okaeri/shared/simulation';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { ProblemError, replyRefusal } from '../http/problem.ts';
import { replyJson, saidByMiddleware } from '../http/reply.ts';
import { readBody } from '../http/read-body.ts';
import { badCursor, readIfMatch, readPaging } from '../http/read-request.ts';
import type { StorefrontEnv } from '../http/storefront.ts';
import { publishDraft, readDraft, saveDraft, versionTag, type Edited } from './edit-draft.ts';
import { PROGRAM_TEMPLATES } from './templates.ts';
import { appearanceOf } from '../appearance/edit-appearance.ts';
import { applyExpiry } from '../earning/apply-expiry.ts';
import type { ShopRow } from '../store/rows.ts';
import { simulateProgram } from './simulate.ts';
import { currentProgram, listVersions, programVersion, toPublicProgram } from './read-program.ts';

/** A minute's age is fine for guests; while it is asked for anew, the old one may still be shown. */
const PUBLIC_CACHE = 'public, max-age=60, stale-while-revalidate=600';

/** A version number in the path or in a cursor. */
const parseVersion = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** `/v1/program`: the programme as the merchant edits it. */
export const programRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();

  const replyEdited = (c: Parameters<typeof replyRefusal>[0], edited: Edited): Response => {
    if ('refused' in edited) return replyRefusal(c, edited.refused);
    return replyJson(c, edited.ok.program, { headers: { ETag: edited.ok.etag } });
  };

  routes.get('/', async (c) => {
    const program = await currentProgram(deps, c.get('shop'));
    return replyJson(c, program, { headers: { ETag: versionTag(program.version) } });
  });

  routes.get('/draft', async (c) => {
    const { program, etag } = await readDraft(deps, c.get('shop').id);
    return replyJson(c, program, { headers: { ETag: etag } });
  });

  routes.put('/draft', async (c) => {
    const ifMatch = readIfMatch(c);
    const { input } = await readBody(c, programInput);
    const saved = await saveDraft(deps, { shopId: c.get('shop').id, document: input, ifMatch });
    if ('refused' in saved) return replyRefusal(c, saved.refused);
    const body = { ...saved.ok.program, advice: adviceOn(input) };
    return replyJson(c, body, { headers: { ETag: saved.ok.etag } });
  });

  routes.post('/publish', async (c) => {
    const ifMatch = readIfMatch(c);
    return replyEdited(c, await publishDraft(deps, { shopId: c.get('shop').id, ifMatch }));
  });

  routes.get('/templates', (c) => replyJson(c, { items: PROGRAM_TEMPLATES }));

  routes.post('/simulate', async (c) => {
    const { input: request } = await readBody(c, simulationInput);
    const order = { shop: c.get('shop'), request };
    if (c.req.header('accept')?.includes('application/x-ndjson') !== true)
      return replyJson(c, await simulateProgram(deps, order, () => undefined));
    c.header('Content-Type', 'application/x-ndjson');
    return stream(c, async (out) => {
      const line = (value: unknown): Promise<unknown> => out.write(`${JSON.stringify(value)}\n`);
      const result = await simulateProgram(deps, order, (progress) => void line({ progress }));
      await line({ result });
    });
  });

  routes.post('/expiry', async (c) => {
    const { input } = await readBody(c, expiryChangeInput);
    const outcome = await applyExpiry(deps, c.get('shop'), input);
    return 'refused' in outcome ? replyRefusal(c, outcome.refused) : replyJson(c, outcome.ok);
  });

  routes.get('/versions', async (c) => {
    const { cursor, limit } = readPaging(c);
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : parseVersion(cursor);
    if (before === undefined) throw badCursor();
    return replyJson(c, await listVersions(deps, { shopId: c.get('shop').id, before, limit }));
  });

  routes.get('/versions/:version', async (c) => {
    const version = parseVersion(c.req.param('version'));
    const program = version && (await programVersion(deps, { shopId: c.get('shop').id, version }));
    if (!program) throw new ProblemError('unknownVersion', 'No such version was published.');
    return replyJson(c, program, { headers: { ETag: versionTag(program.version) } });
  });

  return routes;
};

/** The tag of what everybody sees: another programme or another appearance is another answer. */
const publicTag = (shop: ShopRow): string =>
  shop.appearanceVersion === 0
    ? versionTag(shop.programVersion)
    : `"v${shop.programVersion}-a${shop.appearanceVersion}"`;

/** `/storefront/v1/{publicKey}/program`: what everybody may know, cacheable. */
export const publicProgramRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<StorefrontEnv>();
  routes.get('/program', async (c) => {
    const shop = c.get('shop');
    const etag = publicTag(shop);
    const headers = { ETag: etag, 'Cache-Control': PUBLIC_CACHE };
    if (c.req.header('if-none-match')?.includes(etag))
      return new Response(null, { status: 304, headers: { ...saidByMiddleware(c), ...headers } });
    const program = await currentProgram(deps, shop);
    const body = toPublicProgram(program, appearanceOf(shop), nowOf(deps, shop));
    return replyJson(c, body, { headers });
  });
  return routes;
};
