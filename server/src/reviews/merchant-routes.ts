import { Hono, type Context } from 'hono';
import type { Refusal } from '@okaeri/shared/errors';
import { reviewSettings } from '@okaeri/shared/review-settings';
import { decisionInput, decisionsInput, queueQuery, replyInput } from '@okaeri/shared/reviews';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { ProblemError, replyRefusal } from '../http/problem.ts';
import { check, readBody } from '../http/read-body.ts';
import { pathId, readCursor, readIfMatch } from '../http/read-request.ts';
import { replyJson } from '../http/reply.ts';
import { FIRST_CURSOR } from '../lib/list-cursor.ts';
import { decideReview, decideReviews, listForMerchant, replyToReview } from './moderate-review.ts';
import { exportCsv, googleFeed, metaFeed } from './write-feeds.ts';
import { readSettings, saveSettings, settingsOf } from './settings.ts';

const reply = (c: Context, outcome: { ok: unknown } | { refused: Refusal }): Response =>
  'refused' in outcome ? replyRefusal(c, outcome.refused) : replyJson(c, outcome.ok);

const CSV = 'text/csv; charset=utf-8';
const XML = 'application/xml; charset=utf-8';

/** Answers with a text as it comes into being. */
const stream = (pieces: AsyncIterable<string>, type: string): Response =>
  new Response(ReadableStream.from(pieces).pipeThrough(new TextEncoderStream()), {
    headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
  });

/** `/v1/reviews`: settings, the queue, decisions and answers. */
export const reviewRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();

  routes.get('/settings', (c) => {
    const { document, etag } = readSettings(c.get('shop'));
    return replyJson(c, document, { headers: { ETag: etag } });
  });

  routes.put('/settings', async (c) => {
    const ifMatch = readIfMatch(c);
    const { input: document } = await readBody(c, reviewSettings);
    const saved = await saveSettings(deps, { shopId: c.get('shop').id, document, ifMatch });
    if ('refused' in saved) return replyRefusal(c, saved.refused);
    return replyJson(c, saved.ok.document, { headers: { ETag: saved.ok.etag } });
  });

  routes.get('/export.csv', (c) => stream(exportCsv(deps, c.get('shop')), CSV));

  for (const [path, feed, type] of [
    ['/feeds/google.xml', googleFeed, XML],
    ['/feeds/meta.csv', metaFeed, CSV],
  ] as const)
    routes.get(path, (c) => {
      const shop = c.get('shop');
      const { productUrl } = settingsOf(shop);
      if (productUrl === null)
        throw new ProblemError('noProductUrl', 'Set productUrl in the review settings first.');
      return stream(feed(deps, shop, productUrl), type);
    });

  routes.get('/', async (c) => {
    const { state, cursor } = check(queueQuery, c.req.query());
    const after = readCursor(cursor, FIRST_CURSOR.oldest);
    return replyJson(c, await listForMerchant(deps, c.get('shop'), { state, after }));
  });

  routes.post('/decisions', async (c) => {
    const { input } = await readBody(c, decisionsInput);
    return replyJson(c, await decideReviews(deps, { shop: c.get('shop'), ...input }));
  });

  routes.post('/:reviewId/decision', async (c) => {
    const { input: decision } = await readBody(c, decisionInput);
    const reviewId = pathId(c, 'reviewId');
    return reply(c, await decideReview(deps, { shop: c.get('shop'), reviewId, decision }));
  });

  routes.put('/:reviewId/reply', async (c) => {
    const { input } = await readBody(c, replyInput);
    const reviewId = pathId(c, 'reviewId');
    return reply(c, await replyToReview(deps, { shop: c.get('shop'), reviewId, ...input }));
  });

  routes.delete('/:reviewId/reply', async (c) => {
    const reviewId = pathId(c, 'reviewId');
    return reply(c, await replyToReview(deps, { shop: c.get('shop'), reviewId, text: null }));
  });

  return routes;
};
