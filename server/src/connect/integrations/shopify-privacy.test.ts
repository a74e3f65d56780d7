import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstOwner, type Browser } from '../../testing/console.ts';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import {
  APP_SECRET,
  platformActsOf,
  SHOP_ADDRESS,
  type PlatformActs,
} from '../../testing/platform-acts.ts';
import { orderOf, sampleText } from '../../testing/shopify-payloads.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { PROXY_AGE_MAX_MS } from './sign-proxied.ts';

const SAMPLES = JSON.parse(sampleText('customers')) as Record<string, Record<string, unknown>>;

describe.each(ENGINES)('people at Shopify on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: PlatformActs;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    owner = await firstOwner(world);
    acts = platformActsOf(world);
    await acts.connect({ clientId: null });
    const customer = { id: 191167, email: 'john@example.com', first_name: 'John' };
    await acts.tell('orders/create', orderOf([{ id: 1, price: '10.00' }], { id: 1, customer }));
    const guest = { id: 2, customer: null, email: 'john@example.com' };
    await acts.tell('orders/create', orderOf([{ id: 1, price: '5.00' }], guest));
    const other = { id: 5, email: 'else@example.com' };
    await acts.tell(
      'orders/create',
      orderOf([{ id: 1, price: '7.00' }], { id: 3, customer: other }),
    );
  });
  afterAll(() => test.dispose());

  const known = async (): Promise<string[]> => {
    const answer = await world.merchant('GET', '/v1/shoppers');
    const { items } = (await answer.json()) as { items: { id: string | null; email: string }[] };
    return items.map(({ id, email }) => id ?? email).toSorted();
  };
  const requests = async (): Promise<
    { id: string; kind: string; hasDocument: boolean; subject: string | null }[]
  > => {
    const answer = await owner.send('GET', '/v1/privacy/requests');
    return ((await answer.json()) as { items: never[] }).items;
  };

  describe('through the app proxy', () => {
    const proxied = (change: Record<string, string> = {}, signature?: string): string => {
      const query: Record<string, string> = {
        shop: SHOP_ADDRESS,
        logged_in_customer_id: '191167',
        path_prefix: '/apps/okaeri',
        timestamp: String(Math.floor(world.clock.at / 1000)),
        ...change,
      };
      const text = Object.entries(query)
        .map(([name, value]) => `${name}=${value}`)
        .toSorted()
        .join('');
      const signed = signature ?? createHmac('sha256', APP_SECRET).update(text).digest('hex');
      return new URLSearchParams({ ...query, signature: signed }).toString();
    };
    const ask = (query: string): Promise<Response> =>
      world.request(`/integrations/shopify/${world.keys.publicKey}/proxy/token?${query}`);

    it('are given a token of their own, and guests none', async () => {
      const answer = await ask(proxied());
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      const { token } = (await answer.json()) as { token: string };
      const me = await world.storefront('GET', '/me', { token });
      expect(await me.json()).toMatchObject({
        shopper: { id: '191167' },
        balance: { available: 10 },
      });
      const guest = await ask(proxied({ logged_in_customer_id: '' }));
      expect(await guest.json()).toEqual({ token: null });
    });

    it('are nobody where the signature, the shop or the time is not right', async () => {
      const late = String(Math.floor((world.clock.at - PROXY_AGE_MAX_MS) / 1000) - 1);
      for (const query of [
        proxied({}, '00'),
        proxied().replace('191167', '191168'),
        proxied({ shop: 'another.myshopify.com' }),
        proxied({ timestamp: late }),
        proxied({ timestamp: 'now' }),
        `${proxied()}&logged_in_customer_id=5`,
        '',
      ])
        expect([query, (await ask(query)).status]).toEqual([query, 401]);
    });

    it('are nobody where something only Shopify says is said twice, however well it is signed', async () => {
      const at = String(Math.floor(world.clock.at / 1000));
      const text = `logged_in_customer_id=191167,shop=${SHOP_ADDRESS}timestamp=${at}`;
      const signature = createHmac('sha256', APP_SECRET).update(text).digest('hex');
      const given = 'logged_in_customer_id=191167&logged_in_customer_id=';
      const query = `${given}&shop=${SHOP_ADDRESS}&timestamp=${at}&signature=${signature}`;
      expect((await ask(query)).status).toBe(401);
    });

    it('are signed with every value of a name, joined by commas', async () => {
      const at = String(Math.floor(world.clock.at / 1000));
      const text = `extra=1,2logged_in_customer_id=path_prefix=/apps/okaerishop=${SHOP_ADDRESS}timestamp=${at}`;
      const signature = createHmac('sha256', APP_SECRET).update(text).digest('hex');
      const query = `extra=1&extra=2&shop=${SHOP_ADDRESS}&path_prefix=%2Fapps%2Fokaeri&timestamp=${at}&logged_in_customer_id=&signature=${signature}`;
      expect((await ask(query)).status).toBe(200);
    });
  });

  it('are handed what is kept about them', async () => {
    await acts.tell('customers/data_request', SAMPLES['customers/data_request']);
    const [request] = await requests();
    expect(request).toMatchObject({ kind: 'data', subject: '191167', hasDocument: true });
    const path = `/v1/privacy/requests/${request?.id ?? ''}/export`;
    const answer = await owner.send('GET', path);
    expect(await answer.json()).toMatchObject({
      document: {
        shopper: { id: '191167', email: 'john@example.com' },
        orders: [{ id: '1' }],
        // What they bought without signing in, under the same address.
        guest: { shopper: { id: null, email: 'john@example.com' }, orders: [{ id: '2' }] },
      },
    });
    expect((await world.merchant('GET', path)).status).toBe(403);
    expect((await owner.send('GET', '/v1/privacy/requests/nothing/export')).status).toBe(404);
  });

  it('are handed what is kept of them as guests alone, which goes with the guest', async () => {
    const guest = { id: 8, customer: null, email: 'gwen@example.com' };
    await acts.tell('orders/create', orderOf([{ id: 1, price: '5.00' }], guest));
    await acts.tell('customers/data_request', {
      ...SAMPLES['customers/data_request'],
      customer: { id: 88, email: 'gwen@example.com' },
    });
    const [request] = await requests();
    const path = `/v1/privacy/requests/${request?.id ?? ''}/export`;
    const read = async (): Promise<unknown> => (await owner.send('GET', path)).json();
    expect(await read()).toMatchObject({
      subject: '88',
      document: { shopper: { email: 'gwen@example.com' }, orders: [{ id: '8' }] },
    });
    const list = await world.merchant('GET', '/v1/shoppers');
    const { items } = (await list.json()) as { items: { email: string; guestId: string }[] };
    const { guestId = '' } = items.find(({ email }) => email === 'gwen@example.com') ?? {};
    expect((await world.merchant('DELETE', `/v1/guests/${guestId}`)).status).toBe(204);
    expect(await read()).toMatchObject({ subject: null, document: null });
  });

  it('are forgotten, with what waits to be read and what was made for them', async () => {
    const broken = orderOf([{ id: 1, price: 'x' }], { id: 4, email: 'john@example.com' });
    await acts.tell('orders/create', broken);
    await acts.tell('customers/redact', SAMPLES['customers/redact']);
    expect(await known()).toEqual(['5']);
    const kept = JSON.stringify(await requests());
    expect(kept).not.toContain('191167');
    expect((await requests()).every(({ hasDocument }) => !hasDocument)).toBe(true);
    const [failed] = await acts.messages('failed');
    const path = `/v1/integrations/messages/${failed?.id ?? ''}/retry`;
    expect((await owner.send('POST', path, {})).status).toBe(404);
    // A late message about them rebuilds nobody, and their order keeps its points.
    const customer = { id: 191167, email: 'john@example.com', first_name: 'John' };
    const later = { id: 1, customer, updated_at: '2026-11-03T10:00:00Z' };
    await acts.tell('orders/updated', orderOf([{ id: 1, price: '10.00' }], later));
    await acts.tell('customers/update', { ...customer, updated_at: '2026-11-03T10:00:00Z' });
    expect(await known()).toEqual(['5']);
    expect((await acts.order('1')).points.posted).toBe(10);
  });

  it('are forgotten in what waits to be read, and in documents, where the shop erases them', async () => {
    const customer = { id: 77, email: 'ann@example.com' };
    await acts.tell('orders/create', orderOf([{ id: 1, price: '3.00' }], { id: 6, customer }));
    await acts.tell('orders/create', orderOf([{ id: 1, price: 'x' }], { id: 7, customer }));
    await acts.tell('orders/create', orderOf([{ id: 1, price: 'x' }], { id: 77, quantity: 77 }));
    await acts.tell('customers/data_request', {
      ...SAMPLES['customers/data_request'],
      customer,
    });
    expect((await requests()).some(({ hasDocument }) => hasDocument)).toBe(true);
    expect((await world.merchant('DELETE', '/v1/shoppers/77')).status).toBe(204);
    expect((await requests()).every(({ hasDocument }) => !hasDocument)).toBe(true);
    const failed = await acts.messages('failed');
    const tried = await Promise.all(
      failed.map(async ({ id }) => {
        const path = `/v1/integrations/messages/${id}/retry`;
        return (await owner.send('POST', path, {})).status;
      }),
    );
    // One that names nobody, but has the same number in it, is still there.
    expect(tried.filter((status) => status !== 404)).toHaveLength(1);
  });

  it('are not forgotten all at once while the shop is connected', async () => {
    await acts.tell('shop/redact', SAMPLES['shop/redact']);
    expect(await known()).toEqual(['5']);
    const before = { ...SAMPLES['app/uninstalled'], updated_at: '2020-01-01T00:00:00Z' };
    await acts.tell('app/uninstalled', before);
    expect((await acts.messages('ignored')).map(({ note }) => note)).toEqual(
      expect.arrayContaining(['the shop is connected', 'older than the connection']),
    );
  });

  it('are all forgotten once the shop has gone', async () => {
    await acts.tell('app/uninstalled', SAMPLES['app/uninstalled']);
    const connection = await (await world.merchant('GET', '/v1/integrations/connection')).json();
    expect(connection).toMatchObject({ state: 'uninstalled', hasAccess: false });
    await acts.tell('shop/redact', SAMPLES['shop/redact']);
    expect(await known()).toEqual([]);
  });
});
