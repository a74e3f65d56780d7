import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { platformActsOf, signBody, type PlatformActs } from '../../testing/platform-acts.ts';
import { orderOf } from '../../testing/shopify-payloads.ts';
import { openWorld, type World } from '../../testing/world.ts';

const customer = (first: string, at: string) => ({
  id: 42,
  email: `${first.toLowerCase()}@example.com`,
  first_name: first,
  last_name: 'Aalto',
  updated_at: at,
});
const order = (id: number, first: string, at: string) =>
  orderOf([{ id: 1, price: '10.00' }], { id, updated_at: at, customer: customer(first, at) });

const OLD = '2026-11-01T10:00:00Z';
const NEW = '2026-11-05T10:00:00Z';

describe.each(ENGINES)('what a customer is called, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: PlatformActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => test.dispose());

  const called = async (
    messages: readonly (readonly [topic: string, payload: unknown])[],
  ): Promise<unknown> => {
    world = await openWorld(test.store, plainProgram());
    acts = platformActsOf(world);
    await acts.connect({ clientId: null });
    for (const [topic, payload] of messages) await acts.tell(topic, payload);
    const { name, email } = (await (await world.merchant('GET', '/v1/shoppers/42')).json()) as {
      name: string;
      email: string;
    };
    return [name, email];
  };

  it.each([
    [
      'the account, newer than an order',
      ['customers/update', customer('New', NEW)],
      ['orders/updated', order(7, 'Old', OLD)],
    ],
    [
      'an order, newer than the account',
      ['orders/updated', order(7, 'New', NEW)],
      ['customers/update', customer('Old', OLD)],
    ],
    [
      'an order, newer than another',
      ['orders/updated', order(7, 'New', NEW)],
      ['orders/updated', order(8, 'Old', OLD)],
    ],
  ] as const)('is what the newest says, whatever comes first: %s', async (_, newer, older) => {
    const expected = ['New Aalto', 'new@example.com'];
    expect(await called([newer, older])).toEqual(expected);
    expect(await called([older, newer])).toEqual(expected);
  });

  it('at WooCommerce is what the account says since the order was placed, however late the order changes', async () => {
    const gmt = (at: string): string => at.slice(0, 19);
    const account = {
      id: 42,
      email: 'new@example.com',
      first_name: 'New',
      last_name: 'Aalto',
      date_created_gmt: gmt(OLD),
      date_modified_gmt: gmt(NEW),
    };
    const completed = {
      id: 9,
      status: 'completed',
      currency: 'USD',
      customer_id: 42,
      date_created_gmt: gmt(OLD),
      date_paid_gmt: gmt(OLD),
      date_modified_gmt: '2026-11-09T10:00:00',
      billing: { first_name: 'Old', last_name: 'Aalto', email: 'old@example.com' },
      line_items: [{ id: 1, product_id: 1, quantity: 1, subtotal: '10.00', total: '10.00' }],
    };
    const messages = [
      ['customer.updated', account],
      ['order.updated', completed],
    ] as const;
    for (const sent of [messages, messages.toReversed()]) {
      world = await openWorld(test.store, plainProgram());
      acts = platformActsOf(world);
      await acts.connect({ platform: 'woocommerce', address: 'https://woo.example' });
      for (const [topic, payload] of sent) {
        const body = JSON.stringify(payload);
        const headers = { 'x-wc-webhook-topic': topic, 'x-wc-webhook-signature': signBody(body) };
        const path = `/integrations/woocommerce/${world.keys.publicKey}`;
        expect((await world.request(path, { method: 'POST', headers, body })).status).toBe(200);
        await acts.work();
      }
      const shopper = await (await world.merchant('GET', '/v1/shoppers/42')).json();
      expect(shopper).toMatchObject({ name: 'New Aalto', email: 'new@example.com' });
    }
  });
});
