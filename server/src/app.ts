import { Hono, type Context } from 'hono';
import { accountRoutes } from './backoffice/setup/account-routes.ts';
import { authRoutes } from './access/auth-routes.ts';
import { clockRoutes, proofRoutes } from './access/routes.ts';
import { AUTH_PATH, createSignIn, type SignIn } from './access/sign-in.ts';
import { actRoutes, keyRoutes, shopRoutes, teamRoutes } from './access/team-routes.ts';
import { activityRoutes, claimRoutes } from './loyalty/activities/routes.ts';
import { contactRoutes, myContactRoutes } from './loyalty/contacts/routes.ts';
import type { Deps } from './deps.ts';
import { consoleRoutes } from './web/console-files.ts';
import { portabilityRoutes } from './connect/portability/routes.ts';
import { mailRoutes } from './backoffice/setup/mail-routes.ts';
import { guardRequests } from './platform/http/guard-requests.ts';
import { measureRequests, patternOf } from './platform/http/measure-requests.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './platform/http/request-id.ts';
import { merchantOnly, type MerchantEnv } from './access/merchant.ts';
import { ProblemError, replyProblem } from './platform/http/problem.ts';
import {
  shopOfPath,
  shopperOnly,
  type ShopperEnv,
  type StorefrontEnv,
} from './access/storefront.ts';
import { widgetRoutes } from './web/widget-files.ts';
import { workProblem } from './platform/http/work-problem.ts';
import { inboundRoutes } from './connect/integrations/inbound-routes.ts';
import { integrationRoutes } from './connect/integrations/routes.ts';
import { insightRoutes } from './backoffice/insights/routes.ts';
import { balanceRoutes } from './backoffice/imports/balance-routes.ts';
import { importRoutes } from './backoffice/imports/routes.ts';
import { mediaRoutes } from './content/reviews/photo-routes.ts';
import { simulationRoutes } from './backoffice/simulation/simulate-routes.ts';
import { documentRoutes } from './openapi/routes.ts';
import { bodyTaking } from './openapi/takes-body.ts';
import { orderRoutes, quoteRoutes } from './loyalty/orders/routes.ts';
import { giftRoutes } from './loyalty/games/routes.ts';
import { appearanceRoutes } from './backoffice/appearance/routes.ts';
import { programRoutes, publicProgramRoutes } from './backoffice/program-editor/routes.ts';
import {
  myQuestionRoutes,
  publicQuestionRoutes,
  questionRoutes,
} from './content/questions/routes.ts';
import { myReferralRoutes, referralRoutes } from './loyalty/referrals/routes.ts';
import {
  merchantRedemptionRoutes,
  poolRoutes,
  redemptionRoutes,
  voucherRoutes,
} from './loyalty/rewards/routes.ts';
import { invitationRoutes } from './content/reviews/invitation-routes.ts';
import { reviewRoutes } from './content/reviews/merchant-routes.ts';
import { myReviewRoutes, publicReviewRoutes, readerRoutes } from './content/reviews/routes.ts';
import { adjustmentRoutes, tillRoutes } from './backoffice/shopper-record/counter-routes.ts';
import { meRoutes } from './backoffice/shopper-record/me-routes.ts';
import { privacyRoutes } from './backoffice/privacy/routes.ts';
import { guestRoutes, shopperRoutes } from './backoffice/shopper-record/routes.ts';
import { webhookRoutes } from './connect/webhooks/routes.ts';
import { unsubscribeRoutes } from './loyalty/contacts/unsubscribe-routes.ts';
import { createFloodGate, type FloodGate } from './platform/lib/flood-gate.ts';
import { storeInLane } from './platform/store/lane.ts';
import { StoreBusyError, StoreUnavailableError } from './platform/store/store.ts';

/** What shops' backends call, and nobody else. */
const backendApi = (deps: Deps) => {
  const api = new Hono<MerchantEnv>();
  api.route('/orders', orderRoutes(deps));
  api.route('/till', tillRoutes(deps));
  api.route('/adjustments', adjustmentRoutes(deps));
  api.route('/gifts', giftRoutes(deps));
  api.route('/activities', activityRoutes(deps));
  api.route('/vouchers', voucherRoutes(deps));
  api.route('/redemptions', merchantRedemptionRoutes(deps));
  api.route('/rewards', poolRoutes(deps));
  api.route('/clock', clockRoutes(deps));
  return api;
};

const merchantApi = (deps: Deps, signIn: SignIn) =>
  new Hono<MerchantEnv>()
    .use(merchantOnly(deps, signIn))
    .route('/program', programRoutes(deps))
    .route('/program', simulationRoutes(deps))
    .route('/appearance', appearanceRoutes(deps))
    .route('/shoppers', shopperRoutes(deps))
    .route('/guests', guestRoutes(deps))
    .route('/reviews/imports', importRoutes(deps))
    .route('/reviews', reviewRoutes(deps))
    .route('/questions', questionRoutes(deps))
    .route('/referrals', referralRoutes(deps))
    .route('/contacts', contactRoutes(deps))
    .route('/insights', insightRoutes(deps))
    .route('/mail', mailRoutes(deps))
    .route('/privacy', privacyRoutes(deps))
    .route('/integrations', integrationRoutes(deps))
    .route('/webhooks', webhookRoutes(deps))
    .route('/balances/imports', balanceRoutes(deps))
    .route('/shop/export', portabilityRoutes(deps))
    .route('/shop', shopRoutes(deps))
    .route('/team', teamRoutes(deps))
    .route('/keys', keyRoutes(deps))
    .route('/acts', actRoutes(deps))
    .route('/', backendApi(deps));

/** What the console's client is typed from: `/v1`, and `/v1/account`. */
export type MerchantApi = ReturnType<typeof merchantApi>;
export type AccountApi = ReturnType<typeof accountRoutes>;

const storefrontApi = (deps: Deps): Hono<StorefrontEnv> => {
  const api = new Hono<StorefrontEnv>();
  api.use(shopOfPath(deps));
  api.route('/', publicProgramRoutes(deps));
  api.route('/', quoteRoutes(deps));
  api.route('/proof', proofRoutes(deps));
  api.route('/', publicReviewRoutes(deps));
  api.route('/', publicQuestionRoutes(deps));
  api.route('/me/reviews', myReviewRoutes(deps));
  const personal = new Hono<ShopperEnv>();
  personal.use(shopperOnly(deps));
  personal.route('/me/referral', myReferralRoutes(deps));
  personal.route('/me/activities', claimRoutes(deps));
  personal.route('/me/contacts', myContactRoutes(deps));
  personal.route('/me', meRoutes(deps));
  personal.route('/redemptions', redemptionRoutes(deps));
  personal.route('/reviews', readerRoutes(deps));
  personal.route('/', myQuestionRoutes(deps));
  api.route('/', personal);
  return api;
};

/** What is said where the database does not take a request. After a COMMIT without an answer nobody knows. */
const storeProblemOf = (error: Error): ProblemError | undefined => {
  if (error instanceof StoreBusyError)
    return new ProblemError('busy', 'Nothing was changed; try again shortly.');
  if (!(error instanceof StoreUnavailableError)) return undefined;
  const detail = error.isOutcomeUnknown
    ? 'It is not known whether the change was kept. Send the same request again, with the same Idempotency-Key where it has one: it counts once.'
    : 'Nothing was changed; send the same request again shortly.';
  return new ProblemError('storeUnavailable', detail);
};

const replyError = (deps: Deps, gate: FloodGate, error: Error, c: Context): Response => {
  if (error instanceof ProblemError) return replyProblem(c, error);
  const ofWork = workProblem(error);
  if (ofWork !== undefined) return replyProblem(c, ofWork);
  const requestId = requestIdOf(c);
  const asked = { requestId, method: c.req.method, route: patternOf(c) };
  const problem = storeProblemOf(error);
  if (problem !== undefined) {
    gate(problem.code, (leftOut) =>
      deps.logger.error({ error, leftOut, ...asked }, 'the database did not take a request'),
    );
    return replyProblem(c, problem);
  }
  deps.logger.error({ error, ...asked }, 'a request failed');
  const detail = `Nothing was changed. It has been logged as ${requestId}.`;
  const headers = { [REQUEST_ID_HEADER]: requestId };
  return replyProblem(c, new ProblemError('internal', detail, { headers }));
};

// https://prometheus.io/docs/instrumenting/exposition_formats/
const METRICS = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' };

const addHealth = (app: Hono, deps: Deps): void => {
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    await deps.store.probe();
    return c.text('ok');
  });
  app.get('/metrics', async (c) => c.text(await deps.metrics.text(), 200, METRICS));
};

/** What visitors cause is written in a queue of its own: a flood of it never has a merchant's write refused. */
const forVisitors = (deps: Deps): Deps => ({
  ...deps,
  store: storeInLane(deps.store, 'visitor'),
  quietStore: storeInLane(deps.quietStore, 'visitor'),
});

/** The whole server as one function of what was opened elsewhere. Importing it does nothing. */
export const createApp = (
  deps: Deps,
  options: { widgetFolder?: string; consoleFolder?: string } = {},
): Hono => {
  const app = new Hono();
  const gate = createFloodGate();
  app.onError((error, c) => replyError(deps, gate, error, c));
  app.notFound((c) =>
    replyProblem(c, new ProblemError('notFound', 'No page and no operation has this address.')),
  );
  app.use(
    measureRequests(deps.metrics),
    guardRequests(
      deps,
      bodyTaking(() => app.routes),
    ),
  );
  addHealth(app, deps);
  app.route(
    '/',
    documentRoutes(deps, () => app.routes),
  );
  const signIn = createSignIn(deps);
  const visitors = forVisitors(deps);
  app.route(AUTH_PATH, authRoutes(visitors, signIn));
  app.route('/v1/account', accountRoutes(deps, signIn));
  app.route('/v1', merchantApi(deps, signIn));
  app.route('/storefront/v1/:publicKey', storefrontApi(visitors));
  app.route('/integrations', inboundRoutes(deps));
  app.route('/media', mediaRoutes(deps));
  app.route('/review', invitationRoutes());
  app.route('/unsubscribe', unsubscribeRoutes(visitors));
  if (options.widgetFolder !== undefined) app.route('/widget', widgetRoutes(options.widgetFolder));
  if (options.consoleFolder !== undefined)
    app.route('/console', consoleRoutes(options.consoleFolder));
  return app;
};
