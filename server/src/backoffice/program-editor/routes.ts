import { Hono, type Context } from 'hono';
import { adviceOn, programInput } from '@okaeri/shared/program';
import { publishInput, scheduleInput, versionInput } from '@okaeri/shared/program-status';
import { expiryChangeInput } from '@okaeri/shared/expiry-change';
import type { Deps } from '../../deps.ts';
import { isKnown } from '../../platform/http/if-none-match.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { replyJson, saidInAnswer } from '../../platform/http/reply.ts';
import { badCursor, pagingQuery, readIfMatch } from '../../platform/http/read-request.ts';
import {
  answer,
  done,
  jsonBody,
  optionalBody,
  query,
  refuse,
  reply,
} from '../../platform/http/typed.ts';
import type { StorefrontEnv } from '../../access/storefront.ts';
import { publishDraft, readDraft, saveDraft, versionTag, type Edited } from './edit-draft.ts';
import { templatesIn } from '../../loyalty/program/templates.ts';
import { applyExpiry } from '../../loyalty/earning/apply-expiry.ts';
import {
  currentProgram,
  listVersions,
  noteVersion,
  programVersion,
  publicTag,
  readPublicProgram,
} from './read-program.ts';
import { cancelSchedule, readStatus, scheduleDraft } from './schedule-program.ts';

/** A minute's age is fine for guests; while it is asked for anew, the old one may still be shown. */
const PUBLIC_CACHE = 'public, max-age=60, stale-while-revalidate=600';

/** `/v1/program`: the programme as the merchant edits it. */
export const programRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) => {
      const program = await currentProgram(deps, c.get('shop'));
      return answer(c, program, { headers: { ETag: versionTag(program.version) } });
    })
    .get('/draft', async (c) => {
      const { program, etag } = await readDraft(deps, c.get('shop').id);
      return answer(c, program, { headers: { ETag: etag } });
    })
    .put('/draft', jsonBody(programInput), async (c) => {
      const document = c.req.valid('json');
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c) };
      const saved = await saveDraft(deps, { ...of, document, author: authorOf(c) });
      if ('refused' in saved) return refuse(c, saved.refused);
      const body = { ...saved.ok.program, advice: adviceOn(document) };
      return answer(c, body, { headers: { ETag: saved.ok.etag } });
    })
    .post('/publish', optionalBody(publishInput), async (c) => {
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c), author: authorOf(c) };
      return replyProgram(c, await publishDraft(deps, { ...of, ...c.req.valid('json') }));
    })
    .get('/status', async (c) => answer(c, await readStatus(deps, c.get('shop').id)))
    .put('/schedule', jsonBody(scheduleInput), async (c) => {
      const { at, note } = c.req.valid('json');
      const of = { shop: c.get('shop'), ifMatch: readIfMatch(c), author: authorOf(c) };
      return reply(c, await scheduleDraft(deps, { ...of, at: Date.parse(at), note }));
    })
    .delete('/schedule', async (c) => reply(c, await cancelSchedule(deps, c.get('shop').id)))
    .get('/templates', (c) => answer(c, { items: templatesIn(c.get('shop').currency) }))
    .post('/expiry', jsonBody(expiryChangeInput), async (c) =>
      reply(c, await applyExpiry(deps, c.get('shop'), c.req.valid('json'))),
    )
    .route('/versions', versionRoutes(deps));

/** `/storefront/v1/{publicKey}/program`: what everybody may know, cacheable. */
export const publicProgramRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<StorefrontEnv>();
  routes.get('/program', async (c) => {
    const shop = c.get('shop');
    const etag = `"${publicTag(shop)}"`;
    const headers = { ETag: etag, 'Cache-Control': PUBLIC_CACHE };
    if (isKnown(c, etag))
      return new Response(null, { status: 304, headers: { ...saidInAnswer(c), ...headers } });
    return replyJson(c, await readPublicProgram(deps, shop), { headers });
  });
  return routes;
};

function replyProgram(c: Context, edited: Edited) {
  if ('refused' in edited) return refuse(c, edited.refused);
  return answer(c, edited.ok.program, { headers: { ETag: edited.ok.etag } });
}

/** What was published, version by version. */
function versionRoutes(deps: Deps) {
  return new Hono<MerchantEnv>()
    .get('/', query(pagingQuery), async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : parseVersion(cursor);
      if (before === undefined) throw badCursor();
      return answer(c, await listVersions(deps, { shopId: c.get('shop').id, before, limit }));
    })
    .get('/:version', async (c) => {
      const version = parseVersion(c.req.param('version'));
      const of = { shopId: c.get('shop').id };
      const program = version && (await programVersion(deps, { ...of, version }));
      if (!program) throw new ProblemError('unknownVersion', 'No such version was published.');
      return answer(c, program, { headers: { ETag: versionTag(program.version) } });
    })
    .patch('/:version', jsonBody(versionInput), async (c) => {
      const version = parseVersion(c.req.param('version'));
      const { note } = c.req.valid('json');
      const isThere =
        version &&
        (await noteVersion(deps, { shopId: c.get('shop').id, version, note: note ?? null }));
      if (!isThere) throw new ProblemError('unknownVersion', 'No such version was published.');
      return done();
    });
}

/** Who asks, as a version names them. */
function authorOf(c: Context<MerchantEnv>): string {
  const actor = c.get('actor');
  return actor.kind === 'person' ? actor.name : actor.label;
}

/** A version number in the path or in a cursor. */
function parseVersion(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
