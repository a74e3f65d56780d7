import { DELIVERY_HANDLERS } from '../compose-areas.ts';
import { createHmac } from 'node:crypto';
import type { ConnectionInput, PlatformMessage } from '@okaeri/shared/integrations';
import type { OrderAnswer } from '@okaeri/shared/orders';
import { connectPlatform } from '../connect/integrations/connect-platform.ts';
import { sweepOrders } from '../connect/integrations/sweep-orders.ts';
import { createCallOutside, type CallOutside } from '../platform/lib/call-outside.ts';
import { deliverDue } from '../platform/outbox/deliver-due.ts';
import type { World } from './world.ts';

/** What a platform's app of a test is signed with. */
export const APP_SECRET = 'app secret of the shop';

/** Where the platform of a test says it is, and the server of the test that is there instead. */
export const SHOP_ADDRESS = 'okaeri-test.myshopify.com';

/** Calls that lead to a host of a test are led to a server on this machine, as a name server would. */
export const connectTo = (host: string, port: () => number): CallOutside => {
  const call = createCallOutside({ allow: ['127.0.0.1'] });
  return (asked) => {
    const url = new URL(asked.url);
    if (url.host !== host) return call(asked);
    return call({ ...asked, url: `http://127.0.0.1:${port()}${url.pathname}${url.search}` });
  };
};

/** The signature of both platforms: base64 of the HMAC-SHA256 of the bytes. */
export const signBody = (body: string | Uint8Array, secret = APP_SECRET): string =>
  createHmac('sha256', secret).update(body).digest('base64');

/** What a platform does, for tests that read as stories. */
export interface PlatformActs {
  connect(change?: Partial<ConnectionInput>): Promise<void>;
  /** Sends a message signed as Shopify signs, and gives the answer. */
  send(
    topic: string,
    payload: unknown,
    how?: { headers?: Record<string, string> },
  ): Promise<Response>;
  /** The same, which must be taken; then works off what is due. */
  tell(topic: string, payload: unknown): Promise<void>;
  /** Works off what is due. */
  work(): Promise<void>;
  sweep(): Promise<void>;
  order(id: string): Promise<OrderAnswer>;
  /** What became of the messages so far, the newest first. */
  messages(state: 'done' | 'ignored' | 'failed' | 'waiting'): Promise<PlatformMessage[]>;
}

export const platformActsOf = (world: World): PlatformActs => {
  const { deps, keys } = world;
  const work: PlatformActs['work'] = async () => {
    await deliverDue(deps, DELIVERY_HANDLERS, ['platform', 'awaited']);
  };
  const send: PlatformActs['send'] = async (topic, payload, how = {}) => {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const headers = {
      'x-shopify-topic': topic,
      'x-shopify-hmac-sha256': signBody(body),
      'x-shopify-shop-domain': SHOP_ADDRESS,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
      ...how.headers,
    };
    return world.request(`/integrations/shopify/${keys.publicKey}`, {
      method: 'POST',
      headers,
      body,
    });
  };
  return {
    async connect(change = {}) {
      const connection = {
        platform: 'shopify',
        address: SHOP_ADDRESS,
        secret: APP_SECRET,
        clientId: 'client id',
        money: 'shop',
        ...change,
      } as ConnectionInput;
      const outcome = await connectPlatform(deps, { shop: await world.shop(), connection });
      if ('refused' in outcome) throw new Error(outcome.refused.detail);
    },
    send,
    async tell(topic, payload) {
      const answer = await send(topic, payload);
      if (answer.status !== 200) throw new Error(await answer.text());
      await work();
    },
    work,
    async sweep() {
      world.clock.at += 600_000;
      await sweepOrders(deps);
    },
    order: async (id) =>
      (await world.merchant('GET', `/v1/orders/${id}`)).json() as Promise<OrderAnswer>,
    async messages(state) {
      const answer = await world.merchant('GET', `/v1/integrations/messages?state=${state}`);
      const { items } = (await answer.json()) as {
        items: PlatformMessage[];
      };
      return items;
    },
  };
};
