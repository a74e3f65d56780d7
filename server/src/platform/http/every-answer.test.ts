import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGN_IN_STEPS } from '../../access/auth-routes.ts';
import { AUTH_PATH } from '../../access/sign-in.ts';
import { OPERATIONS } from '../../compose-areas.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

const [SQLITE] = ENGINES;
const NAMES = Object.keys(OPERATIONS);

describe('every operation of the document', () => {
  let test: TestStore;
  let world: World;
  let token: string;
  beforeAll(async () => {
    test = await SQLITE.openTestStore();
    world = await openWorld(test.store, testProgram());
    token = await world.token('walker');
  });
  afterAll(() => test.dispose());

  const ask = (name: string, headers: Record<string, string>): Promise<Response> => {
    const [method = '', pattern = ''] = name.split(' ');
    const path = pattern.replace('{publicKey}', world.keys.publicKey).replaceAll(/\{\w+\}/g, 'x');
    // The shop must not be closed for those that come after.
    const skipped = name === 'POST /v1/shop/close' ? { authorization: 'Bearer none' } : headers;
    return world.request(path, { method, headers: skipped });
  };

  const expectHeaders = (name: string, { status, headers }: Response): void => {
    const said = `${name} answered ${status}`;
    expect(headers.get('ratelimit'), said).toMatch(
      /^"(address|shop|shopper|merchant|messages|writes|pages)";r=\d+;t=\d+$/,
    );
    expect(headers.get('ratelimit-policy'), said).toMatch(/^"\w+";q=\d+;w=60+$/);
    expect(headers.get('cache-control'), said).not.toBeNull();
    expect(headers.get('x-content-type-options'), said).toBe('nosniff');
  };

  it.each(NAMES)('says limits, caching and nosniff to anyone who may: %s', async (name) => {
    const authorization = name.includes(' /storefront/') ? token : world.keys.secretKey;
    expectHeaders(name, await ask(name, { authorization: `Bearer ${authorization}` }));
  });

  it.each(NAMES)('says limits, caching and nosniff to nobody: %s', async (name) => {
    expectHeaders(name, await ask(name, {}));
  });

  it('says limits, caching and nosniff at every step of signing in', async () => {
    for (const step of SIGN_IN_STEPS) {
      const [method = '', path = ''] = step.split(' ');
      const origin = new URL(world.deps.publicUrl).origin;
      for (const headers of [{}, { origin }])
        expectHeaders(step, await world.request(`${AUTH_PATH}${path}`, { method, headers }));
    }
  });

  it('lets nobody but its reader keep what is personal', async () => {
    for (const path of ['/v1/shoppers', '/v1/team', '/v1/keys', '/v1/acts', '/v1/orders/x']) {
      const answer = await world.merchant('GET', path);
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'private, no-store']);
    }
  });

  it('says the same of what is no operation', async () => {
    expectHeaders('nothing', await world.request('/nothing'));
    expectHeaders('nobody', await world.request('/storefront/v1/none/me'));
    const preflight = { Origin: world.origin, 'Access-Control-Request-Method': 'POST' };
    const path = `/storefront/v1/${world.keys.publicKey}/quote`;
    const answer = await world.request(path, { method: 'OPTIONS', headers: preflight });
    expect(answer.status).toBe(204);
    expectHeaders('a preflight', answer);
    expect(answer.headers.get('access-control-expose-headers')).toContain('RateLimit');
  });
});
