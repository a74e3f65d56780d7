import { DELIVERY_HANDLERS } from '../compose-areas.ts';
import { Webhook } from 'standardwebhooks';
import type {
  NewWebhookEndpoint,
  WebhookAttempt,
  WebhookBody,
  WebhookEndpoint,
} from '@okaeri/shared/webhooks';
import type { CallOutside } from '../platform/lib/call-outside.ts';
import { deliverDue } from '../platform/outbox/deliver-due.ts';
import type { Store } from '../platform/store/store.ts';
import { actsOf, plainProgram, type Acts } from './acts.ts';
import { connectTo } from './platform-acts.ts';
import type { Arrival, Receiver } from './webhook-receiver.ts';
import { openWorld, type World } from './world.ts';

/** Where the receiver of a test says it is. */
export const RECEIVER_HOST = 'receiver.example';

/** Everything an answer may be; a test knows which it is. */
type Said = NewWebhookEndpoint & { items: (WebhookAttempt & WebhookEndpoint)[] };

/** A shop with one endpoint, and what is done about it. */
export interface WebhookActs {
  readonly world: World;
  readonly acts: Acts;
  readonly endpoint: NewWebhookEndpoint;
  /** A request below `/v1/webhooks`. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Said }>;
  add(input?: object): Promise<NewWebhookEndpoint>;
  /** Sends what is due, and gives what has arrived meanwhile. */
  deliver(): Promise<Arrival[]>;
  attempts(): Promise<WebhookAttempt[]>;
  /** The endpoint as it is now. */
  now(): Promise<WebhookEndpoint>;
  sendTest(): Promise<unknown>;
}

/** What a message says, once the official library has found it to be ours. */
export const verified = (arrival: Arrival, secret: string): WebhookBody => {
  const headers = arrival.headers as Record<string, string>;
  return new Webhook(secret).verify(arrival.body, headers) as WebhookBody;
};

/** The types of what has arrived, sorted. */
export const typesOf = (arrivals: readonly Arrival[]): string[] =>
  arrivals.map(({ body }) => (JSON.parse(body) as WebhookBody).type).toSorted();

export const openWebhooks = async (
  store: Store,
  receiver: Receiver,
  callOutside: CallOutside = connectTo(RECEIVER_HOST, () => receiver.port),
): Promise<WebhookActs> => {
  receiver.arrivals.length = 0;
  receiver.replies.length = 0;
  const world = await openWorld(store, plainProgram(), null, { callOutside });
  const call: WebhookActs['call'] = async (method, path, body) => {
    const answer = await world.merchant(method, `/v1/webhooks${path}`, body);
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Said };
  };
  const add: WebhookActs['add'] = async (input = {}) => {
    const url = `https://${RECEIVER_HOST}/hook`;
    return (await call('POST', '', { url, ...input })).body;
  };
  const endpoint = await add();
  return {
    world,
    acts: actsOf(world),
    endpoint,
    call,
    add,
    async deliver() {
      const before = receiver.arrivals.length;
      await deliverDue(world.deps, DELIVERY_HANDLERS, ['webhook']);
      return receiver.arrivals.slice(before);
    },
    attempts: async () => (await call('GET', `/${endpoint.id}/attempts`)).body.items,
    now: async () => (await call('GET', `/${endpoint.id}`)).body,
    sendTest: () => call('POST', `/${endpoint.id}/test`, {}),
  };
};
