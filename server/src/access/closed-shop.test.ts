import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainProgram } from '../testing/acts.ts';
import { firstOwner, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';

describe.each(ENGINES)('a closed shop, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    owner = await firstOwner(world);
    await world.merchant('PUT', '/v1/shoppers/ada', { name: 'Ada' });
  });
  afterAll(() => test.dispose());

  const code = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { code?: unknown }).code;

  it('is not closed by a slip, nor by a key', async () => {
    expect((await owner.send('POST', '/v1/shop/close', { name: 'Tset' })).status).toBe(400);
    expect((await world.merchant('POST', '/v1/shop/close', { name: 'Test' })).status).toBe(403);
    expect((await world.storefront('GET', '/program', {})).status).toBe(200);
  });

  it('shows shoppers nothing and lets no key do anything, and keeps everything', async () => {
    const closed = await owner.send('POST', '/v1/shop/close', { name: 'Test' });
    expect(await closed.json()).toMatchObject({ closedAt: expect.any(String) });
    const program = await world.storefront('GET', '/program', {});
    expect([program.status, await code(program)]).toEqual([403, 'shopClosed']);
    const token = await world.token('ada');
    expect(await code(await world.storefront('GET', '/me', { token }))).toBe('shopClosed');
    expect(await code(await world.merchant('GET', '/v1/shoppers'))).toBe('shopClosed');
    expect(await (await owner.send('GET', '/v1/shoppers/ada')).json()).toMatchObject({
      name: 'Ada',
    });
  });

  it('takes every no, and lets who wants to leave, from the shop’s own pages too (E6, L3)', async () => {
    const token = await world.token('ada');
    const say = (method: string, path: string, body?: object): Promise<Response> =>
      world.storefront(method, path, { token, ...(body && { body }) });
    const about = { purpose: 'surveys', channel: 'email' };
    expect((await say('PUT', '/me/consents', { ...about, state: 'withdrawn' })).status).toBe(200);
    const yes = await say('PUT', '/me/consents', { ...about, state: 'given' });
    expect([yes.status, await code(yes)]).toEqual([403, 'shopClosed']);
    expect((await say('PATCH', '/me', { personalised: false })).status).toBe(200);
    expect(await code(await say('PATCH', '/me', { name: 'Ida' }))).toBe('shopClosed');
    expect(await code(await say('DELETE', '/me/reviews/none'))).not.toBe('shopClosed');
    const [origin = ''] = (await world.shop()).origins;
    const asked = { 'access-control-request-method': 'DELETE', origin };
    const preflight = await world.storefront('OPTIONS', '/me', { headers: asked });
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
    const bea = await world.token('bea');
    expect((await world.storefront('DELETE', '/me', { token: bea })).status).toBe(204);
  });

  it('can be carried away, and opened again as it was', async () => {
    const file = await owner.send('GET', '/v1/shop/export');
    const lines = (await file.text()).trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ okaeri: 1, shop: { name: 'Test' } });
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ rows: lines.length - 2 });
    const acts = await (await owner.send('GET', '/v1/acts')).text();
    expect(acts).toContain('GET /v1/shop/export');
    expect(acts).toContain('POST /v1/shop/close');
    expect(await (await owner.send('POST', '/v1/shop/reopen')).json()).toMatchObject({
      closedAt: null,
    });
    expect((await world.storefront('GET', '/program', {})).status).toBe(200);
    expect((await world.merchant('GET', '/v1/shoppers')).status).toBe(200);
  });
});
