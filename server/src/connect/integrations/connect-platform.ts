import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type { Connection, ConnectionInput } from '@okaeri/shared/integrations';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { insideFault } from '../../platform/lib/inside-rules.ts';
import { first } from '../../platform/store/store.ts';
import {
  decryptSecrets,
  encryptSecrets,
  type PlatformSecrets,
} from './contract/connection-secrets.ts';
import { findConnection, type OpenConnection } from './find-connection.ts';
import { adapterOf } from './platforms.ts';
import { countMessages } from './inbox-queries.ts';
import { deleteConnection, lockConnection, saveConnection } from './queries.ts';
import type { ConnectionRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** How long messages signed with the secret before are taken: Shopify goes on with it for an hour. */
export const ROTATION_MS = 2 * 3_600_000;

const NOT_CONNECTED: { refused: Refusal } = {
  refused: {
    code: 'notConnected',
    detail: 'Connect the shop first: PUT /v1/integrations/connection.',
  },
};

/** The platform a shop is connected to; null where it is to none. */
export const viewConnection = async (deps: Deps, shop: ShopRow): Promise<Connection | null> => {
  const connection = await findConnection(deps, shop.id);
  return connection === undefined ? null : viewOf(deps, shop, connection);
};

/** Connects a shop to its platform, or changes how it is connected. */
export const connectPlatform = async (
  deps: Deps,
  input: { shop: ShopRow; connection: ConnectionInput },
): Promise<Outcome<Connection>> => {
  const { shop, connection: said } = input;
  if (said.platform === 'woocommerce') {
    const detail = insideFault(said.address, deps.allowedAddresses);
    if (detail !== undefined) return { refused: { code: 'addressNotAllowed', detail } };
  }
  const now = deps.clock.now();
  const isSaved = await deps.store.write(async (tx): Promise<boolean> => {
    const row = await first(tx, lockConnection, { shopId: shop.id });
    const isSame = row?.platform === said.platform && row.address === said.address;
    const known = isSame ? decryptSecrets(deps.secretKey, shop.id, row.sealed) : undefined;
    const secrets = nextSecrets(said, known, now);
    if (secrets === undefined) return false;
    const goesOn = isSame && row.state === 'connected';
    const next: ConnectionRow = {
      shopId: shop.id,
      platform: said.platform,
      address: said.address,
      sealed: encryptSecrets(deps.secretKey, shop.id, secrets),
      money: said.money,
      state: 'connected',
      sweptTo: goesOn ? row.sweptTo : now,
      sweepAt: now,
      sweepNote: null,
      productsSweptTo: goesOn ? row.productsSweptTo : 0,
      productsNote: null,
      productsCursor: goesOn ? row.productsCursor : null,
      connectedAt: goesOn ? row.connectedAt : now,
      version: 1,
    };
    await tx.run(saveConnection, next);
    return true;
  });
  if (!isSaved) {
    const detail = 'The secret is needed: messages are signed with it.';
    return { refused: { code: 'invalidRequest', detail } };
  }
  return readConnection(deps, shop);
};

/** Takes the connection away; what was received stays. */
export const disconnectPlatform = async (deps: Deps, shop: ShopRow): Promise<Outcome<true>> => {
  const gone = await deps.store.write((tx) => tx.run(deleteConnection, { shopId: shop.id }));
  return gone.length > 0 ? { ok: true } : NOT_CONNECTED;
};

/** The app was taken out of the shop: nothing is asked of it any more. */
export const markUninstalled = (deps: Deps, shopId: string): Promise<boolean> =>
  changeConnection(deps, shopId, (_, secrets) => ({
    state: 'uninstalled',
    sweepAt: null,
    sealed: encryptSecrets(deps.secretKey, shopId, {
      ...secrets,
      accessToken: null,
      clientId: null,
    }),
  }));

/** Compares orders and products with the platform's from an instant on, as soon as may be. */
export const sweepFrom = async (
  deps: Deps,
  input: { shop: ShopRow; since: number },
): Promise<Outcome<Connection>> => {
  const found = await changeConnection(deps, input.shop.id, (row) => ({
    sweptTo: Math.min(row.sweptTo, input.since),
    productsSweptTo: Math.max(0, Math.min(row.productsSweptTo, input.since)),
    productsCursor: null,
    sweepAt: row.state === 'connected' ? deps.clock.now() : null,
  }));
  return found ? readConnection(deps, input.shop) : NOT_CONNECTED;
};

async function viewOf(deps: Deps, shop: ShopRow, connection: OpenConnection): Promise<Connection> {
  const { row, secrets } = connection;
  const asked = { shopId: shop.id, state: 'failed' } as const;
  const failed = await deps.store.read((tx) => first(tx, countMessages, asked));
  const url = messagesUrl(deps, shop, connection);
  return {
    platform: row.platform,
    address: row.address,
    money: row.money,
    state: row.state,
    connectedAt: isoOf(row.connectedAt),
    hasAccess: adapterOf(connection).hasAccess(secrets),
    sweptTo: isoOf(row.sweptTo),
    sweepNote: row.sweepNote,
    productsSweptTo: row.productsSweptTo === 0 ? null : isoOf(row.productsSweptTo),
    productsNote: row.productsNote,
    messagesUrl: url,
    proxyUrl: row.platform === 'shopify' ? `${url}/proxy` : null,
    failedMessages: Number(failed?.count ?? 0),
  };
}

/** What is not said of the same platform stays; what is said of another begins anew. */
function nextSecrets(
  input: ConnectionInput,
  known: PlatformSecrets | undefined,
  now: number,
): PlatformSecrets | undefined {
  const secret = input.secret ?? known?.secret;
  if (secret === undefined) return undefined;
  const rotated = known !== undefined && known.secret !== secret;
  const previous = rotated
    ? { secret: known.secret, until: now + ROTATION_MS }
    : (known?.previous ?? null);
  const kept = (said: string | null | undefined, was: string | null | undefined): string | null =>
    said === undefined ? (was ?? null) : said;
  const isShopify = input.platform === 'shopify';
  return {
    secret,
    previous,
    accessToken: isShopify ? kept(input.accessToken, known?.accessToken) : null,
    clientId: isShopify ? kept(input.clientId, known?.clientId) : null,
    consumerKey: isShopify ? null : kept(input.consumerKey, known?.consumerKey),
    consumerSecret: isShopify ? null : kept(input.consumerSecret, known?.consumerSecret),
  };
}

async function readConnection(deps: Deps, shop: ShopRow): Promise<Outcome<Connection>> {
  const connection = await viewConnection(deps, shop);
  return connection === null ? NOT_CONNECTED : { ok: connection };
}

function changeConnection(
  deps: Deps,
  shopId: string,
  change: (row: ConnectionRow, secrets: PlatformSecrets) => Partial<ConnectionRow>,
): Promise<boolean> {
  return deps.store.write(async (tx): Promise<boolean> => {
    const row = await first(tx, lockConnection, { shopId });
    if (row === undefined) return false;
    const secrets = decryptSecrets(deps.secretKey, shopId, row.sealed);
    await tx.run(saveConnection, { ...row, ...change(row, secrets) });
    return true;
  });
}

function messagesUrl(deps: Deps, shop: ShopRow, { row }: OpenConnection): string {
  return `${deps.publicUrl}/integrations/${row.platform}/${shop.publicKey}`;
}
