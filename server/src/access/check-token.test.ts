import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TokenCheck } from '@okaeri/shared/setup';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';

describe.each(ENGINES)('a look at a shopper token on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let server: Server;
  let base: string;
  const address = { status: 200, body: '', headers: {} as Record<string, string> };
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
    server = createServer((_request, response) => {
      response.writeHead(address.status, address.headers);
      response.end(address.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await test.dispose();
  });

  const look = async (input: { token: string } | { url: string }): Promise<TokenCheck> => {
    const answer = await world.merchant('POST', '/v1/shop/check/token', input);
    expect(answer.status).toBe(200);
    return (await answer.json()) as TokenCheck;
  };
  const now = (): number => Math.floor(world.clock.at / 1000);
  const without = (name: string): Promise<string> => world.token('ada', { [name]: undefined });

  it('says whom a good one speaks of, and what of it cannot be used', async () => {
    const claims = { email: 'ada@post.example', email_verified: true, name: 'Ada', locale: 'x y' };
    expect(await look({ token: await world.token('ada', claims) })).toMatchObject({
      finding: 'good',
      expiresAt: new Date((now() + 600) * 1000).toISOString(),
      shopper: { id: 'ada', name: 'Ada', email: 'ada@post.example', emailVerified: true },
      ignored: ['locale'],
    });
  });

  it('says why one is refused: what a developer has to mend first', async () => {
    const sign = (secret: string): Promise<string> =>
      new SignJWT({ iat: now(), exp: now() + 600, aud: world.keys.publicKey, sub: 'ada' })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(secret));
    const long = new SignJWT({ iat: now(), exp: now() + 600, aud: world.keys.publicKey, sub: 'a' })
      .setProtectedHeader({ alg: 'HS512' })
      .sign(new TextEncoder().encode(world.keys.identitySecret));
    const cases: readonly [Promise<string>, string, string | null][] = [
      [Promise.resolve('not a token'), 'malformed', null],
      [long, 'algorithm', 'HS512'],
      [world.token('ada', { aud: 'okr_pk_another' }), 'audience', 'okr_pk_another'],
      [without('exp'), 'missing', 'exp'],
      [without('sub'), 'missing', 'sub'],
      [world.token('ada', { iat: now() * 1000, exp: (now() + 600) * 1000 }), 'milliseconds', 'iat'],
      [world.token('ada', { iat: now() - 9000, exp: now() - 7200 }), 'expired', null],
      [world.token('ada', { iat: now() + 3600, exp: now() + 4000 }), 'future', null],
      [world.token('ada', { exp: now() + 86_400 }), 'tooLong', '86400'],
      [sign(world.keys.secretKey), 'signature', null],
      [world.token('ada', { view_only: true }), 'viewOnly', null],
    ];
    for (const [token, finding, detail] of cases)
      expect(await look({ token: await token })).toMatchObject({ finding, detail });
  });

  it('says of an address what it answers to somebody whom nobody knows', async () => {
    const answers = async (
      body: string,
      headers: Record<string, string> = {},
      status = 200,
    ): Promise<TokenCheck> => {
      Object.assign(address, { body, headers, status });
      return look({ url: `${base}/token` });
    };
    const kept = { 'Cache-Control': 'no-store' };
    expect(await answers('{"token":null}', kept)).toMatchObject({
      finding: 'guest',
      isCacheable: false,
    });
    expect(await answers('{"token":null}')).toMatchObject({ finding: 'guest', isCacheable: true });
    expect(await answers('{"token":"a.b.c"}', kept)).toMatchObject({ finding: 'public' });
    expect(await answers('{"jwt":null}', kept)).toMatchObject({ finding: 'noToken' });
    expect(await answers('<!doctype html>', kept)).toMatchObject({ finding: 'notJson' });
    expect(await answers('', kept, 404)).toMatchObject({
      finding: 'notReached',
      detail: 'answered 404',
    });
    expect(await look({ url: 'https://10.0.0.1/' })).toMatchObject({ finding: 'notReached' });
  });

  it('finds good exactly what the widget can use', async () => {
    const tokens = await Promise.all([
      world.token('ada'),
      world.token('ada', { exp: now() - 59 }),
      world.token('ada', { exp: now() - 60 }),
      world.token('ada', { iat: now() + 60 }),
      world.token('ada', { iat: now() + 61 }),
      world.token('ada', { exp: now() + 3600 }),
      world.token('ada', { exp: now() + 3601 }),
      world.token('ada', { aud: [world.keys.publicKey, 'another'] }),
      world.token('', {}),
      world.token('x'.repeat(256)),
      world.token('ada', { view_only: 'yes' }),
    ]);
    for (const token of tokens) {
      const { status } = await world.storefront('GET', '/me', { token });
      expect([token, (await look({ token })).finding === 'good']).toEqual([token, status === 200]);
    }
  });
});
