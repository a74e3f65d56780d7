import type { Outcome } from '../../platform/lib/outcome.ts';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import { appealInput } from '@okaeri/shared/review-queue';
import {
  codeInput,
  openInput,
  reviewInput,
  reviewsQuery,
  starsQuery,
} from '@okaeri/shared/reviews';
import { line, locale } from '@okaeri/shared/values';
import type { Deps } from '../../deps.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { check, readBody, readBytes } from '../../platform/http/read-body.ts';
import { pathId, readCursor } from '../../platform/http/read-request.ts';
import { replyJson, saidInAnswer } from '../../platform/http/reply.ts';
import {
  writerOnly,
  type ShopperEnv,
  type StorefrontEnv,
  type WriterEnv,
} from '../../access/storefront.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { confirmCode, sendCode } from './confirm-address.ts';
import { addPhoto, findUploader } from './add-photo.ts';
import { addReaderRoutes } from '../moderation/reader-routes.ts';
import { ANSWERED_REVIEWS } from './answered-reviews.ts';
import { listReviews, listStars, readFigures } from './list-reviews.ts';
import { appealReview, openReview, readMyReviews, removeReview } from './own-review.ts';
import { renderPage } from './render-page.ts';
import { writeReview } from './write-review.ts';

// The same for everybody: caches between may be a little behind, but anyone who has just
// written something looks for it at once.
const PUBLIC = { 'Cache-Control': 'public, max-age=0, s-maxage=60' } as const;

// A piece of a page, to be put into the shop's own: by itself it can do nothing.
const PAGE = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
} as const;

const pageQuery = z.object({
  /** What the page calls the product, and the `@id` of its markup. */
  name: line,
  id: z.url().max(LIMITS.textLengthMax).optional(),
  language: locale.default('en'),
  /** Where this server is, as the page's visitors reach it. */
  media: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default(''),
});

/** `/storefront/v1/{publicKey}`: reviews as everybody reads them. */
export const publicReviewRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<StorefrontEnv>();

  routes.get('/products/:productId/reviews', async (c) => {
    const { cursor, ...asked } = check(reviewsQuery, c.req.query());
    const of = { shop: c.get('shop'), productId: pathId(c, 'productId') };
    const after = readCursor(cursor, FIRST_CURSOR.newest);
    return replyJson(c, await listReviews(deps, of, { ...asked, after }), { headers: PUBLIC });
  });

  routes.get('/products/:productId/reviews.html', async (c) => {
    const { name, id: markedId, language, media } = check(pageQuery, c.req.query());
    const page = await renderPage(deps, {
      shop: c.get('shop'),
      productId: pathId(c, 'productId'),
      product: { id: markedId ?? null, name },
      language,
      mediaUrl: media,
    });
    return new Response(page, { headers: { ...saidInAnswer(c), ...PUBLIC, ...PAGE } });
  });

  routes.get('/stars', async (c) => {
    const { ids } = check(starsQuery, c.req.query());
    return replyJson(c, await listStars(deps, c.get('shop'), ids), { headers: PUBLIC });
  });

  routes.get('/reviews/figures', async (c) =>
    replyJson(c, await readFigures(deps, c.get('shop')), { headers: PUBLIC }),
  );

  return routes;
};

/** `/storefront/v1/{publicKey}/me/reviews`: one's own. */
export const myReviewRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<WriterEnv>();
  routes.use(writerOnly(deps));
  const asker = (c: Context<WriterEnv>) => ({ shop: c.get('shop'), writer: c.get('writer') });

  routes.get('/', async (c) => reply(c, await readMyReviews(deps, asker(c))));

  routes.post('/photos', async (c) => {
    const found = await findUploader(deps, asker(c));
    if ('refused' in found) return replyRefusal(c, found.refused);
    const bytes = await readBytes(c, LIMITS.photoBytesMax);
    return reply(c, await addPhoto(deps, { shopper: found.ok, bytes }), 201);
  });

  routes.post('/confirmation', async (c) => reply(c, await sendCode(deps, asker(c))));
  routes.put('/confirmation', async (c) => {
    const { input } = await readBody(c, codeInput);
    return reply(c, await confirmCode(deps, { ...asker(c), ...input }));
  });

  routes.post('/:productId/open', async (c) => {
    const { input } = await readBody(c, openInput);
    const productId = pathId(c, 'productId');
    const orderId = input.orderId ?? null;
    return reply(c, await openReview(deps, { ...asker(c), productId, orderId }));
  });

  routes.put('/:productId', async (c) => {
    const { input: review } = await readBody(c, reviewInput);
    const productId = pathId(c, 'productId');
    const outcome = await writeReview(deps, { ...asker(c), productId, review });
    return reply(c, outcome, 'created' in outcome && outcome.created ? 201 : 200);
  });

  routes.delete('/:productId', async (c) =>
    reply(c, await removeReview(deps, { ...asker(c), productId: pathId(c, 'productId') })),
  );

  routes.post('/:productId/appeal', async (c) => {
    const { input } = await readBody(c, appealInput);
    const productId = pathId(c, 'productId');
    return reply(c, await appealReview(deps, { ...asker(c), productId, ...input }));
  });

  return new Hono<StorefrontEnv>().route('/', routes);
};

/** `/storefront/v1/{publicKey}/reviews`: what a signed-in reader says to a review. */
export const readerRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();
  addReaderRoutes(routes, deps, { kind: ANSWERED_REVIEWS, below: '', id: 'reviewId' });
  return routes;
};

function reply(c: Context, outcome: Outcome<unknown>, status = 200): Response {
  return 'refused' in outcome
    ? replyRefusal(c, outcome.refused)
    : replyJson(c, outcome.ok, { status });
}
