import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import { id as idSchema } from '@okaeri/shared/values';
import { signShopperToken } from '../../access/sign-token.ts';
import type { Deps } from '../../deps.ts';
import { isProxied } from './shopify/signature-rules.ts';
import { findConnection } from './find-connection.ts';
import { signingSecrets } from './contract/connection-secrets.ts';
import type { ShopRow } from '../../access/tables.ts';

/** How old a request through the proxy may be, or ahead of our clock. */
export const PROXY_AGE_MAX_MS = 5 * 60_000;

/** What Shopify says by itself. Anyone who visits may add parameters, and the signature is over those too. */
const SHOPIFYS = ['logged_in_customer_id', 'shop', 'timestamp', 'path_prefix', 'signature'];

/**
 * The shopper token of the person who is signed in at a Shopify shop. The app proxy says who that is and
 * signs it; null for a guest.
 */
export const signProxied = async (
  deps: Deps,
  shop: ShopRow,
  query: URLSearchParams,
): Promise<Outcome<{ token: string | null }>> => {
  const refuse = (detail: string): { refused: Refusal } => ({
    refused: { code: 'badSignature', detail },
  });
  const connection = await findConnection(deps, shop.id);
  if (connection?.row.platform !== 'shopify' || connection.row.state !== 'connected')
    return refuse('The shop is not connected to Shopify.');
  const now = deps.clock.now();
  if (!isProxied(query, signingSecrets(connection.secrets, now)))
    return refuse('The request did not come through the app proxy.');
  if (SHOPIFYS.some((name) => query.getAll(name).length > 1))
    return refuse('The request says twice what only Shopify says.');
  if (query.get('shop') !== connection.row.address)
    return refuse('The request is of another shop.');
  const at = Number(query.get('timestamp') ?? Number.NaN) * 1000;
  if (!(Math.abs(now - at) <= PROXY_AGE_MAX_MS)) return refuse('The request is too old.');
  const customerId = query.get('logged_in_customer_id') ?? '';
  if (shop.closedAt !== null || !idSchema.safeParse(customerId).success)
    return { ok: { token: null } };
  const token = await signShopperToken(deps, shop, { externalId: customerId, viewOnly: false });
  return { ok: { token: token ?? null } };
};
