import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext } from '@playwright/test';
import type { ShopKeys } from '@okaeri/shared/access';
import { askAsOwner } from './owner.ts';
import { ORIGIN } from './server.ts';

/** A sandbox shop of a test's own, with its keys. */
export interface OwnShop {
  readonly keys: ShopKeys;
  readonly call: (method: string, path: string, data?: unknown) => Promise<Record<string, unknown>>;
}

/** Opens a sandbox shop beside the demo, whose pages may stand on the demo's origin. */
export const openShop = async (request: APIRequestContext): Promise<OwnShop> => {
  const keys = await askAsOwner<ShopKeys>('/v1/account/shops', {
    name: 'Letter Shop',
    currency: 'USD',
    sandbox: true,
    origins: [ORIGIN],
  });
  const call: OwnShop['call'] = async (method, path, data) => {
    const headers: Record<string, string> = { Authorization: `Bearer ${keys.secretKey}` };
    if (/\/(settings|wordings)$/.test(path))
      headers['If-Match'] = (await request.get(path, { headers })).headers()['etag'] ?? '';
    if (method === 'POST') headers['Idempotency-Key'] = randomUUID();
    const answer = await request.fetch(path, { method, headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Record<string, unknown>;
  };
  return { keys, call };
};

/** Publishes the shop's programme with some of it changed. */
export const publishWith = async (
  { call, keys }: OwnShop,
  request: APIRequestContext,
  changes: Record<string, unknown>,
): Promise<void> => {
  const { version: _, ...program } = await call('GET', '/v1/program');
  const authorization = `Bearer ${keys.secretKey}`;
  const read = await request.get('/v1/program/draft', { headers: { authorization } });
  const put = await request.put('/v1/program/draft', {
    headers: { authorization, 'if-match': read.headers()['etag'] ?? '' },
    data: { ...program, ...changes },
  });
  expect(put.ok(), await put.text()).toBe(true);
  const headers = { authorization, 'if-match': put.headers()['etag'] ?? '' };
  expect((await request.post('/v1/program/publish', { headers })).ok()).toBe(true);
};
