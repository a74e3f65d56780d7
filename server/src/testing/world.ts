import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { shopInput, type ShopKeys } from '@okaeri/shared/access';
import type { ProgramDocument } from '@okaeri/shared/program';
import { createShop } from '../backoffice/setup/create-shop.ts';
import { findShop } from '../access/find-shop.ts';
import { createApp } from '../app.ts';
import { createDeps } from '../create-deps.ts';
import { CACHE_LIMITS, type Deps } from '../deps.ts';
import { createLogger } from '../platform/lib/logger.ts';
import type { MailSender } from '../platform/mail/mail-sender.ts';
import { publishDraft, saveDraft, versionTag } from '../backoffice/program-editor/edit-draft.ts';
import { defaultProgram } from '../loyalty/program/default-program.ts';
import type { Store } from '../platform/store/store.ts';
import { holdToDocument } from './held-answers.ts';
import { QUICK_PASSWORDS } from './quick-passwords.ts';
import { TODAY } from './today.ts';
import { TEST_MEDIA, TEST_OUTSIDE, TEST_URL } from './test-media.ts';
import type { ShopRow } from '../access/tables.ts';

/** A clock a test moves by hand. */
interface HandClock {
  at: number;
  now(): number;
}

/** A server with one shop on a real store, asked through its routes without a socket. */
export interface World {
  readonly deps: Deps;
  readonly clock: HandClock;
  readonly keys: ShopKeys;
  readonly origin: string;
  shop(): Promise<ShopRow>;
  /** A shopper token, as a merchant's backend would sign it. */
  token(sub: string, claims?: Record<string, unknown>): Promise<string>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** A merchant's request with the secret key. */
  merchant(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** A shopper's request with their token. */
  storefront(
    method: string,
    path: string,
    by: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  publish(document: ProgramDocument): Promise<void>;
}

/** Thousands of worlds are opened: caches of the usual size would take their memory each time. */
const SMALL_CACHES = { ...CACHE_LIMITS, tokensMax: 1000, proofsMax: 1000, sightingsMax: 1000 };

/** A programme for tests: the default one in dollars, changed where a test needs it. */
export const testProgram = (change: Partial<ProgramDocument> = {}): ProgramDocument => ({
  ...defaultProgram('USD'),
  ...change,
});

/** Opens a world on a store. */
export const openWorld = async (
  store: Store,
  program?: ProgramDocument,
  mail: MailSender | null = null,
  parts: Partial<
    Pick<
      Deps,
      'callOutside' | 'cleanPhoto' | 'logger' | 'lookUpTexts' | 'passwords' | 'rates' | 'workLimits'
    >
  > = {},
): Promise<World> => {
  const clock: HandClock = { at: TODAY, now: () => clock.at };
  const deps = createDeps(
    {
      store,
      clock,
      logger: createLogger('silent'),
      secretKey: randomBytes(32),
      publicUrl: TEST_URL,
      media: TEST_MEDIA,
      fetchOutside: TEST_OUTSIDE,
      mail,
      passwords: QUICK_PASSWORDS,
      ...parts,
    },
    SMALL_CACHES,
  );
  const origin = 'https://shop.example';
  const keys = await createShop(deps, shopInput.parse({ name: 'Test', origins: [origin] }));
  const app = createApp(deps);
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await app.request(path, init);
    // What is packed is what stands in the document, packed.
    if (!answer.headers.has('content-encoding'))
      await holdToDocument(init.method ?? 'GET', path, answer);
    return answer;
  };

  const shop = async (): Promise<ShopRow> => {
    const row = await findShop(deps, keys.shopId);
    if (row === undefined) throw new Error('The test shop is gone.');
    return row;
  };
  const json = (body: unknown): { body?: string } =>
    body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };

  const world: World = {
    deps,
    clock,
    keys,
    origin,
    shop,
    token: (sub, claims = {}) => {
      const iat = Math.floor(clock.at / 1000);
      return new SignJWT({ iat, exp: iat + 600, aud: keys.publicKey, sub, ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(keys.identitySecret));
    },
    request: ask,
    merchant: async (method, path, body, headers = {}) =>
      ask(path, {
        method,
        headers: { authorization: `Bearer ${keys.secretKey}`, ...headers },
        ...json(body),
      }),
    storefront: async (method, path, by) =>
      ask(`/storefront/v1/${keys.publicKey}${path}`, {
        method,
        headers: {
          ...(by.token === undefined ? {} : { authorization: `Bearer ${by.token}` }),
          ...by.headers,
        },
        ...json(by.body),
      }),
    async publish(document) {
      const ifMatch = versionTag((await shop()).programVersion);
      const saved = await saveDraft(deps, { shopId: keys.shopId, document, ifMatch });
      if ('refused' in saved) throw new Error(saved.refused.detail);
      await publishDraft(deps, { shopId: keys.shopId, ifMatch: saved.ok.etag });
    },
  };
  if (program !== undefined) await world.publish(program);
  return world;
};
