import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicProgram } from '@okaeri/shared/storefront';
import { plainProgram } from '../testing/acts.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { serveWorld } from '../testing/serve-app.ts';
import { openWorld, type World } from '../testing/world.ts';
import { forVisitors } from '../access/for-visitors.ts';
import { createApp } from '../app.ts';
import { createRateLimits } from '../platform/http/rate-limits.ts';
import { readProxies } from '../platform/lib/client-address.ts';
import { createLogger } from '../platform/lib/logger.ts';
import { listen } from './listen.ts';
import { createMeDoor } from './me-door.ts';
import type { AddressInfo } from 'node:net';

/** What no two answers have in common. */
const CHANGING = new Set(['date', 'ratelimit', 'connection', 'keep-alive']);

interface Seen {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

describe.each(ENGINES)('the door of GET /me, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  /** The same world behind two servers: one answers all by the application. */
  let doors: { url: string; close: () => Promise<void> };
  let plain: { url: string; close: () => Promise<void> };
  let handedOn = 0;
  let path = '';
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    path = `/storefront/v1/${world.keys.publicKey}/me`;
    doors = await serveWith(true);
    plain = await serveWith(false);
  });
  afterAll(async () => {
    await Promise.all([doors.close(), plain.close()]);
    await test.dispose();
  });

  const serveWith = async (hasDoor: boolean) => {
    const { fetch: answer } = createApp(world.deps);
    const door = createMeDoor(forVisitors(world.deps));
    const server = await listen(
      {
        fetch: answer,
        ...(hasDoor && {
          door: (incoming, outgoing, otherwise) =>
            door(incoming, outgoing, () => {
              handedOn += 1;
              otherwise();
            }),
        }),
      },
      { port: 0, hostname: '127.0.0.1' },
    );
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () => new Promise<void>((done) => void server.close(() => done())),
    };
  };

  const ask = async (url: string, init: RequestInit & { path?: string }): Promise<Seen> => {
    const answer = await fetch(url + (init.path ?? path), init);
    const body = await answer.text();
    return {
      status: answer.status,
      headers: [...answer.headers]
        .filter(([name]) => !CHANGING.has(name))
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
      body: body.replace(/"(instance|requestId)":"[^"]*"/g, ''),
    };
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('answers whatever comes as the application does', async () => {
    const token = await world.token('ada', { name: 'Ada' });
    const other = await world.token('ada', { birthday: 7 });
    const elsewhere = await openWorld(test.store, plainProgram());
    const foreign = await elsewhere.token('ada');
    const over = await world.token('ada', {
      iat: world.clock.at / 1000 - 7200,
      exp: world.clock.at / 1000 - 3600,
    });
    const from = (origin: string) => ({ headers: { ...bearer(token), origin } });
    const requests: readonly (RequestInit & { path?: string })[] = [
      { headers: bearer(token) },
      from(world.origin),
      from(new URL(world.deps.publicUrl).origin),
      from('https://elsewhere.example'),
      from('null'),
      {},
      { headers: bearer('') },
      { headers: { authorization: token } },
      { headers: { authorization: `bearer ${token}` } },
      { headers: bearer('a.b.c') },
      { headers: bearer(over) },
      { headers: bearer(foreign) },
      { headers: bearer(other) },
      { headers: { ...bearer(token), 'if-none-match': '"nothing"' } },
      { headers: { ...bearer(token), 'if-none-match': '*' } },
      { headers: { ...bearer(token), 'x-forwarded-for': '203.0.113.7' } },
      { headers: bearer(token), path: `${path}?a=1` },
      ...['', 'v1', 'v0', 'v1-a1', 'v1&a=1', '%76'].map((tag) => ({
        headers: bearer(token),
        path: `${path}?program=${tag}`,
      })),
      { headers: bearer(token), path: `${path}/` },
      { headers: bearer(token), path: path.replace('me', '%6de') },
      { headers: bearer(token), path: '/storefront/v1/nobody/me' },
      { headers: bearer(token), method: 'HEAD' },
      { headers: { ...bearer(token), origin: world.origin }, method: 'OPTIONS' },
      { headers: bearer(token), method: 'POST', body: '{}' },
    ];
    // Twice: what was not known the first time is known the second.
    for (const request of [...requests, ...requests])
      expect(await ask(doors.url, request)).toEqual(await ask(plain.url, request));
  });

  it('answers a request like the one before it by itself, and counts it once', async () => {
    const token = await world.token('lea');
    const { tag } = (await (await world.storefront('GET', '/program', {})).json()) as PublicProgram;
    const headers = { ...bearer(token), origin: world.origin };
    const request = { headers, path: `${path}?program=${tag}` };
    // A shop is kept for a second, which a busy machine may take.
    const handedOnOfTwo = async (): Promise<number> => {
      await ask(doors.url, request);
      handedOn = 0;
      await ask(doors.url, request);
      return handedOn;
    };
    await expect.poll(handedOnOfTwo).toBe(0);
    const counted = async (): Promise<number> => {
      const text = await world.deps.metrics.text();
      const line =
        /^okaeri_request_seconds_count\{route="[^"]*\/me",method="GET",status="200"\} (\d+)$/m;
      return Number(line.exec(text)?.[1] ?? 0);
    };
    const before = await counted();
    expect((await ask(doors.url, request)).status).toBe(200);
    await expect.poll(counted).toBe(before + 1);
  });

  it('answers 304 while nothing has changed, and the new balance once it has', async () => {
    const token = await world.token('mai');
    const first = await fetch(doors.url + path, { headers: bearer(token) });
    const etag = first.headers.get('etag') ?? '';
    const again = { headers: { ...bearer(token), 'if-none-match': etag } };
    world.clock.at += 1000;
    for (const { url } of [doors, plain]) expect((await ask(url, again)).status).toBe(304);
    await world.merchant(
      'POST',
      '/v1/shoppers/mai/adjustments',
      { points: 7, reason: 'goodwill' },
      { 'idempotency-key': 'mai' },
    );
    for (const { url } of [doors, plain]) {
      const changed = await ask(url, again);
      expect(changed.status).toBe(200);
      expect(JSON.parse(changed.body)).toMatchObject({ balance: { available: 7 } });
    }
  });

  it('refuses what the application refuses at the limit of a shopper', async () => {
    const parts = { trustedProxies: readProxies(''), logger: createLogger('silent') };
    const rates = createRateLimits(parts, 0.001);
    const limited = await openWorld(test.store, plainProgram(), null, { rates });
    const server = await serveWorld(limited);
    const token = await limited.token('ada');
    const me = () =>
      fetch(`${server.url}/storefront/v1/${limited.keys.publicKey}/me`, { headers: bearer(token) });
    expect((await me()).headers.get('ratelimit')).toMatch('"shopper";r=2;t=');
    expect((await me()).headers.get('ratelimit')).toMatch('"shopper";r=1;t=');
    expect((await me()).status).toBe(200);
    const refused = await me();
    expect([refused.status, refused.headers.get('ratelimit')]).toEqual([
      429,
      expect.stringMatching('"shopper";r=0;t='),
    ]);
    await server.close();
  });
});
