import { Webhook } from 'standardwebhooks';
import type { Deps } from '../../deps.ts';
import type { OutsideAnswer } from '../../platform/lib/call-outside.ts';
import { OutsideRefusedError } from '../../platform/lib/fetch-outside.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { inForce, decryptSecrets } from './endpoint-secrets.ts';
import {
  insertAttempt,
  lockEndpoint,
  selectEndpoint,
  selectMessage,
  updateEndpoint,
} from './queries.ts';
import { askedWaitMs, GIVEN_UP_MS, nextTryAt } from './retry-rules.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import type { WebhookAttemptRow, WebhookEndpointRow, WebhookMessageRow } from './tables.ts';

/** How long an endpoint may take: the specification says 15 to 30 seconds. */
const TIMEOUT_MS = 15_000;
/** What of an answer is kept for a person who looks what went wrong. */
export const ANSWER_BYTES_MAX = 1024;
const GONE = 410;

interface Sending {
  readonly endpoint: WebhookEndpointRow;
  readonly message: WebhookMessageRow;
}

/** What came of one try. */
type Result = Pick<WebhookAttemptRow, 'outcome' | 'status' | 'answer'> & {
  readonly askedMs: number;
};

/** Sends a message to an endpoint: at least once, signed, and again as the specification says. */
export const deliverMessage = async (
  deps: Deps,
  row: OutboxRow,
  payload: OutboxPayload<'webhook'>,
): Promise<Delivery> => {
  const { shopId, attempts } = row;
  const { endpointId, messageId } = payload;
  const [endpoint, message] = await deps.store.read(async (tx) => [
    await first(tx, selectEndpoint, { shopId, id: endpointId }),
    await first(tx, selectMessage, { shopId, id: messageId }),
  ]);
  if (endpoint?.state !== 'enabled' || message === undefined)
    return { kind: 'dropped', why: 'no endpoint wants it any more' };
  const at = deps.clock.now();
  const result = await send(deps, { endpoint, message });
  const now = deps.clock.now();
  const isOver = result.outcome === 'delivered' || result.outcome === 'gone';
  const chance = Math.random();
  const nextAt = isOver ? null : nextTryAt(attempts, { now, askedMs: result.askedMs, chance });
  const { outcome, status, answer } = result;
  const attempt: WebhookAttemptRow = {
    shopId,
    id: newId(),
    endpointId,
    messageId,
    attempt: attempts,
    at,
    durationMs: Math.max(0, now - at),
    outcome,
    status,
    answer,
    nextAt,
  };
  const state = await deps.store.write((tx) => noteTry(tx, attempt, now));
  deps.metrics.webhook({ outcome });
  if (outcome === 'delivered') return { kind: 'sent' };
  if (state !== 'enabled') deps.caches.endpoints.delete(shopId);
  const why = status === null ? answer : `answered ${status}`;
  return nextAt === null || state !== 'enabled'
    ? { kind: 'failed', why }
    : { kind: 'again', at: nextAt, why };
};

async function send(deps: Deps, sending: Sending): Promise<Result> {
  try {
    const answer = await deps.callOutside({
      method: 'POST',
      url: sending.endpoint.url,
      headers: headersOf(deps, sending),
      body: sending.message.body,
      timeoutMs: TIMEOUT_MS,
      bytesMax: ANSWER_BYTES_MAX,
    });
    return resultOf(answer, deps.clock.now());
  } catch (error) {
    const answer = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof OutsideRefusedError ? 'refused' : 'failed';
    return { outcome, status: null, answer, askedMs: 0 };
  }
}

async function noteTry(
  tx: Tx,
  attempt: WebhookAttemptRow,
  now: number,
): Promise<WebhookEndpointRow['state'] | undefined> {
  await tx.run(insertAttempt, attempt);
  const key = { shopId: attempt.shopId, id: attempt.endpointId };
  const row = await first(tx, lockEndpoint, key);
  if (row === undefined) return undefined;
  const after = afterTry(row, attempt.outcome, now);
  // What goes well changes nothing, and writes nothing.
  if (row.state !== after.state || row.failingSince !== after.failingSince)
    await tx.run(updateEndpoint, { ...row, ...after });
  return after.state;
}

/** The three headers of Standard Webhooks; one signature for each secret in force. */
function headersOf(deps: Deps, { endpoint, message }: Sending): Record<string, string> {
  const now = deps.clock.now();
  const secrets = inForce(decryptSecrets(deps.secretKey, endpoint), now);
  const sign = (secret: string): string =>
    new Webhook(secret).sign(message.id, new Date(now), message.body);
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Okaeri-Webhooks/1.0',
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': secrets.map(sign).join(' '),
  };
}

function resultOf(answer: OutsideAnswer, now: number): Result {
  const { status, headers } = answer;
  // PostgreSQL keeps no NUL in a text.
  const body = answer.body.replaceAll('\0', '');
  const retryAfter = headers['retry-after'];
  const askedMs = askedWaitMs(typeof retryAfter === 'string' ? retryAfter : undefined, now);
  // A redirect is no success: what it leads to was never agreed upon.
  const isTaken = status >= 200 && status <= 299;
  const failed = status === GONE ? 'gone' : 'failed';
  return { outcome: isTaken ? 'delivered' : failed, status, answer: body, askedMs };
}

/** How an endpoint stands after a try: well, failing, or not to be tried any more. */
function afterTry(
  row: WebhookEndpointRow,
  outcome: Result['outcome'],
  now: number,
): Pick<WebhookEndpointRow, 'state' | 'disabledBy' | 'failingSince'> {
  const { state, disabledBy } = row;
  if (outcome === 'delivered') return { state, disabledBy, failingSince: null };
  const failingSince = row.failingSince ?? now;
  if (outcome === 'gone') return { state: 'disabled', disabledBy: 'gone', failingSince };
  return now - failingSince >= GIVEN_UP_MS
    ? { state: 'disabled', disabledBy: 'failing', failingSince }
    : { state, disabledBy, failingSince };
}
