import { webStreamOf } from '../../platform/lib/web-stream.ts';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { reviewSettings } from '@okaeri/shared/review-settings';
import { decisionInput, decisionsInput, queueQuery, replyInput } from '@okaeri/shared/review-queue';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { badCursor, pathId, readIfMatch } from '../../platform/http/read-request.ts';
import { answer, jsonBody, query, reply, replyTagged } from '../../platform/http/typed.ts';
import { readFigures } from './list-reviews.ts';
import { decideReview, decideReviews, replyToReview } from './moderate-review.ts';
import { listForMerchant, readReview } from './queue.ts';
import { exportCsv, googleFeed, metaFeed } from './write-feeds.ts';
import { openPhoto } from './show-photo.ts';
import { readSettings, saveSettings, settingsOf } from './settings.ts';

/** Its review may be withheld tomorrow: no cache keeps it. */
const PHOTO = {
  'Content-Type': 'image/webp',
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;
const CSV = 'text/csv; charset=utf-8';
const XML = 'application/xml; charset=utf-8';

/** `/v1/reviews`: settings, the queue, decisions and answers. */
export const reviewRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/settings', (c) => replyTagged(c, { ok: readSettings(c.get('shop')) }))
    .put('/settings', jsonBody(reviewSettings), async (c) => {
      const document = c.req.valid('json');
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c) };
      return replyTagged(c, await saveSettings(deps, { ...of, document }));
    })
    .get('/photos/:photoId', async (c) => {
      const of = { shopId: c.get('shop').id, photoId: pathId(c, 'photoId') };
      const found = await openPhoto(deps, of);
      if (found === undefined) throw new ProblemError('unknownPhoto', 'There is no such photo.');
      return new Response(found.body, { headers: PHOTO });
    })
    .get('/figures', async (c) => answer(c, await readFigures(deps, c.get('shop'))))
    .route('/', fileRoutes(deps))
    .get('/', query(queueQuery), async (c) => {
      const { counted, ...asked } = c.req.valid('query');
      const of = { ...asked, counted: counted === 'true' };
      const list = await listForMerchant(deps, c.get('shop'), of);
      if (list === undefined) throw badCursor();
      return answer(c, list);
    })
    .get('/:reviewId/page', async (c) => {
      const of = { shop: c.get('shop'), reviewId: pathId(c, 'reviewId') };
      return reply(c, await readReview(deps, of));
    })
    .post('/decisions', jsonBody(decisionsInput), async (c) =>
      answer(c, await decideReviews(deps, { shop: c.get('shop'), ...c.req.valid('json') })),
    )
    .post('/:reviewId/decision', jsonBody(decisionInput), async (c) => {
      const of = { shop: c.get('shop'), reviewId: pathId(c, 'reviewId') };
      return reply(c, await decideReview(deps, { ...of, decision: c.req.valid('json') }));
    })
    .put('/:reviewId/reply', jsonBody(replyInput), async (c) => {
      const of = { shop: c.get('shop'), reviewId: pathId(c, 'reviewId') };
      return reply(c, await replyToReview(deps, { ...of, ...c.req.valid('json') }));
    })
    .delete('/:reviewId/reply', async (c) => {
      const of = { shop: c.get('shop'), reviewId: pathId(c, 'reviewId') };
      return reply(c, await replyToReview(deps, { ...of, text: null }));
    });

/** What leaves as a file. */
function fileRoutes(deps: Deps) {
  return new Hono<MerchantEnv>()
    .get('/export.csv', (c) => stream(exportCsv(deps, c.get('shop')), CSV))
    .get('/feeds/google.xml', (c) => stream(googleFeed(deps, c.get('shop'), productUrlOf(c)), XML))
    .get('/feeds/meta.csv', (c) => stream(metaFeed(deps, c.get('shop'), productUrlOf(c)), CSV));
}

/** Answers with a text as it comes into being. */
function stream(pieces: AsyncIterable<string>, type: string): Response {
  return new Response(webStreamOf(Readable.from(encoded(pieces))), {
    headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
  });
}

function productUrlOf(c: Context<MerchantEnv>): string {
  const { productUrl } = settingsOf(c.get('shop'));
  if (productUrl !== null) return productUrl;
  throw new ProblemError('noProductUrl', 'Set productUrl in the review settings first.');
}

async function* encoded(pieces: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
