import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProxies } from '../lib/client-address.ts';
import { createLogger } from '../lib/logger.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { createRateLimits } from './rate-limits.ts';
import { RATE_LIMITS } from './rate-policies.ts';

const [SQLITE] = ENGINES;

/** Limits small enough to be reached: a thousandth. */
const SCALE = 0.001;
const ADDRESS = RATE_LIMITS.address.points * SCALE;
const SHOPPER = RATE_LIMITS.shopper.points * SCALE;
const SHOP = RATE_LIMITS.shop.points * SCALE;

describe('limits of requests', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await SQLITE.openTestStore();
  });
  afterAll(() => test.dispose());

  const open = (scale: number): Promise<World> => {
    const parts = { trustedProxies: readProxies(''), logger: createLogger('silent') };
    return openWorld(test.store, testProgram(), null, { rates: createRateLimits(parts, scale) });
  };
  const me = (world: World, token: string): Promise<Response> =>
    world.storefront('GET', '/me', { token });

  it('answers a shopper as often as the limit says, then 429 with the time to wait', async () => {
    const world = await open(SCALE);
    const token = await world.token('mika');
    for (let i = 1; i <= SHOPPER; i += 1) {
      const answer = await me(world, token);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('ratelimit')).toMatch(`"shopper";r=${SHOPPER - i};t=`);
    }
    const refused = await me(world, token);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'tooManyRequests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toMatch(/^"shopper";r=0;t=\d+$/);
    expect((await me(world, await world.token('jun'))).status).toBe(200);
  });

  it('refuses an address at its limit, readable by pages of every origin', async () => {
    const world = await open(SCALE);
    const path = `/storefront/v1/${world.keys.publicKey}/program`;
    for (let i = 1; i <= ADDRESS; i += 1) expect((await world.request(path)).status).toBe(200);
    const refused = await world.request(path);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('answers a merchant, and the monitoring of the server, while their address is refused', async () => {
    const world = await open(SCALE);
    for (let i = 0; i <= ADDRESS; i += 1) await world.request('/storefront/v1/none/program');
    expect((await world.request('/storefront/v1/none/program')).status).toBe(429);
    expect((await world.merchant('GET', '/v1/shoppers')).status).toBe(200);
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await world.request(path)).status).toBe(200);
  });

  it('counts wrong keys by address, and refuses them at its limit', async () => {
    const world = await open(SCALE);
    const headers = { authorization: 'Bearer okr_sk_none' };
    for (let i = 1; i <= ADDRESS; i += 1)
      expect((await world.request('/v1/shoppers', { headers })).status).toBe(401);
    expect((await world.request('/v1/shoppers', { headers })).status).toBe(429);
  });

  it('refuses a merchant at the limit of their shop, and no other shop', async () => {
    const world = await open(SCALE);
    const other = await open(1);
    for (let i = 1; i <= SHOP; i += 1) await world.merchant('GET', '/v1/orders/none');
    expect((await world.merchant('GET', '/v1/orders/none')).status).toBe(429);
    expect((await other.merchant('GET', '/v1/orders/none')).status).toBe(404);
  });

  it('never refuses a page with 60 elements, thirty pages of it in a minute, or 500 shoppers behind one address', async () => {
    const world = await open(1);
    const token = await world.token('reader');
    const statuses = new Set<number>();
    for (let page = 0; page < 30; page += 1)
      for (let element = 0; element < 60; element += 1)
        statuses.add((await me(world, token)).status);
    for (let shopper = 0; shopper < 500; shopper += 1) {
      const one = await world.token(`office-${shopper}`);
      for (let i = 0; i < 12; i += 1) statuses.add((await me(world, one)).status);
    }
    expect([...statuses]).toEqual([200]);
  });
});
