import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Page } from '@okaeri/shared/ledger';
import {
  wantsEvent,
  type WebhookAttempt,
  type WebhookBody,
  type WebhookMessage,
  type WebhookType,
} from '@okaeri/shared/webhooks';
import type { Deps } from '../../deps.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import { first } from '../../platform/store/store.ts';
import { saveMessage, queueMessage } from './enqueue-webhooks.ts';
import { UNKNOWN_ENDPOINT } from './manage-endpoints.ts';
import {
  forgetAttempts,
  forgetMessages,
  selectAttempts,
  selectEndpoint,
  selectMessage,
  selectMessagesBetween,
} from './queries.ts';
import type { WebhookAttemptRow } from './tables.ts';

/** How long it can be seen what was sent, and sent again. */
const KEPT_MS = 30 * DAY_MS;
/** Messages put in at once when a period is sent again. */
const PAGE = 200;
// Behind every id.
const NEWEST = '~';
type Key = { shopId: string; id: string };

/** What was sent to an endpoint, and what it answered, the latest first. */
export const listAttempts = async (
  deps: Deps,
  asked: Key & { cursor?: string | undefined; limit: number },
): Promise<Outcome<Page<WebhookAttempt>>> => {
  const { shopId, id: endpointId, cursor: before = NEWEST, limit } = asked;
  const page = { shopId, endpointId, before, limit };
  const found = await deps.store.read(async (tx) =>
    (await first(tx, selectEndpoint, { shopId, id: endpointId })) === undefined
      ? undefined
      : tx.run(selectAttempts, page),
  );
  if (found === undefined) return UNKNOWN_ENDPOINT;
  const last = found.length === limit ? found.at(-1) : undefined;
  const items = found.map(({ attempt, type }) => viewOf(attempt, type));
  return { ok: { items, nextCursor: last?.attempt.id ?? null } };
};

/** A message as it was sent. */
export const readMessage = async (deps: Deps, key: Key): Promise<Outcome<WebhookMessage>> => {
  const row = await deps.store.read((tx) => first(tx, selectMessage, key));
  if (row === undefined)
    return { refused: { code: 'unknownMessage', detail: 'No message of late has this id.' } };
  const { id, createdAt } = row;
  return { ok: { id, createdAt: isoOf(createdAt), body: JSON.parse(row.body) as WebhookBody } };
};

/** Sends a message to an endpoint once more: the same id, the same text, signed anew. */
export const resendMessage = (
  deps: Deps,
  asked: Key & { messageId: string },
): Promise<Outcome<{ queued: number }>> =>
  deps.store.write(async (tx): Promise<Outcome<{ queued: number }>> => {
    const { shopId, id: endpointId, messageId } = asked;
    if ((await first(tx, selectEndpoint, { shopId, id: endpointId })) === undefined)
      return UNKNOWN_ENDPOINT;
    if ((await first(tx, selectMessage, { shopId, id: messageId })) === undefined)
      return { refused: { code: 'unknownMessage', detail: 'No message of late has this id.' } };
    await queueMessage(deps, tx, { shopId, endpointId, id: messageId, again: `_${newId()}` });
    return { ok: { queued: 1 } };
  });

/** Sends an endpoint everything of a period that it wants to know, once more. */
export const replayMessages = async (
  deps: Deps,
  asked: Key & { since: number; until: number },
): Promise<Outcome<{ queued: number }>> => {
  const { shopId, id: endpointId, since, until } = asked;
  const endpoint = await deps.store.read((tx) =>
    first(tx, selectEndpoint, { shopId, id: endpointId }),
  );
  if (endpoint === undefined) return UNKNOWN_ENDPOINT;
  const again = `_${newId()}`;
  let queued = 0;
  let after = '';
  for (;;) {
    const page = { shopId, since, until, after, limit: PAGE };
    const found = await deps.store.read((tx) => tx.run(selectMessagesBetween, page));
    const wanted = found.filter(({ type }) => wantsEvent(endpoint.types, type));
    await deps.store.writeAlone(async (tx) => {
      for (const { id } of wanted) await queueMessage(deps, tx, { shopId, endpointId, id, again });
    });
    queued += wanted.length;
    after = found.at(-1)?.id ?? after;
    if (found.length < PAGE) return { ok: { queued } };
  }
};

/** Sends an endpoint a message that says nothing, to see whether it arrives. */
export const sendTest = (deps: Deps, key: Key): Promise<Outcome<{ messageId: string }>> =>
  deps.store.write(async (tx): Promise<Outcome<{ messageId: string }>> => {
    const { shopId, id } = key;
    if ((await first(tx, selectEndpoint, key)) === undefined) return UNKNOWN_ENDPOINT;
    const message = { shopId, type: 'webhook.test' as const, data: { endpointId: id } };
    return { ok: { messageId: await saveMessage(deps, tx, message, [id]) } };
  });

/** Forgets what was sent long ago. */
export const sweepWebhooks = (deps: Deps): Promise<unknown> =>
  deps.store.writeAlone(async (tx) => {
    const before = deps.clock.now() - KEPT_MS;
    await tx.run(forgetAttempts, { before });
    await tx.run(forgetMessages, { before });
  });

function viewOf(row: WebhookAttemptRow, type: WebhookType): WebhookAttempt {
  return {
    id: row.id,
    messageId: row.messageId,
    type,
    attempt: row.attempt,
    at: isoOf(row.at),
    durationMs: row.durationMs,
    outcome: row.outcome,
    status: row.status,
    answer: row.answer,
    nextAt: row.nextAt === null ? null : isoOf(row.nextAt),
  };
}
