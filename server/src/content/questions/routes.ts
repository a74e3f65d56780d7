import { Hono, type Context } from 'hono';
import type { Refusal } from '@okaeri/shared/errors';
import {
  answerChange,
  answerInput,
  postsQuery,
  questionInput,
  questionsQuery,
  shopAnswerInput,
} from '@okaeri/shared/questions';
import { decisionInput, decisionsInput } from '@okaeri/shared/review-queue';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { check, readBody } from '../../platform/http/read-body.ts';
import { pathId, readCursor } from '../../platform/http/read-request.ts';
import { replyJson } from '../../platform/http/reply.ts';
import { answer, jsonBody, query, reply as typedReply } from '../../platform/http/typed.ts';
import type { ShopperEnv, StorefrontEnv } from '../../access/storefront.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { addReaderRoutes } from '../moderation/reader-routes.ts';
import { ANSWERED_POSTS } from './answered-posts.ts';
import { answerAsShop, mendAnswerOfShop } from './answer-as-shop.ts';
import { listPosts, readPost } from './list-posts.ts';
import { decidePost, decidePosts } from './moderate-post.ts';
import { listProductPosts } from './product-posts.ts';
import { listQuestions } from './read-posts.ts';
import { answerQuestion, askQuestion, removePost } from './write-post.ts';

type Outcome = { readonly ok: unknown; readonly created?: boolean } | { readonly refused: Refusal };

const PUBLIC = { 'Cache-Control': 'public, max-age=0, s-maxage=60' } as const;

/** `/storefront/v1/{publicKey}`: questions as everybody reads them. */
export const publicQuestionRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<StorefrontEnv>();
  routes.get('/products/:productId/questions', async (c) => {
    const { cursor } = check(questionsQuery, c.req.query());
    const after = readCursor(cursor, FIRST_CURSOR.newest);
    const of = { shop: c.get('shop'), productId: pathId(c, 'productId'), after };
    return replyJson(c, await listQuestions(deps, of), { headers: PUBLIC });
  });
  routes.get('/products/:productId/posts', async (c) => {
    const of = { shop: c.get('shop'), productId: pathId(c, 'productId') };
    return replyJson(c, await listProductPosts(deps, of), { headers: PUBLIC });
  });
  return routes;
};

/** `/storefront/v1/{publicKey}`: what a signed-in shopper asks, answers and says to it. */
export const myQuestionRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();
  const asker = (c: Context<ShopperEnv>) => ({ shop: c.get('shop'), claims: c.get('claims') });

  routes.post('/products/:productId/questions', async (c) => {
    const { input: question } = await readBody(c, questionInput);
    const productId = pathId(c, 'productId');
    return reply(c, await askQuestion(deps, { ...asker(c), productId, question }));
  });
  routes.post('/questions/:questionId/answers', async (c) => {
    const { input: answer } = await readBody(c, answerInput);
    const questionId = pathId(c, 'questionId');
    return reply(c, await answerQuestion(deps, { ...asker(c), questionId, answer }));
  });
  routes.delete('/questions/:postId', async (c) =>
    reply(c, await removePost(deps, { ...asker(c), postId: pathId(c, 'postId') })),
  );
  addReaderRoutes(routes, deps, { kind: ANSWERED_POSTS, below: '/questions', id: 'postId' });
  return routes;
};

/** `/v1/questions`: what waits, decisions, and the shop's answers. */
export const questionRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(postsQuery), async (c) => {
      const { cursor, counted, ...asked } = c.req.valid('query');
      const after = cursor === undefined ? undefined : readCursor(cursor, FIRST_CURSOR.oldest);
      const of = { ...asked, after, counted: counted === 'true' };
      return answer(c, await listPosts(deps, c.get('shop'), of));
    })
    .get('/:postId/page', async (c) => {
      const of = { shop: c.get('shop'), postId: pathId(c, 'postId') };
      return typedReply(c, await readPost(deps, of));
    })
    .post('/decisions', jsonBody(decisionsInput), async (c) =>
      answer(c, await decidePosts(deps, { shop: c.get('shop'), ...c.req.valid('json') })),
    )
    .post('/:postId/decision', jsonBody(decisionInput), async (c) => {
      const of = { shop: c.get('shop'), postId: pathId(c, 'postId') };
      return typedReply(c, await decidePost(deps, { ...of, decision: c.req.valid('json') }));
    })
    .post('/:questionId/answers', jsonBody(shopAnswerInput), async (c) => {
      const of = { shop: c.get('shop'), questionId: pathId(c, 'questionId') };
      const outcome = await answerAsShop(deps, { ...of, answer: c.req.valid('json') });
      return typedReply(c, outcome, 201);
    })
    .put('/:questionId/answers/:answerId', jsonBody(answerChange), async (c) => {
      const ids = { questionId: pathId(c, 'questionId'), answerId: pathId(c, 'answerId') };
      const of = { shop: c.get('shop'), ...ids, change: c.req.valid('json') };
      return typedReply(c, await mendAnswerOfShop(deps, of));
    });

function reply(c: Context, outcome: Outcome): Response {
  return 'refused' in outcome
    ? replyRefusal(c, outcome.refused)
    : replyJson(c, outcome.ok, { status: outcome.created === true ? 201 : 200 });
}
