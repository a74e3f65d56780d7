import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageCheck, Sightings } from '@okaeri/shared/access';
import type { InsightsAnswer } from '@okaeri/shared/insights';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { TEST_URL } from '../testing/test-media.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';
import { missingDirectives } from './page-check-rules.ts';
import { upsertSighting } from './queries.ts';

const HOST = new URL('https://okaeri.example/widget/v1/okaeri.js');
const PAGE = new URL('https://shop.example/');

describe('a policy', () => {
  it.each([
    ['', []],
    ["default-src 'self'", ['script-src', 'connect-src', 'img-src']],
    ["default-src 'none'; script-src https://okaeri.example", ['connect-src', 'img-src']],
    ['default-src *', []],
    ['default-src https:', []],
    ["default-src 'self' *.example", []],
    ["script-src 'nonce-abc' 'strict-dynamic'", []],
    ["script-src 'none'; script-src-elem okaeri.example", []],
    ['SCRIPT-SRC https://other.example', ['script-src']],
    ['script-src http://okaeri.example', []],
  ])('%j leaves %j to be said', (policy, missing) => {
    expect(missingDirectives([policy], HOST, PAGE)).toEqual(missing);
  });

  it('counts with each other one: the narrowest rules', () => {
    expect(missingDirectives(['default-src *', "img-src 'self'"], HOST, PAGE)).toEqual(['img-src']);
  });
});

describe.each(ENGINES)('a look at the shop’s page on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let server: Server;
  let base: string;
  const page = { html: '', headers: {} as Record<string, string> };
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', ...page.headers });
      response.end(page.html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await test.dispose();
  });

  const look = async (url: string): Promise<Record<string, boolean | null>> => {
    const answer = await world.merchant('POST', '/v1/shop/check', { url });
    const { checks } = (await answer.json()) as PageCheck;
    return Object.fromEntries(checks.map(({ name, ok }) => [name, ok]));
  };
  const snippet = (shop: string): string =>
    `<html><head><script async src="https://okaeri.example/widget/v1/okaeri.js" data-shop="${shop}"></script>`;

  it('finds the snippet with the right key, and an origin that is not allowed', async () => {
    page.html = snippet(world.keys.publicKey);
    page.headers = {};
    expect(await look(base)).toEqual({
      reached: true,
      snippet: true,
      key: true,
      origin: false,
      policy: true,
    });
  });

  it('finds another shop’s key, and a policy that is in the way, in the header or in the page', async () => {
    page.html = snippet('okr_pk_another');
    page.headers = { 'Content-Security-Policy': "default-src 'self'" };
    expect(await look(base)).toMatchObject({ key: false, policy: false });
    page.headers = {};
    page.html = `<meta http-equiv="content-security-policy" content="img-src 'none'">${page.html}`;
    expect(await look(base)).toMatchObject({ policy: false });
  });

  it('does not claim that a snippet it cannot see is not there', async () => {
    page.html = '<!-- <script src="https://okaeri.example/widget/v1/okaeri.js"></script> -->';
    expect(await look(base)).toMatchObject({ snippet: null, key: null });
  });

  it('looks at nothing that is inside', async () => {
    expect(await look('http://localhost/')).toEqual({ reached: false });
    expect(await look('https://10.0.0.1/')).toEqual({ reached: false });
    expect(await look('https://[::ffff:127.0.0.2]/')).toEqual({ reached: false });
    const answer = await world.merchant('POST', '/v1/shop/check', { url: 'file:///etc/passwd' });
    expect(answer.status).toBe(400);
  });

  const isAdvised = async (): Promise<boolean> => {
    const answer = await world.merchant('GET', '/v1/insights');
    const { next } = (await answer.json()) as InsightsAnswer;
    return next.some(({ kind }) => kind === 'installWidget');
  };
  const sightings = async (): Promise<string[]> => {
    const answer = await world.merchant('GET', '/v1/shop/sightings');
    const { items } = (await answer.json()) as Sightings;
    return items.map(({ origin, isAllowed }) => `${origin} ${isAllowed}`).toSorted();
  };
  const visit = (origin: string): Promise<Response> =>
    world.storefront('GET', '/program', { headers: { origin } });

  it('takes the widget for seen only where the shop allows it, and not on its own pages', async () => {
    await visit(new URL(TEST_URL).origin);
    await visit('https://refused.example');
    await expect.poll(sightings).toEqual(['https://refused.example false']);
    expect(await isAdvised()).toBe(true);
    // One that an earlier release has noted.
    const origin = new URL(TEST_URL).origin;
    const row = { shopId: world.keys.shopId, origin, at: world.clock.now() };
    await world.deps.store.write((tx) => tx.run(upsertSighting, row));
    expect(await sightings()).toEqual(['https://refused.example false']);
    expect(await isAdvised()).toBe(true);
    await visit(world.origin);
    await expect.poll(isAdvised).toBe(false);
  });

  it('remembers where browsers ran the widget, allowed or not', async () => {
    for (const origin of [world.origin, 'https://stage.example'])
      await world.storefront('GET', '/program', { headers: { origin } });
    await expect
      .poll(sightings)
      .toEqual(expect.arrayContaining([`${world.origin} true`, 'https://stage.example false']));
  });
});
