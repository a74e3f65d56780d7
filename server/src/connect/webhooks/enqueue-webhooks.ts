import type { WebhookBody, WebhookType } from '@okaeri/shared/webhooks';
import { wantsEvent } from '@okaeri/shared/webhooks';
import type { Deps, ListeningEndpoint } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import { queueRow } from '../../platform/outbox/enqueue-row.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { insertMessage, selectEndpoints, selectSubscribedEndpoints } from './queries.ts';
import type { DomainEvent } from '../../platform/store/domain-event.ts';

/** Keeps a message, and has it sent to these endpoints. The text is what is signed: it is made once. */
export const saveMessage = async (
  deps: Deps,
  tx: Tx,
  message: { shopId: string; type: WebhookType; data: WebhookBody['data'] },
  endpointIds: readonly string[],
): Promise<string> => {
  const { shopId, type, data } = message;
  const now = deps.clock.now();
  const id = `msg_${newId()}`;
  const body: WebhookBody = { type, timestamp: isoOf(now), data };
  await tx.run(insertMessage, { shopId, id, type, body: JSON.stringify(body), createdAt: now });
  for (const endpointId of endpointIds) await queueMessage(deps, tx, { shopId, endpointId, id });
  return id;
};

/** Has a message sent to an endpoint, in real time whatever the shop's clock says. */
export const queueMessage = (
  deps: Deps,
  tx: Tx,
  to: { shopId: string; endpointId: string; id: string; again?: string },
): Promise<unknown> => {
  const { shopId, endpointId, id: messageId, again = '' } = to;
  const payload = { kind: 'webhook', endpointId, messageId } as const;
  const id = `wh_${messageId}_${endpointId}${again}`;
  return queueRow(deps, tx, { shopId, id, payload });
};

/**
 * Puts what happened in a write into the outbox, within that write, for every endpoint that wants to
 * know. Where nobody does, it costs a look into a cache.
 */
export const enqueueWebhooks = async (
  deps: Deps,
  tx: Tx,
  events: readonly DomainEvent[],
): Promise<void> => {
  for (const one of events) {
    const listening = (await listenersOf(deps, tx, one.shopId)).filter(({ types }) =>
      wantsEvent(types, one.type),
    );
    if (listening.length === 0) continue;
    const { shopId, type } = one;
    const data = { shopperId: await subjectOf(tx, one), ...one.data };
    await saveMessage(
      deps,
      tx,
      { shopId, type, data },
      listening.map(({ id }) => id),
    );
  }
};

/** The endpoints of a shop that are enabled; read once a second at most. */
async function listenersOf(
  deps: Deps,
  tx: Tx,
  shopId: string,
): Promise<readonly ListeningEndpoint[]> {
  const known = deps.caches.endpoints.get(shopId);
  if (known !== undefined) return known;
  const found = await tx.run(selectEndpoints, { shopId });
  const listening = found
    .filter(({ state }) => state === 'enabled')
    .map(({ id, types }) => ({ id, types }));
  deps.caches.endpoints.set(shopId, listening);
  return listening;
}

/** The merchant's id of whom a message is about; they may have been joined to somebody since. */
async function subjectOf(tx: Tx, { shopId, shopperId }: DomainEvent): Promise<string | null> {
  if (shopperId === null) return null;
  return (await first(tx, selectSubscribedEndpoints, { shopId, shopperId }))?.externalId ?? null;
}
