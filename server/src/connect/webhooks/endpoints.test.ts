import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { openWebhooks, typesOf, verified, type WebhookActs } from '../../testing/webhook-acts.ts';
import { openReceiver, type Receiver } from '../../testing/webhook-receiver.ts';
import { OVERLAP_MS } from './manage-endpoints.ts';

describe.each(ENGINES)('who is sent events on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let shop: WebhookActs;
  let receiver: Receiver;
  beforeAll(async () => {
    test = await openTestStore();
    receiver = await openReceiver();
  });
  beforeEach(async () => {
    shop = await openWebhooks(test.store, receiver);
  });
  afterAll(async () => {
    await receiver.close();
    await test.dispose();
  });

  it('signs with the secret before as well for a day after it was changed', async () => {
    shop.world.clock.at = Date.now();
    const { body: rotated } = await shop.call('POST', `/${shop.endpoint.id}/rotate`, {});
    expect(rotated.secret).not.toBe(shop.endpoint.secret);
    await shop.sendTest();
    const [both] = await shop.deliver();
    if (both === undefined) throw new Error('Nothing arrived.');
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2);
    verified(both, rotated.secret);
    verified(both, shop.endpoint.secret);
    shop.world.clock.at += OVERLAP_MS;
    await shop.sendTest();
    const [one] = await shop.deliver();
    expect(String(one?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  it('is about what an endpoint wants to know, and nothing of a write that was undone', async () => {
    const wants = await shop.call('PATCH', `/${shop.endpoint.id}`, {
      types: ['points.earned'],
    });
    expect(wants.body.types).toEqual(['points.earned']);
    await shop.acts.put('o1', anOrder({ shopper: { id: 'ada' } }));
    const refused = { ...anOrder({ shopper: { id: 'bea' } }), currency: 'EUR' };
    expect((await shop.world.merchant('PUT', '/v1/orders/o1', refused)).status).toBe(422);
    const undone = shop.world.deps.store.write(async (tx) => {
      tx.emit({ shopId: shop.world.keys.shopId, type: 'points.earned', shopperId: null, data: {} });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(typesOf(await shop.deliver())).toEqual(['points.earned']);
  });

  it('can be done again: one message, or all of a period', async () => {
    const since = new Date(shop.world.clock.at).toISOString();
    await shop.acts.put('o1', anOrder({ shopper: { id: 'ada' } }));
    const [first] = await shop.deliver();
    shop.world.clock.at += 60_000;
    const until = new Date(shop.world.clock.at).toISOString();
    await shop.acts.put('o2', anOrder({ shopper: { id: 'ada' } }));
    await shop.deliver();
    const id = String(first?.headers['webhook-id']);
    expect((await shop.call('POST', `/${shop.endpoint.id}/messages/${id}/resend`, {})).status).toBe(
      202,
    );
    const [again] = await shop.deliver();
    expect([again?.body, again?.headers['webhook-id']]).toEqual([first?.body, id]);
    expect((await shop.call('GET', `/messages/${id}`)).body).toMatchObject({
      id,
      body: JSON.parse(first?.body ?? '') as object,
    });
    const { body: replayed } = await shop.call('POST', `/${shop.endpoint.id}/replay`, {
      since,
      until,
    });
    expect(replayed).toEqual({ queued: 4 });
    expect(await shop.deliver()).toHaveLength(4);
    expect(
      (await shop.call('POST', `/${shop.endpoint.id}/replay`, { since: until, until: since }))
        .status,
    ).toBe(400);
    expect(
      (await shop.call('POST', `/${shop.endpoint.id}/messages/nothing/resend`, {})).status,
    ).toBe(404);
    expect((await shop.call('POST', '/nothing/test', {})).status).toBe(404);
    expect((await shop.call('GET', '/nothing/attempts')).status).toBe(404);
  });

  it('is for addresses on https, up to a number, that shops give and take away', async () => {
    for (const url of ['http://x.example', 'ftp://x.example', 'x', 'https://'])
      expect((await shop.call('POST', '', { url })).status).toBe(400);
    expect(
      (await shop.call('POST', '', { url: 'https://x.example', types: ['points.everything'] }))
        .status,
    ).toBe(400);
    for (let count = 1; count < LIMITS.endpointsMax; count += 1) await shop.add();
    expect((await shop.call('POST', '', { url: 'https://x.example' })).status).toBe(409);
    const { body } = await shop.call('GET', '');
    expect(JSON.stringify(body)).not.toContain('whsec_');
    expect((await shop.call('DELETE', `/${shop.endpoint.id}`)).status).toBe(204);
    expect((await shop.call('DELETE', `/${shop.endpoint.id}`)).status).toBe(404);
  });
});
