import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type {
  NewWebhookEndpoint,
  WebhookAttempt,
  WebhookBody,
  WebhookEndpoint,
} from '@okaeri/shared/webhooks';
import { COURIERS } from '../jobs/scheduler.ts';
import { createCallOutside } from '../lib/call-outside.ts';
import { DAY_MS } from '../lib/clock.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { actsOf, plainProgram, type Acts } from '../testing/acts.ts';
import { aLine, anOrder } from '../testing/order-states.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { connectTo } from '../testing/platform-acts.ts';
import { openReceiver, type Arrival, type Receiver } from '../testing/webhook-receiver.ts';
import { openWorld, type World } from '../testing/world.ts';
import { ANSWER_BYTES_MAX } from './deliver-message.ts';
import { OVERLAP_MS } from './manage-endpoints.ts';
import { askedWaitMs, GIVEN_UP_MS, nextTryAt, WAITS_MS } from './retry-rules.ts';

const HOST = 'receiver.example';

describe('when a message is tried again', () => {
  const at = (attempts: number, askedMs = 0, chance = 0): number | null =>
    nextTryAt(attempts, { now: 0, askedMs, chance });

  it('is what Standard Webhooks says, a little later each time, and ten times in all', () => {
    const minute = 60_000;
    const waits = WAITS_MS.map((_, index) => at(index + 1));
    expect(waits).toEqual(
      [5 / 60, 5, 30, 120, 300, 600, 840, 1200, 1440].map((minutes) => minutes * minute),
    );
    expect(at(10)).toBeNull();
    expect(at(2, 0, 1)).toBe(5.5 * minute);
  });

  it('is not before the receiver has asked to be tried, nor more than a day later', () => {
    expect(at(1, askedWaitMs('120', 0))).toBe(120_000);
    expect(at(3, askedWaitMs('1', 0))).toBe(1_800_000);
    expect(askedWaitMs('Thu, 01 Jan 1970 00:01:00 GMT', 0)).toBe(60_000);
    expect(askedWaitMs('999999999', 0)).toBe(DAY_MS);
    expect([askedWaitMs('soon', 0), askedWaitMs('-5', 0), askedWaitMs(undefined, 0)]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe.each(ENGINES)('telling others on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  let receiver: Receiver;
  let endpoint: NewWebhookEndpoint;
  beforeAll(async () => {
    test = await openTestStore();
    receiver = await openReceiver();
  });
  afterAll(async () => {
    await receiver.close();
    await test.dispose();
  });

  /** Everything an answer may be; a test knows which it is. */
  type Said = NewWebhookEndpoint & { items: (WebhookAttempt & WebhookEndpoint)[] };
  const call = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Said }> => {
    const answer = await world.merchant(method, `/v1/webhooks${path}`, body);
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Said };
  };
  const add = async (input: object = {}): Promise<NewWebhookEndpoint> => {
    const url = `https://${HOST}/hook`;
    return (await call('POST', '', { url, ...input })).body;
  };
  const open = async (callOutside = connectTo(HOST, () => receiver.port)): Promise<void> => {
    world = await openWorld(test.store, plainProgram(), null, { callOutside });
    acts = actsOf(world);
    endpoint = await add();
  };
  beforeEach(async () => {
    receiver.arrivals.length = 0;
    receiver.replies.length = 0;
    await open();
  });

  /** Sends what is due, and gives what has arrived meanwhile. */
  const deliver = async (): Promise<Arrival[]> => {
    const before = receiver.arrivals.length;
    await deliverDue(world.deps, COURIERS, ['webhook']);
    return receiver.arrivals.slice(before);
  };
  const verify = (arrival: Arrival, secret = endpoint.secret): WebhookBody =>
    new Webhook(secret).verify(
      arrival.body,
      arrival.headers as Record<string, string>,
    ) as WebhookBody;
  const typesOf = (arrivals: readonly Arrival[]): string[] =>
    arrivals.map(({ body }) => (JSON.parse(body) as WebhookBody).type).toSorted();
  const attempts = async (): Promise<WebhookAttempt[]> =>
    (await call('GET', `/${endpoint.id}/attempts`)).body.items;
  const now = async (): Promise<WebhookEndpoint> => (await call('GET', `/${endpoint.id}`)).body;
  const sendTest = (): Promise<unknown> => call('POST', `/${endpoint.id}/test`, {});

  it('happens with a signature the official library takes, and none it does not', async () => {
    // The library compares with the time of this machine.
    world.clock.at = Date.now();
    await sendTest();
    const [arrival] = await deliver();
    if (arrival === undefined) throw new Error('Nothing arrived.');
    expect(verify(arrival)).toMatchObject({
      type: 'webhook.test',
      data: { endpointId: endpoint.id },
    });
    expect(arrival.headers['webhook-id']).toMatch(/^msg_/);
    expect(() => verify({ ...arrival, body: `${arrival.body} ` })).toThrow();
    expect(() => verify(arrival, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow();
    const late = { ...arrival.headers, 'webhook-timestamp': '1' };
    expect(() => verify({ ...arrival, headers: late })).toThrow();
  });

  it('signs with the secret before as well for a day after it was changed', async () => {
    world.clock.at = Date.now();
    const { body: rotated } = await call('POST', `/${endpoint.id}/rotate`, {});
    expect(rotated.secret).not.toBe(endpoint.secret);
    await sendTest();
    const [both] = await deliver();
    if (both === undefined) throw new Error('Nothing arrived.');
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2);
    verify(both, rotated.secret);
    verify(both);
    world.clock.at += OVERLAP_MS;
    await sendTest();
    const [one] = await deliver();
    expect(String(one?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  it('is about everything that happens to a shopper, with ids of the merchant’s', async () => {
    const state = anOrder({ lines: [aLine('l', 20_000)] });
    await acts.put('o1', state);
    const arrived = await deliver();
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
    const taken = await acts.take('k1');
    expect(typesOf(await deliver())).toEqual([
      'points.held',
      'redemption.created',
      'voucher.issued',
    ]);
    await acts.release(taken.id);
    expect(typesOf(await deliver())).toEqual(['points.released', 'voucher.released']);
    // The same again is no news.
    await acts.put('o1', state);
    expect(await deliver()).toEqual([]);
    await world.merchant('DELETE', '/v1/shoppers/ada');
    expect(typesOf(await deliver())).toEqual(['shopper.erased']);
  });

  it('is about what an endpoint wants to know, and nothing of a write that was undone', async () => {
    const wants = await call('PATCH', `/${endpoint.id}`, {
      types: ['points.earned'],
    });
    expect(wants.body.types).toEqual(['points.earned']);
    await acts.put('o1', anOrder({ shopper: { id: 'ada' } }));
    const refused = { ...anOrder({ shopper: { id: 'bea' } }), currency: 'EUR' };
    expect((await world.merchant('PUT', '/v1/orders/o1', refused)).status).toBe(422);
    const undone = world.deps.store.write(async (tx) => {
      tx.tell({ shopId: world.keys.shopId, type: 'points.earned', shopperId: null, data: {} });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(typesOf(await deliver())).toEqual(['points.earned']);
  });

  it('is tried again later where nobody answers well, and then no more', async () => {
    await sendTest();
    receiver.replies.push(
      { status: 500, body: 'tired' },
      { status: 503, headers: { 'retry-after': '600' } },
    );
    expect(await deliver()).toHaveLength(1);
    expect(await deliver()).toHaveLength(0);
    const [first] = await attempts();
    expect(first).toMatchObject({
      attempt: 1,
      outcome: 'failed',
      status: 500,
      answer: 'tired',
      type: 'webhook.test',
    });
    world.clock.at += 6000;
    expect(await deliver()).toHaveLength(1);
    const [second] = await attempts();
    expect(Date.parse(second?.nextAt ?? '') - world.clock.at).toBeGreaterThanOrEqual(600_000);
    for (let time = 3; time <= 11; time += 1) {
      world.clock.at += 30 * 3_600_000;
      receiver.replies.push({ status: 500 });
      await deliver();
      // What fails for days is switched off; here it is the number of tries that ends.
      if ((await now()).state === 'disabled') break;
    }
    expect((await now()).disabledBy).toBe('failing');
    const ids = new Set(receiver.arrivals.map(({ headers }) => headers['webhook-id']));
    expect(ids.size).toBe(1);
  });

  it('ends after ten tries, although the endpoint has heard of other things', async () => {
    await sendTest();
    let heard = 0;
    for (let time = 1; time <= 12; time += 1) {
      receiver.replies.push({ status: 500 });
      heard += (await deliver()).length;
      receiver.replies.length = 0;
      world.clock.at += 27 * 3_600_000;
      await call('PATCH', `/${endpoint.id}`, { state: 'disabled' });
      await call('PATCH', `/${endpoint.id}`, { state: 'enabled' });
    }
    expect(heard).toBe(10);
    expect((await attempts())[0]).toMatchObject({ attempt: 10, nextAt: null });
  });

  it('follows no redirect: it is no answer', async () => {
    await sendTest();
    receiver.replies.push({ status: 307, headers: { location: `https://${HOST}/elsewhere` } });
    const arrived = await deliver();
    expect(arrived.map(({ path }) => path)).toEqual(['/hook']);
    expect((await attempts())[0]).toMatchObject({ outcome: 'failed', status: 307 });
  });

  it('ends for good with 410, until somebody switches it on again', async () => {
    await sendTest();
    await sendTest();
    receiver.replies.push({ status: 410 }, { status: 410 });
    await deliver();
    expect(await now()).toMatchObject({ state: 'disabled', disabledBy: 'gone' });
    world.clock.at += DAY_MS;
    await acts.put('o2', anOrder({ shopper: { id: 'ada' } }));
    expect(await deliver()).toEqual([]);
    await call('PATCH', `/${endpoint.id}`, { state: 'enabled' });
    await sendTest();
    expect(await deliver()).toHaveLength(1);
    expect(await now()).toMatchObject({ state: 'enabled', disabledBy: null, failingSince: null });
  });

  it('does not wait for a slow receiver for ever, nor keep all it says', async () => {
    const short = connectTo(HOST, () => receiver.port);
    await open((asked) => short({ ...asked, timeoutMs: 200 }));
    await sendTest();
    receiver.replies.push('silent');
    await deliver();
    expect((await attempts())[0]).toMatchObject({ outcome: 'failed', status: null });
    world.clock.at += 6000;
    receiver.replies.push({ status: 200, body: 'x'.repeat(ANSWER_BYTES_MAX * 10) });
    await deliver();
    expect((await attempts())[0]?.answer).toHaveLength(ANSWER_BYTES_MAX);
  });

  it('lets one endpoint be slow without keeping another waiting', async () => {
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const quick = connectTo(HOST, () => receiver.port);
    await open(async (asked) => {
      if (asked.url.endsWith('/slow')) await slow;
      return quick(asked);
    });
    await add({ url: `https://${HOST}/slow`, types: ['webhook.test'] });
    const { body: all } = await call('GET', '');
    for (const { id } of all.items.toReversed()) await call('POST', `/${id}/test`, {});
    const round = deliver();
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
    await open(createCallOutside());
    await call('PATCH', `/${endpoint.id}`, { url });
    await sendTest();
    await deliver();
    expect((await attempts())[0]).toMatchObject({ outcome: 'refused', status: null });
  });

  it('can be done again: one message, or all of a period', async () => {
    const since = new Date(world.clock.at).toISOString();
    await acts.put('o1', anOrder({ shopper: { id: 'ada' } }));
    const [first] = await deliver();
    world.clock.at += 60_000;
    const until = new Date(world.clock.at).toISOString();
    await acts.put('o2', anOrder({ shopper: { id: 'ada' } }));
    await deliver();
    const id = String(first?.headers['webhook-id']);
    expect((await call('POST', `/${endpoint.id}/messages/${id}/resend`, {})).status).toBe(202);
    const [again] = await deliver();
    expect([again?.body, again?.headers['webhook-id']]).toEqual([first?.body, id]);
    expect((await call('GET', `/messages/${id}`)).body).toMatchObject({
      id,
      body: JSON.parse(first?.body ?? '') as object,
    });
    const { body: replayed } = await call('POST', `/${endpoint.id}/replay`, { since, until });
    expect(replayed).toEqual({ queued: 4 });
    expect(await deliver()).toHaveLength(4);
    expect(
      (await call('POST', `/${endpoint.id}/replay`, { since: until, until: since })).status,
    ).toBe(400);
    expect((await call('POST', `/${endpoint.id}/messages/nothing/resend`, {})).status).toBe(404);
    expect((await call('POST', '/nothing/test', {})).status).toBe(404);
  });

  it('is for addresses on https, up to a number, that shops give and take away', async () => {
    for (const url of ['http://x.example', 'ftp://x.example', 'x', 'https://'])
      expect((await call('POST', '', { url })).status).toBe(400);
    expect(
      (await call('POST', '', { url: 'https://x.example', types: ['points.everything'] })).status,
    ).toBe(400);
    for (let count = 1; count < LIMITS.endpointsMax; count += 1) await add();
    expect((await call('POST', '', { url: 'https://x.example' })).status).toBe(409);
    const { body } = await call('GET', '');
    expect(JSON.stringify(body)).not.toContain('whsec_');
    expect((await call('DELETE', `/${endpoint.id}`)).status).toBe(204);
    expect((await call('DELETE', `/${endpoint.id}`)).status).toBe(404);
  });

  it('is given up after days in which nothing arrived', async () => {
    await sendTest();
    receiver.replies.push({ status: 500 }, { status: 500 });
    await deliver();
    world.clock.at += GIVEN_UP_MS - 1;
    await deliver();
    expect((await now()).state).toBe('enabled');
    receiver.replies.push({ status: 500 });
    world.clock.at += 2 * DAY_MS;
    await deliver();
    expect(await now()).toMatchObject({ state: 'disabled', disabledBy: 'failing' });
  });
});
