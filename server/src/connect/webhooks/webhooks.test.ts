import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WebhookBody } from '@okaeri/shared/webhooks';
import { createCallOutside } from '../../platform/lib/call-outside.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { connectTo } from '../../testing/platform-acts.ts';
import {
  openWebhooks,
  RECEIVER_HOST,
  typesOf,
  verified,
  type WebhookActs,
} from '../../testing/webhook-acts.ts';
import { openReceiver, type Receiver } from '../../testing/webhook-receiver.ts';
import { ANSWER_BYTES_MAX } from './deliver-message.ts';
import { GIVEN_UP_MS } from './retry-rules.ts';

describe.each(ENGINES)('webhooks on $engine', ({ openTestStore }) => {
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

  it('happens with a signature the official library takes, and none it does not', async () => {
    // The library compares with the time of this machine.
    shop.world.clock.at = Date.now();
    await shop.sendTest();
    const [arrival] = await shop.deliver();
    if (arrival === undefined) throw new Error('Nothing arrived.');
    expect(verified(arrival, shop.endpoint.secret)).toMatchObject({
      type: 'webhook.test',
      data: { endpointId: shop.endpoint.id },
    });
    expect(arrival.headers['webhook-id']).toMatch(/^msg_/);
    expect(() =>
      verified({ ...arrival, body: `${arrival.body} ` }, shop.endpoint.secret),
    ).toThrow();
    expect(() => verified(arrival, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow();
    const late = { ...arrival.headers, 'webhook-timestamp': '1' };
    expect(() => verified({ ...arrival, headers: late }, shop.endpoint.secret)).toThrow();
  });

  it('is about everything that happens to a shopper, with ids of the merchant’s', async () => {
    const state = anOrder({ lines: [aLine('l', 20_000)] });
    await shop.acts.put('o1', state);
    const arrived = await shop.deliver();
    expect(typesOf(arrived)).toEqual([
      'order.recorded',
      'points.earned',
      'shopper.created',
      'shopper.enrolled',
    ]);
    for (const { body } of arrived)
      expect((JSON.parse(body) as WebhookBody).data).toMatchObject({ shopperId: 'ada' });
    const earned = arrived.find(({ body }) => body.includes('points.earned'));
    expect(JSON.parse(earned?.body ?? '')).toMatchObject({
      data: {
        moved: { available: 200 },
        source: { kind: 'order', id: 'o1' },
        balance: { available: 200 },
      },
    });
    const taken = await shop.acts.take('k1');
    expect(typesOf(await shop.deliver())).toEqual([
      'points.held',
      'redemption.created',
      'voucher.issued',
    ]);
    await shop.acts.release(taken.id);
    expect(typesOf(await shop.deliver())).toEqual(['points.released', 'voucher.released']);
    // The same again is no news.
    await shop.acts.put('o1', state);
    expect(await shop.deliver()).toEqual([]);
    await shop.world.merchant('DELETE', '/v1/shoppers/ada');
    expect(typesOf(await shop.deliver())).toEqual(['shopper.erased']);
  });

  it('is tried again later where nobody answers well, and then no more', async () => {
    await shop.sendTest();
    receiver.replies.push(
      { status: 500, body: 'tired' },
      { status: 503, headers: { 'retry-after': '600' } },
    );
    expect(await shop.deliver()).toHaveLength(1);
    expect(await shop.deliver()).toHaveLength(0);
    const [first] = await shop.attempts();
    expect(first).toMatchObject({
      attempt: 1,
      outcome: 'failed',
      status: 500,
      answer: 'tired',
      type: 'webhook.test',
    });
    shop.world.clock.at += 6000;
    expect(await shop.deliver()).toHaveLength(1);
    const [second] = await shop.attempts();
    expect(Date.parse(second?.nextAt ?? '') - shop.world.clock.at).toBeGreaterThanOrEqual(600_000);
    for (let time = 3; time <= 11; time += 1) {
      shop.world.clock.at += 30 * 3_600_000;
      receiver.replies.push({ status: 500 });
      await shop.deliver();
      // What fails for days is switched off; here it is the number of tries that ends.
      if ((await shop.now()).state === 'disabled') break;
    }
    expect((await shop.now()).disabledBy).toBe('failing');
    const ids = new Set(receiver.arrivals.map(({ headers }) => headers['webhook-id']));
    expect(ids.size).toBe(1);
  });

  it('ends after ten tries, although the endpoint has heard of other things', async () => {
    await shop.sendTest();
    let heard = 0;
    for (let time = 1; time <= 12; time += 1) {
      receiver.replies.push({ status: 500 });
      heard += (await shop.deliver()).length;
      receiver.replies.length = 0;
      shop.world.clock.at += 27 * 3_600_000;
      await shop.call('PATCH', `/${shop.endpoint.id}`, { state: 'disabled' });
      await shop.call('PATCH', `/${shop.endpoint.id}`, { state: 'enabled' });
    }
    expect(heard).toBe(10);
    expect((await shop.attempts())[0]).toMatchObject({ attempt: 10, nextAt: null });
  });

  it('follows no redirect: it is no answer', async () => {
    await shop.sendTest();
    receiver.replies.push({
      status: 307,
      headers: { location: `https://${RECEIVER_HOST}/elsewhere` },
    });
    const arrived = await shop.deliver();
    expect(arrived.map(({ path }) => path)).toEqual(['/hook']);
    expect((await shop.attempts())[0]).toMatchObject({ outcome: 'failed', status: 307 });
  });

  it('ends for good with 410, until somebody switches it on again', async () => {
    await shop.sendTest();
    await shop.sendTest();
    receiver.replies.push({ status: 410 }, { status: 410 });
    await shop.deliver();
    expect(await shop.now()).toMatchObject({ state: 'disabled', disabledBy: 'gone' });
    // Whether the second had left by then is a matter of moments.
    receiver.replies.length = 0;
    shop.world.clock.at += DAY_MS;
    await shop.acts.put('o2', anOrder({ shopper: { id: 'ada' } }));
    expect(await shop.deliver()).toEqual([]);
    await shop.call('PATCH', `/${shop.endpoint.id}`, { state: 'enabled' });
    await shop.sendTest();
    expect(await shop.deliver()).toHaveLength(1);
    expect(await shop.now()).toMatchObject({
      state: 'enabled',
      disabledBy: null,
      failingSince: null,
    });
  });

  it('does not wait for a slow receiver for ever, nor keep all it says', async () => {
    const short = connectTo(RECEIVER_HOST, () => receiver.port);
    shop = await openWebhooks(test.store, receiver, (asked) => short({ ...asked, timeoutMs: 200 }));
    await shop.sendTest();
    receiver.replies.push('silent');
    await shop.deliver();
    expect((await shop.attempts())[0]).toMatchObject({ outcome: 'failed', status: null });
    shop.world.clock.at += 6000;
    receiver.replies.push({ status: 200, body: 'x'.repeat(ANSWER_BYTES_MAX * 10) });
    await shop.deliver();
    expect((await shop.attempts())[0]?.answer).toHaveLength(ANSWER_BYTES_MAX);
  });

  it('lets one endpoint be slow without keeping another waiting', async () => {
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const quick = connectTo(RECEIVER_HOST, () => receiver.port);
    shop = await openWebhooks(test.store, receiver, async (asked) => {
      if (asked.url.endsWith('/slow')) await slow;
      return quick(asked);
    });
    await shop.add({ url: `https://${RECEIVER_HOST}/slow`, types: ['webhook.test'] });
    const { body: all } = await shop.call('GET', '');
    for (const { id } of all.items.toReversed()) await shop.call('POST', `/${id}/test`, {});
    const round = shop.deliver();
    await expect.poll(() => receiver.arrivals.length, { timeout: 5000 }).toBe(1);
    answer();
    expect(await round).toHaveLength(2);
  });

  it.each([
    'https://localhost/hook',
    'https://127.0.0.1/hook',
    'https://[::ffff:127.0.0.1]/hook',
    'https://169.254.169.254/latest',
  ])('reaches nothing inside: %s', async (url) => {
    shop = await openWebhooks(test.store, receiver, createCallOutside());
    await shop.call('PATCH', `/${shop.endpoint.id}`, { url });
    await shop.sendTest();
    await shop.deliver();
    expect((await shop.attempts())[0]).toMatchObject({ outcome: 'refused', status: null });
  });

  it('is given up after days in which nothing arrived', async () => {
    await shop.sendTest();
    receiver.replies.push({ status: 500 }, { status: 500 });
    await shop.deliver();
    shop.world.clock.at += GIVEN_UP_MS - 1;
    await shop.deliver();
    expect((await shop.now()).state).toBe('enabled');
    receiver.replies.push({ status: 500 });
    shop.world.clock.at += 2 * DAY_MS;
    await shop.deliver();
    expect(await shop.now()).toMatchObject({ state: 'disabled', disabledBy: 'failing' });
  });
});
