import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import { shopInput, type ShopKeys } from '@okaeri/shared/access';
import type { OrderAnswer } from '@okaeri/shared/orders';
import { createShop } from '../backoffice/setup/create-shop.ts';
import { createDeps } from '../create-deps.ts';
import type { Deps } from '../deps.ts';
import { systemClock } from '../platform/lib/clock.ts';
import { createLogger } from '../platform/lib/logger.ts';
import { publishDraft, saveDraft, versionTag } from '../backoffice/program-editor/edit-draft.ts';
import type { Store } from '../platform/store/store.ts';
import { plainProgram } from './acts.ts';
import { aLine, anOrder } from './order-states.ts';
import type { ServerProcess } from './server-process.ts';
import { TEST_MEDIA, TEST_OUTSIDE, TEST_URL } from './test-media.ts';

/** A shop in the database, set up from outside the server processes. */
export const openShop = async (
  store: Store,
  cost: number,
): Promise<{ deps: Deps; keys: ShopKeys }> => {
  const logger = createLogger('silent');
  const deps = createDeps({
    store,
    clock: systemClock,
    logger,
    secretKey: randomBytes(32),
    publicUrl: TEST_URL,
    fetchOutside: TEST_OUTSIDE,
    mail: null,
    media: TEST_MEDIA,
  });
  const keys = await createShop(deps, shopInput.parse({ name: 'Processes' }));
  const document = plainProgram({ cost });
  const { shopId } = keys;
  const saved = await saveDraft(deps, { shopId, document, ifMatch: versionTag(1) });
  if ('ok' in saved) await publishDraft(deps, { shopId, ifMatch: saved.ok.etag });
  return { deps, keys };
};

/** Sends the state of an order to a server process. */
export const putTo = (
  server: ServerProcess,
  keys: ShopKeys,
  id: string,
  body: unknown,
): Promise<Response> =>
  fetch(`${server.url}/v1/orders/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${keys.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** What a server process says a shopper has. */
export const balanceOf = async (
  server: ServerProcess,
  keys: ShopKeys,
  id: string,
): Promise<Record<string, number>> => {
  const answer = await fetch(`${server.url}/v1/shoppers/${id}`, {
    headers: { authorization: `Bearer ${keys.secretKey}` },
  });
  return ((await answer.json()) as { balance: Record<string, number> }).balance;
};

/** Points of each order of the load. */
const POINTS = 10;
const AGAIN_AT_ONCE = 16;

/** Orders that are sent to server processes until it ends, and what was said of each. */
export interface OrderLoad {
  /** Orders by id: what each was told to have earned, once it was told. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** How many were sent. */
  sent(): number;
  /** How often each answer came, as `201`, or `503 busy`; `cut` where none came. */
  readonly answers: Readonly<Record<string, number>>;
  /** Ends it, when everything that is under way has been answered. */
  end(): Promise<void>;
}

/** The order that the load sends under an id. */
export const loadOrder = (shopperId: string) =>
  anOrder({ shopper: { id: shopperId }, lines: [aLine('a', POINTS * 100)] });

/** Sends orders of seven shoppers from `clients` clients at once, until it is ended. */
export const loadOrders = (
  servers: readonly [ServerProcess, ...ServerProcess[]],
  keys: ShopKeys,
  clients: number,
): OrderLoad => {
  const acknowledged = new Map<string, number>();
  const answers: Record<string, number> = {};
  let sent = 0;
  const state = { isOn: true };
  const client = async (): Promise<void> => {
    while (state.isOn) {
      const number = sent++;
      const id = String(number);
      const server = servers[number % servers.length] ?? servers[0];
      const answer = await putTo(server, keys, id, loadOrder(shopperOf(number))).catch(
        () => undefined,
      );
      const body = (await answer?.json().catch(() => undefined)) as
        | (OrderAnswer & { code?: string })
        | undefined;
      if (answer?.ok && body) acknowledged.set(id, body.points.posted);
      const outcome = answer === undefined || body === undefined ? 'cut' : String(answer.status);
      const name = body?.code === undefined ? outcome : `${outcome} ${body.code}`;
      answers[name] = (answers[name] ?? 0) + 1;
      // A client that is refused waits a little, as the answer asks it to.
      if (!answer?.ok) await new Promise((turn) => setTimeout(turn, 50));
    }
  };
  const running = Array.from({ length: clients }, client);
  return {
    acknowledged,
    answers,
    sent: () => sent,
    async end() {
      state.isOn = false;
      await Promise.all(running);
    },
  };
};

/**
 * Sends every order of a load once more, as a shop would that heard no answer. What is wrong is
 * told: an order that was acknowledged and is not there, or one that counted otherwise than once.
 */
export const sendAgain = async (
  server: ServerProcess,
  keys: ShopKeys,
  load: Pick<OrderLoad, 'acknowledged' | 'sent'>,
): Promise<string[]> => {
  const wrong: string[] = [];
  const count = load.sent();
  const width = pLimit(AGAIN_AT_ONCE);
  const one = async (number: number): Promise<void> => {
    const answer = await putTo(server, keys, String(number), loadOrder(shopperOf(number)));
    const wasTold = load.acknowledged.has(String(number));
    if (answer.status !== 200 && (wasTold || answer.status !== 201))
      wrong.push(`order ${number}: ${answer.status}${wasTold ? ', and was acknowledged' : ''}`);
    await answer.body?.cancel();
  };
  await Promise.all(Array.from({ length: count }, (_, number) => width(() => one(number))));
  let total = 0;
  for (let shopper = 0; shopper < 7; shopper += 1)
    total += (await balanceOf(server, keys, `s${shopper}`))['available'] ?? 0;
  if (total !== count * POINTS) wrong.push(`${total} points of ${count * POINTS}`);
  return wrong;
};

function shopperOf(number: number): string {
  return `s${number % 7}`;
}
