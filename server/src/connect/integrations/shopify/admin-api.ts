import { z } from 'zod';
import type { PlatformSecrets } from '../contract/connection-secrets.ts';
import type { Deps } from '../../../deps.ts';

/** The version that is asked; Shopify keeps each for a year (https://shopify.dev/docs/api/usage/versioning). */
export const API_VERSION = '2026-10';

const TIMEOUT_MS = 20_000;
const ANSWER_BYTES_MAX = 4_194_304;

/** Where a shop's Admin API is, and what it is asked with. */
export interface ShopifyAccess {
  readonly address: string;
  readonly secrets: PlatformSecrets;
}

/** Shopify did not do what was asked, and will not: a mistake of ours, or a permission that is missing. */
export class ShopifyRefusedError extends Error {
  override readonly name = 'ShopifyRefusedError';
}

const tokenAnswer = z.object({ access_token: z.string() });
const failures = z.array(
  z.object({ message: z.string(), extensions: z.object({ code: z.string().nullish() }).nullish() }),
);
const answer = z.object({ data: z.unknown().optional(), errors: failures.nullish() });

/** Whether the Admin API can be asked at all. */
export const hasAccess = (secrets: PlatformSecrets): boolean =>
  secrets.accessToken !== null || secrets.clientId !== null;

/**
 * Asks the GraphQL Admin API.
 *
 * @throws ShopifyRefusedError when asking again would not help; any other error when it might
 */
export const askShopify = async <Schema extends z.ZodType>(
  deps: Deps,
  access: ShopifyAccess,
  asked: { document: string; variables: Readonly<Record<string, unknown>>; schema: Schema },
): Promise<z.output<Schema>> => {
  const { document: query, variables, schema } = asked;
  const token = await accessToken(deps, access);
  const said = answer.parse(
    await call(deps, access, {
      path: `/admin/api/${API_VERSION}/graphql.json`,
      headers: { 'X-Shopify-Access-Token': token },
      body: { query, variables },
    }),
  );
  const [failure] = said.errors ?? [];
  if (failure?.extensions?.code === 'THROTTLED') throw new Error('Shopify asks for patience');
  if (failure !== undefined) throw new ShopifyRefusedError(failure.message);
  return schema.parse(said.data);
};

/**
 * An access token: the one that was given, or one for the app's own id and secret
 * (https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/client-credentials-grant).
 */
async function accessToken(deps: Deps, access: ShopifyAccess): Promise<string> {
  const { accessToken: given, clientId, secret } = access.secrets;
  if (given !== null) return given;
  if (clientId === null) throw new ShopifyRefusedError('no access to the Admin API was given');
  const granted = await call(deps, access, {
    path: '/admin/oauth/access_token',
    body: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
  });
  return tokenAnswer.parse(granted).access_token;
}

async function call(
  deps: Deps,
  access: ShopifyAccess,
  to: { path: string; headers?: Readonly<Record<string, string>>; body: unknown },
): Promise<unknown> {
  const { status, body } = await deps.callOutside({
    method: 'POST',
    url: `https://${access.address}${to.path}`,
    headers: { 'Content-Type': 'application/json', ...to.headers },
    body: JSON.stringify(to.body),
    timeoutMs: TIMEOUT_MS,
    bytesMax: ANSWER_BYTES_MAX,
  });
  if (status === 401 || status === 403 || status === 404)
    throw new ShopifyRefusedError(`Shopify answered ${status}: check the app's access`);
  if (status !== 200) throw new Error(`Shopify answered ${status}`);
  return JSON.parse(body);
}
