import { findShop } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { ATTEMPTS_MAX } from '../../platform/outbox/backoff-rules.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { parseExactly } from '../../platform/lib/exact-json.ts';
import { first } from '../../platform/store/store.ts';
import { handlePlatformEvent } from './handle-platform-event.ts';
import type { HandledEvent } from './handled-event.ts';
import { namesErased } from './forget-messages.ts';
import { findConnection, type OpenConnection } from './find-connection.ts';
import {
  subjectOf,
  UnreadableMessageError,
  type PlatformEvent,
} from './contract/platform-event-rules.ts';
import { adapterOf } from './platforms.ts';
import { selectMessage, settleMessage } from './inbox-queries.ts';
import type { InboxRow } from './tables.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Works off what a platform sent: once in its effect, however often it is tried. */
export const processMessage = async (
  deps: Deps,
  row: OutboxRow,
  { messageId }: { readonly messageId: string },
): Promise<Delivery> => {
  const key = { shopId: row.shopId, id: messageId };
  const message = await deps.store.read((tx) => first(tx, selectMessage, key));
  if (message === undefined || message.state === 'done' || message.state === 'ignored')
    return { kind: 'dropped', why: 'it was worked off' };
  const shop = await findShop(deps, row.shopId);
  const connection = await findConnection(deps, row.shopId);
  if (shop === undefined || connection?.row.platform !== message.platform) {
    await settle(deps, message, {
      state: 'ignored',
      note: 'not connected any more',
      subject: null,
    });
    return { kind: 'dropped', why: 'not connected any more' };
  }
  try {
    await workOff(deps, message, { connection, shop });
    return { kind: 'sent' };
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    const isFinal =
      error instanceof UnreadableMessageError || adapterOf(connection).isRefusal(error);
    const state = isFinal || row.attempts >= ATTEMPTS_MAX ? 'failed' : 'waiting';
    await settle(deps, message, { state, note, subject: message.subject });
    if (isFinal) return { kind: 'failed', why: note };
    throw error;
  }
};

function settle(
  deps: Deps,
  message: InboxRow,
  to: Pick<InboxRow, 'state' | 'note' | 'subject'>,
): Promise<unknown> {
  const isOver = to.state === 'done' || to.state === 'ignored';
  return deps.store.write(async (tx) => {
    // A person who was erased before it was worked off is named by nothing that is kept.
    const isAboutCustomer = message.topic.startsWith('customer');
    const isKept = to.state === 'failed' || (isOver && isAboutCustomer && to.subject !== null);
    const isErased = isKept && (await namesErased(deps, tx, message));
    return tx.run(settleMessage, {
      shopId: message.shopId,
      id: message.id,
      ...to,
      subject: isErased && isAboutCustomer ? null : to.subject,
      // What was worked off is not needed any more; what was not, may be tried again.
      body: isOver || isErased ? '' : message.body,
      settledAt: to.state === 'waiting' ? null : deps.clock.now(),
    });
  });
}

async function workOff(
  deps: Deps,
  message: InboxRow,
  at: { connection: OpenConnection; shop: ShopRow },
): Promise<void> {
  const meaning = meaningOf(message, at);
  const { state, note }: HandledEvent = await handlePlatformEvent(deps, meaning, {
    ...at,
    messageId: message.id,
  });
  // Whom it was about is not written down where they asked to be forgotten.
  const subject = meaning.kind === 'redactCustomer' ? null : subjectOf(meaning);
  await settle(deps, message, { state, note, subject });
}

function meaningOf(
  message: InboxRow,
  at: { connection: OpenConnection; shop: ShopRow },
): PlatformEvent {
  let body: unknown;
  try {
    body = parseExactly(message.body);
  } catch {
    throw new UnreadableMessageError('the body is no JSON');
  }
  return adapterOf(at.connection).readMessage(message.topic, body, at);
}
