import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopInput } from '@okaeri/shared/access';
import { connectionInput } from '@okaeri/shared/integrations';
import { LIMITS } from '@okaeri/shared/limits';
import { createShop } from '../../backoffice/setup/create-shop.ts';
import { findShop } from '../../access/find-shop.ts';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { platformActsOf, signBody, type PlatformActs } from '../../testing/platform-acts.ts';
import { orderOf, refundOf, sampleText } from '../../testing/shopify-payloads.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { connectPlatform, ROTATION_MS } from './connect-platform.ts';

/** The documented sample, which tries a checkout, as if somebody had paid for it. */
const PAID = sampleText('orders-create').replace('"test": true', '"test": false');

describe.each(ENGINES)('messages of Shopify on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: PlatformActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    acts = platformActsOf(world);
  });
  afterAll(() => test.dispose());

  const code = async (answer: Response): Promise<unknown> => [
    answer.status,
    ((await answer.json()) as { code?: string }).code,
  ];

  it('are refused while the shop is not connected', async () => {
    const answer = await acts.send('orders/create', orderOf([{ id: 1, price: '10.00' }]));
    expect(await code(answer)).toEqual([401, 'badSignature']);
    const connection = await world.merchant('GET', '/v1/integrations/connection');
    expect(await connection.json()).toBeNull();
    expect((await world.merchant('DELETE', '/v1/integrations/connection')).status).toBe(409);
  });

  it('are taken as documented, answered at once and worked off afterwards', async () => {
    await acts.connect({ clientId: null });
    const answer = await acts.send('orders/create', PAID);
    expect(answer.status).toBe(200);
    expect((await world.merchant('GET', '/v1/orders/820982911946154508')).status).toBe(404);
    await acts.work();
    // 199.00 and 189.00, a point for each dollar.
    expect(await acts.order('820982911946154508')).toMatchObject({
      shopperId: '115310627314723954',
      points: { target: 388, posted: 388 },
    });
    await acts.tell('refunds/create', sampleText('refunds-create'));
    expect((await acts.order('820982911946154508')).points.target).toBe(199);
    await acts.tell('refunds/create', sampleText('refunds-create'));
    expect((await acts.order('820982911946154508')).points.target).toBe(199);
    await acts.tell('orders/edited', sampleText('orders-edited'));
    expect((await acts.messages('ignored'))[0]).toMatchObject({
      topic: 'orders/edited',
      note: 'the platform cannot be asked; its next message tells',
    });
  });

  // Payloads of both ends of the versions that are read; customers' have not changed between them.
  const samples = JSON.parse(sampleText('customers')) as Record<string, unknown>;
  const orders = ['create', 'paid', 'updated', 'cancelled', 'fulfilled', 'partially_fulfilled'];
  it.each<readonly [topic: string, version: string, text: string]>([
    ...orders.flatMap((name) => [
      [`orders/${name}`, '2019-07', sampleText('orders-paid-2019-07')] as const,
      [`orders/${name}`, '2026-10', PAID] as const,
    ]),
    ['orders/edited', '2026-10', sampleText('orders-edited')],
    ['refunds/create', '2026-10', sampleText('refunds-create')],
    ['customers/create', '2026-10', JSON.stringify(samples['customers/create'])],
    ['customers/update', '2026-10', JSON.stringify(samples['customers/create'])],
    ...['merge', 'data_request', 'redact'].map(
      (name) =>
        [`customers/${name}`, '2026-10', JSON.stringify(samples[`customers/${name}`])] as const,
    ),
    ['shop/redact', '2026-10', JSON.stringify(samples['shop/redact'])],
  ])('of the topic %s in version %s are taken', async (topic, version, text) => {
    const headers = { 'x-shopify-api-version': version };
    expect((await acts.send(topic, text, { headers })).status).toBe(200);
    await acts.work();
    const settled = [...(await acts.messages('done')), ...(await acts.messages('ignored'))];
    expect(settled.map((message) => message.topic)).toContain(topic);
    expect(await acts.messages('failed')).toEqual([]);
  });

  it('are known by either spelling of the headers', async () => {
    const body = JSON.stringify(orderOf([{ id: 1, price: '20.00' }], { id: 7 }));
    const answer = await world.request(`/integrations/shopify/${world.keys.publicKey}`, {
      method: 'POST',
      headers: { 'shopify-topic': 'orders/create', 'shopify-hmac-sha256': signBody(body) },
      body,
    });
    expect(answer.status).toBe(200);
    await acts.work();
    expect((await acts.order('7')).points.target).toBe(20);
  });

  it('are refused where anything is wrong with the signature, and nothing is kept', async () => {
    const body = JSON.stringify(orderOf([{ id: 1, price: '99.00' }], { id: 8 }));
    const signed = signBody(body);
    const post = (
      headers: Record<string, string>,
      sent: string = body,
      to = world.keys.publicKey,
    ) =>
      world.request(`/integrations/shopify/${to}`, {
        method: 'POST',
        headers: { 'x-shopify-topic': 'orders/create', ...headers },
        body: sent,
      });
    const hmac = (value: string) => ({ 'x-shopify-hmac-sha256': value });
    expect((await post({})).status).toBe(401);
    expect((await post(hmac(''))).status).toBe(401);
    expect((await post(hmac(signBody(body, 'another secret')))).status).toBe(401);
    expect((await post(hmac(signed), body.replace('99.00', '9900.00'))).status).toBe(401);
    expect((await post(hmac(`${signed}=`), `${body} `)).status).toBe(401);
    expect((await post(hmac(Buffer.from(signed, 'base64').toString('hex')))).status).toBe(401);
    expect((await post(hmac(signed), body, 'okr_pk_NOBODY')).status).toBe(404);
    const keys = await createShop(world.deps, shopInput.parse({ name: 'Other' }));
    const shop = await findShop(world.deps, keys.shopId);
    if (shop === undefined) throw new Error('The other shop is gone.');
    const connection = connectionInput.parse({
      platform: 'shopify',
      address: 'other.myshopify.com',
      secret: 'secret of another shop',
    });
    await connectPlatform(world.deps, { shop, connection });
    expect((await post(hmac(signed), body, keys.publicKey)).status).toBe(401);
    await acts.work();
    expect((await world.merchant('GET', '/v1/orders/8')).status).toBe(404);
  });

  it('may not be compressed, too large, or no text', async () => {
    const post = (sent: Uint8Array, headers: Record<string, string> = {}) =>
      world.request(`/integrations/shopify/${world.keys.publicKey}`, {
        method: 'POST',
        headers: {
          'x-shopify-topic': 'orders/create',
          'x-shopify-hmac-sha256': signBody(sent),
          ...headers,
        },
        body: Buffer.from(sent),
      });
    const bomb = gzipSync(Buffer.alloc(LIMITS.messageBytesMax * 20));
    expect(await code(await post(bomb, { 'content-encoding': 'gzip' }))).toEqual([
      415,
      'encodingNotSupported',
    ]);
    const large = Buffer.alloc(LIMITS.messageBytesMax + 1, 32);
    expect(await code(await post(large))).toEqual([413, 'bodyTooLarge']);
    expect((await post(large.subarray(1))).status).toBe(200);
    expect(await code(await post(Buffer.from([0x7b, 0xff, 0x7d])))).toEqual([400, 'malformedJson']);
    expect(await code(await post(Buffer.from('{"id":"\0"}')))).toEqual([400, 'malformedJson']);
    await acts.work();
  });

  it('that cannot be read are kept, shown, and worked off once they can', async () => {
    await acts.tell('orders/create', orderOf([{ id: 1, price: 'ten' }], { id: 9 }));
    const [failed] = await acts.messages('failed');
    expect(failed).toMatchObject({ topic: 'orders/create', note: '"ten" is no amount of money' });
    const connection = await (await world.merchant('GET', '/v1/integrations/connection')).json();
    expect(connection).toMatchObject({ failedMessages: 2, hasAccess: false, state: 'connected' });
    const path = `/v1/integrations/messages/${failed?.id ?? ''}/retry`;
    expect((await world.merchant('POST', path, {})).status).toBe(200);
    await acts.work();
    // It is no other than it was: it waits to be looked at again.
    expect((await acts.messages('failed'))[0]?.id).toBe(failed?.id);
  });

  it('are taken with the secret before for a while, and then no more', async () => {
    const body = orderOf([{ id: 1, price: '30.00' }], { id: 10 });
    await acts.connect({ secret: 'the next secret', clientId: null });
    expect((await acts.send('orders/create', body)).status).toBe(200);
    world.clock.at += ROTATION_MS;
    expect((await acts.send('orders/create', body)).status).toBe(401);
    const headers = { 'x-shopify-hmac-sha256': signBody(JSON.stringify(body), 'the next secret') };
    expect((await acts.send('orders/create', body, { headers })).status).toBe(200);
    await acts.connect({ clientId: null });
    await acts.work();
  });

  it('that are old, sent again, change nothing', async () => {
    const at = (updated_at: string, price: string) =>
      orderOf([{ id: 1, price }], { id: 11, updated_at });
    const old = at('2026-11-01T10:00:00Z', '500.00');
    await acts.tell('orders/create', old);
    await acts.tell('orders/updated', at('2026-11-01T10:05:00Z', '40.00'));
    await acts.tell('orders/create', old);
    expect((await acts.order('11')).points.target).toBe(40);
    const customer = (updated_at: string, first_name: string) => ({
      id: 77,
      updated_at,
      first_name,
    });
    await acts.tell('customers/update', customer('2026-11-02T00:00:00Z', 'New'));
    await acts.tell('customers/create', customer('2026-11-01T00:00:00Z', 'Old'));
    const seen = await (await world.merchant('GET', '/v1/shoppers/77')).json();
    expect(seen).toMatchObject({ name: 'New' });
  });

  it('refund an order that had not come yet, once it has', async () => {
    const refund = refundOf({
      id: 5,
      orderId: 12,
      lines: [{ id: 1, subtotal: '10.00' }],
      paid: '10.00',
    });
    await acts.tell('refunds/create', refund);
    expect((await world.merchant('GET', '/v1/orders/12')).status).toBe(404);
    const lines = [
      { id: 1, price: '10.00' },
      { id: 2, price: '25.00' },
    ];
    await acts.tell('orders/create', orderOf(lines, { id: 12 }));
    expect((await acts.order('12')).points.target).toBe(25);
    // The next snapshot lists the refund: it counts once.
    const later = { id: 12, updated_at: '2026-11-02T10:00:01Z', refunds: [refund] };
    await acts.tell('orders/updated', orderOf(lines, later));
    expect((await acts.order('12')).points.target).toBe(25);
  });

  it('merge customers, also one nobody has heard of', async () => {
    const bought = (id: number, customer: number) =>
      orderOf([{ id: 1, price: '10.00' }], { id, customer: { id: customer } });
    const merge = (kept: number, gone: number) => ({
      admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${kept}`,
      admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${gone}`,
      status: 'completed',
    });
    await acts.tell('orders/create', bought(20, 201));
    await acts.tell('orders/create', bought(21, 202));
    await acts.tell('customers/merge', merge(201, 202));
    await acts.tell('customers/merge', merge(201, 202));
    await acts.tell('customers/merge', merge(203, 201));
    const seen = await (await world.merchant('GET', '/v1/shoppers/203')).json();
    expect(seen).toMatchObject({ balance: { available: 20 } });
  });
});
