import fc from 'fast-check';
import { SignJWT } from 'jose';
import { shopInput, type ShopKeys } from '@okaeri/shared/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeShop, reopenShop } from '../access/change-shop.ts';
import { findShopAnew } from '../access/find-shop.ts';
import { createApp } from '../app.ts';
import { createShop } from '../backoffice/setup/create-shop.ts';
import { createDeps } from '../create-deps.ts';
import type { Deps } from '../deps.ts';
import { plainProgram } from '../testing/acts.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { aLine, anOrder } from '../testing/order-states.ts';
import { freePort } from '../testing/postgres-server.ts';
import { openShop } from '../testing/process-shop.ts';
import { startServer, type ServerProcess } from '../testing/server-process.ts';

const LONG = process.env['OKAERI_TEST_LONG'] !== undefined;
const HOUR_MS = 3_600_000;
const SHOPPERS = ['ada', 'ben'] as const;

type Act =
  | {
      readonly kind: 'order' | 'adjust' | 'redeem' | 'rename' | 'erase';
      readonly who: number;
      readonly at: number;
      readonly size: number;
    }
  | {
      readonly kind: 'skip' | 'publish' | 'merge' | 'close' | 'reopen';
      readonly at: number;
      readonly size: number;
    };

const size = fc.integer({ min: 1, max: 400 });
const at = fc.nat({ max: 1 });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('order' as const, 'adjust', 'redeem', 'rename'),
        who: fc.nat({ max: 1 }),
        at,
        size,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('skip' as const, 'publish', 'close', 'reopen'),
        at,
        size,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), at, size }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('erase' as const),
        who: fc.nat({ max: 1 }),
        at,
        size,
      }),
    },
  ),
  { minLength: 6, maxLength: 14 },
);

/** What was answered wrongly once, or would be by a server that keeps what it has read. */
const EXAMPLES: [Act[]][] = [
  [
    [
      { kind: 'close', at: 0, size: 1 },
      { kind: 'reopen', at: 0, size: 1 },
      { kind: 'publish', at: 0, size: 7 },
      { kind: 'order', who: 0, at: 1, size: 70 },
      { kind: 'publish', at: 1, size: 90 },
      { kind: 'redeem', who: 0, at: 0, size: 1 },
      { kind: 'skip', at: 1, size: 400 },
    ],
  ],
  [
    [
      { kind: 'merge', at: 0, size: 1 },
      { kind: 'erase', who: 0, at: 1, size: 1 },
      { kind: 'close', at: 0, size: 1 },
      { kind: 'reopen', at: 0, size: 1 },
      { kind: 'close', at: 0, size: 1 },
    ],
  ],
];

describe.each(ENGINES)('GET /me of two server processes on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let deps: Deps;
  let servers: ServerProcess[] = [];
  beforeAll(async () => {
    test = await openTestStore();
    ({ deps } = await openShop(test.store, 50));
    const start = async () =>
      startServer({ databaseUrl: test.url, port: await freePort(), secretKey: deps.secretKey });
    servers = [await start(), await start()];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await test.dispose();
  });

  /** A shop with a clock of its own, and the tokens of its two shoppers. */
  const open = async (): Promise<{ keys: ShopKeys; tokens: string[] }> => {
    const keys = await createShop(deps, shopInput.parse({ name: 'Fresh', sandbox: true }));
    const iat = Math.floor(Date.now() / 1000);
    const sign = (sub: string) =>
      new SignJWT({ iat, exp: iat + 3000, aud: keys.publicKey, sub })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(keys.identitySecret));
    return { keys, tokens: await Promise.all(SHOPPERS.map(sign)) };
  };

  /** What is shown to somebody who has never asked before, by a server that has kept nothing. */
  const anew = (keys: ShopKeys, token: string): Promise<unknown> => {
    const app = createApp(freshDeps(deps));
    return shownOf(app.request(pathOf(keys), { headers: { authorization: `Bearer ${token}` } }));
  };

  it('answers every time what a server that has kept nothing would answer', async () => {
    const kinds = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const { keys, tokens } = await open();
        for (const [turn, one] of [undefined, ...sequence].entries()) {
          if (one !== undefined) await act(deps, servers, keys, { one, turn });
          for (const token of tokens) {
            const headers = { authorization: `Bearer ${token}` };
            const expected = await anew(keys, token);
            for (const { url } of servers)
              expect(await shownOf(fetch(url + pathOf(keys), { headers }))).toEqual(expected);
            kinds.add((expected as { status: unknown }).status);
          }
        }
      }),
      { numRuns: LONG ? 100 : 4, examples: EXAMPLES },
    );
    expect(kinds).toContain(200);
  });
});

function pathOf({ publicKey }: ShopKeys): string {
  return `/storefront/v1/${publicKey}/me`;
}

/** An answer but for the time and the number it has. */
async function shownOf(answering: Response | Promise<Response>): Promise<unknown> {
  const answer = await answering;
  const body = (await answer.json()) as Record<string, unknown>;
  const { asOf: _time, instance: _number, requestId: _id, ...shown } = body;
  return { status: answer.status, shown };
}

function freshDeps(of: Deps): Deps {
  const { store, clock, logger, secretKey, publicUrl, fetchOutside, mail, media } = of;
  return createDeps({ store, clock, logger, secretKey, publicUrl, fetchOutside, mail, media });
}

/** Does one thing at one of the servers; whether it is refused does not matter. */
async function act(
  deps: Deps,
  servers: readonly ServerProcess[],
  keys: ShopKeys,
  { one, turn }: { one: Act; turn: number },
): Promise<void> {
  const send = async (method: string, path: string, body?: unknown, ifMatch?: string) => {
    const answer = await fetch(`${servers[one.at]?.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${keys.secretKey}`,
        'content-type': 'application/json',
        'idempotency-key': `turn-${turn}`,
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBeLessThan(500);
    await answer.body?.cancel();
    return answer;
  };
  const shopper = `/v1/shoppers/${SHOPPERS['who' in one ? one.who : 0]}`;
  switch (one.kind) {
    case 'order': {
      const id = SHOPPERS[one.who];
      const order = anOrder({ shopper: { id }, lines: [aLine('a', one.size * 100)] });
      return void (await send('PUT', `/v1/orders/${turn}`, order));
    }
    case 'adjust':
      return void (await send('POST', `${shopper}/adjustments`, {
        points: one.size,
        reason: 'gift',
      }));
    case 'redeem':
      return void (await send('POST', `${shopper}/redemptions`, { rewardId: 'off5' }));
    case 'rename':
      return void (await send('PUT', shopper, { name: `Name ${turn}` }));
    case 'erase':
      return void (await send('DELETE', shopper));
    case 'merge':
      return void (await send('POST', '/v1/shoppers/ada/merge', { from: 'ben' }));
    case 'skip':
      return void (await send('POST', '/v1/clock/advance', { byMs: one.size * HOUR_MS }));
    case 'publish': {
      const draft = await send('GET', '/v1/program/draft');
      const document = plainProgram({ cost: one.size, expiryDays: 30 });
      const saved = await send(
        'PUT',
        '/v1/program/draft',
        document,
        draft.headers.get('etag') ?? '',
      );
      await send('POST', '/v1/program/publish', undefined, saved.headers.get('etag') ?? '');
      return;
    }
    case 'close':
    case 'reopen': {
      const shop = await findShopAnew(deps, { id: keys.shopId, publicKey: keys.publicKey });
      if (shop === undefined) throw new Error('The shop is gone.');
      if (one.kind === 'close') await closeShop(deps, { shop, name: shop.name });
      else await reopenShop(deps, shop);
    }
  }
}
