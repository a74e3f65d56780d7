import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import type { ExtractSchema, MergeSchemaPath, Schema } from 'hono/types';
import type { AREAS } from './areas.ts';
import { mountsOf, needs, OPERATIONS, TAGS } from './compose-areas.ts';
import { accountRoutes } from './backoffice/setup/account-routes.ts';
import { authRoutes } from './access/auth-routes.ts';
import { AUTH_PATH, createSignIn, type SignIn } from './access/sign-in.ts';
import type { Deps } from './deps.ts';
import { consoleRoutes } from './web/console-files.ts';
import { guardRequests } from './platform/http/guard-requests.ts';
import { limitPageReads } from './platform/http/limit-page-reads.ts';
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
import { documentRoutes } from './openapi/routes.ts';
import { bodyTaking } from './openapi/takes-body.ts';
import { noteSaid } from './openapi/what-is-said.ts';
import { createFloodGate, type FloodGate } from './platform/lib/flood-gate.ts';
import { forVisitors } from './access/for-visitors.ts';
import { StoreBusyError, StoreUnavailableError } from './platform/store/store.ts';

/** What the console's client is typed from: `/v1`, and `/v1/account`. */
export type MerchantApi = Hono<MerchantEnv, SchemasOf<MerchantMounts>>;
export type AccountApi = ReturnType<typeof accountRoutes>;

type MerchantMounts = Extract<
  (typeof AREAS)[number],
  { routes: { merchant: object } }
>['routes']['merchant'];
type SchemasOf<M> = M extends object
  ? { [Path in keyof M & string]: Below<SchemaOf<M[Path]>, Path> }[keyof M & string]
  : never;
/** Routes whose types nobody uses have none. */
type Below<S extends Schema, Path extends string> = keyof S extends never
  ? never
  : MergeSchemaPath<S, Path>;
type SchemaOf<R> = R extends (deps: Deps) => infer App
  ? Extract<ExtractSchema<App>, Schema>
  : never;

// https://prometheus.io/docs/instrumenting/exposition_formats/
const METRICS = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' };

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
      bodyTaking(OPERATIONS, () => app.routes),
    ),
  );
  addHealth(app, deps);
  app.route(
    '/',
    documentRoutes(deps, { operations: OPERATIONS, tags: TAGS }, () => app.routes),
  );
  const signIn = createSignIn(deps);
  const visitors = forVisitors(deps);
  app.route(AUTH_PATH, authRoutes(visitors, signIn));
  app.route('/v1/account', accountRoutes(deps, signIn));
  app.route('/v1', merchantApi(deps, signIn));
  app.route('/storefront/v1/:publicKey', storefrontApi(visitors));
  for (const [path, routes] of mountsOf((all) => all.public)) app.route(path, routes(deps));
  for (const [path, routes] of mountsOf(({ pages }) => pages)) {
    app.use(`${path}/*`, limitPageReads(deps));
    app.route(path, routes(deps));
  }
  if (options.widgetFolder !== undefined) app.route('/widget', widgetRoutes(options.widgetFolder));
  if (options.consoleFolder !== undefined)
    app.route('/console', consoleRoutes(options.consoleFolder));
  return app;
};

function replyError(deps: Deps, gate: FloodGate, error: Error, c: Context): Response {
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
}

function addHealth(app: Hono, deps: Deps): void {
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    await deps.store.probe();
    return c.text('ok');
  });
  app.get('/metrics', async (c) => c.text(await deps.metrics.text(), 200, METRICS));
}

function merchantApi(deps: Deps, signIn: SignIn): Hono<MerchantEnv> {
  const api = new Hono<MerchantEnv>();
  api.use(merchantOnly(deps, signIn, needs()));
  for (const [path, routes] of mountsOf(({ merchant }) => merchant)) api.route(path, routes(deps));
  return api;
}

const COMPRESSED = ['/program', '/products/*'];

function storefrontApi(deps: Deps): Hono<StorefrontEnv> {
  const api = new Hono<StorefrontEnv>();
  api.use(noteSaid(deps, OPERATIONS), shopOfPath(deps));
  // What is long and the same for everybody. What a shopper is told alone is short, and not to be guessed by its length.
  for (const path of COMPRESSED) api.use(path, compress());
  for (const [path, routes] of mountsOf(({ storefront }) => storefront))
    api.route(path, routes(deps));
  const personal = new Hono<ShopperEnv>();
  personal.use(shopperOnly(deps));
  for (const [path, routes] of mountsOf(({ shopper }) => shopper))
    personal.route(path, routes(deps));
  api.route('/', personal);
  return api;
}

/** What is said where the database does not take a request. After a COMMIT without an answer nobody knows. */
function storeProblemOf(error: Error): ProblemError | undefined {
  if (error instanceof StoreBusyError)
    return new ProblemError('busy', 'Nothing was changed; try again shortly.');
  if (!(error instanceof StoreUnavailableError)) return undefined;
  const detail = error.isOutcomeUnknown
    ? 'It is not known whether the change was kept. Send the same request again, with the same Idempotency-Key where it has one: it counts once.'
    : 'Nothing was changed; send the same request again shortly.';
  return new ProblemError('storeUnavailable', detail);
}
