import type { Outcome } from '../../platform/lib/outcome.ts';
import type { z } from 'zod';
import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import type {
  endpointChange,
  endpointInput,
  NewWebhookEndpoint,
  WebhookEndpoint,
} from '@okaeri/shared/webhooks';
import type { Deps } from '../../deps.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import { first } from '../../platform/store/store.ts';
import { newWebhookSecret, decryptSecrets, encryptSecrets } from './endpoint-secrets.ts';
import {
  countFailingEndpoints,
  deleteEndpoint,
  insertEndpoint,
  lockEndpoint,
  selectEndpoint,
  selectEndpoints,
  updateEndpoint,
} from './queries.ts';
import type { WebhookEndpointRow } from './tables.ts';

/** How long the secret before signs beside a new one, so that receivers can change over. */
export const OVERLAP_MS = DAY_MS;

/** What is answered where there is no such endpoint. */
export const UNKNOWN_ENDPOINT: { refused: Refusal } = {
  refused: { code: 'unknownEndpoint', detail: 'The shop has no endpoint of this id.' },
};

/** Every endpoint of a shop. */
export const listEndpoints = async (
  deps: Deps,
  shopId: string,
): Promise<{ items: WebhookEndpoint[] }> => {
  const found = await deps.store.read((tx) => tx.run(selectEndpoints, { shopId }));
  return { items: found.map(viewOf) };
};

/** One endpoint. */
export const readEndpoint = async (
  deps: Deps,
  key: { shopId: string; id: string },
): Promise<Outcome<WebhookEndpoint>> => {
  const row = await deps.store.read((tx) => first(tx, selectEndpoint, key));
  return row === undefined ? UNKNOWN_ENDPOINT : { ok: viewOf(row) };
};

/** Adds an endpoint. Its secret is shown this once. */
export const addEndpoint = (
  deps: Deps,
  shopId: string,
  input: z.output<typeof endpointInput>,
): Promise<Outcome<NewWebhookEndpoint>> => {
  const key = { shopId, id: `we_${newId()}` };
  const secret = newWebhookSecret();
  const row: WebhookEndpointRow = {
    ...key,
    ...input,
    sealed: encryptSecrets(deps.secretKey, key, [{ text: secret, until: null }]),
    state: 'enabled',
    disabledBy: null,
    failingSince: null,
    createdAt: deps.clock.now(),
    version: 1,
  };
  return deps.store.write(async (tx): Promise<Outcome<NewWebhookEndpoint>> => {
    const known = await tx.run(selectEndpoints, { shopId });
    if (known.length >= LIMITS.endpointsMax) {
      const detail = `A shop may have ${LIMITS.endpointsMax} endpoints.`;
      return { refused: { code: 'tooManyEndpoints', detail } };
    }
    await tx.run(insertEndpoint, row);
    deps.caches.endpoints.delete(shopId);
    return { ok: { ...viewOf(row), secret } };
  });
};

/** Changes an endpoint; one that is enabled again begins anew. */
export const changeEndpoint = (
  deps: Deps,
  key: { shopId: string; id: string },
  said: z.output<typeof endpointChange>,
): Promise<Outcome<WebhookEndpoint>> =>
  change(deps, key, (row) => {
    const state = said.state ?? row.state;
    const isSwitched = state !== row.state;
    return {
      url: said.url ?? row.url,
      label: said.label ?? row.label,
      types: said.types === undefined ? row.types : said.types,
      state,
      ...(isSwitched && { disabledBy: state === 'disabled' ? 'hand' : null, failingSince: null }),
    };
  });

/** Gives an endpoint a new secret; the one before signs beside it for a day. */
export const rotateEndpoint = async (
  deps: Deps,
  key: { shopId: string; id: string },
): Promise<Outcome<NewWebhookEndpoint>> => {
  const secret = newWebhookSecret();
  const now = deps.clock.now();
  const outcome = await change(deps, key, (row) => {
    const before = decryptSecrets(deps.secretKey, row)
      .filter(({ until }) => until === null || until > now)
      .map(({ text, until }) => ({ text, until: until ?? now + OVERLAP_MS }));
    const all = [{ text: secret, until: null }, ...before];
    return { sealed: encryptSecrets(deps.secretKey, key, all) };
  });
  return 'ok' in outcome ? { ok: { ...outcome.ok, secret } } : outcome;
};

/** Takes an endpoint away; what waits for it does not leave any more. */
export const removeEndpoint = async (
  deps: Deps,
  key: { shopId: string; id: string },
): Promise<Outcome<true>> => {
  const gone = await deps.store.write((tx) => tx.run(deleteEndpoint, key));
  deps.caches.endpoints.delete(key.shopId);
  return gone.length > 0 ? { ok: true } : UNKNOWN_ENDPOINT;
};

/** Endpoints of every shop that nothing has reached lately. */
export const countFailing = async (deps: Deps): Promise<number> =>
  Number((await deps.store.read((tx) => first(tx, countFailingEndpoints, {})))?.count ?? 0);

function viewOf(row: WebhookEndpointRow): WebhookEndpoint {
  return {
    id: row.id,
    url: row.url,
    label: row.label,
    types: row.types,
    state: row.state,
    disabledBy: row.disabledBy,
    failingSince: row.failingSince === null ? null : isoOf(row.failingSince),
    createdAt: isoOf(row.createdAt),
  };
}

function change(
  deps: Deps,
  key: { shopId: string; id: string },
  next: (row: WebhookEndpointRow) => Partial<WebhookEndpointRow>,
): Promise<Outcome<WebhookEndpoint>> {
  return deps.store.write(async (tx): Promise<Outcome<WebhookEndpoint>> => {
    const row = await first(tx, lockEndpoint, key);
    if (row === undefined) return UNKNOWN_ENDPOINT;
    const after = { ...row, ...next(row) };
    await tx.run(updateEndpoint, after);
    deps.caches.endpoints.delete(key.shopId);
    return { ok: viewOf(after) };
  });
}
