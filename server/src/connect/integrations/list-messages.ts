import type { Outcome } from '../../platform/lib/outcome.ts';
import type { PlatformMessage } from '@okaeri/shared/integrations';
import type { Page } from '@okaeri/shared/ledger';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import { first } from '../../platform/store/store.ts';
import {
  countFailedMessages,
  selectMessage,
  selectMessages,
  settleMessage,
} from './inbox-queries.ts';
import type { InboxRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

// Behind every id.
const NEWEST = '~';

/** What a platform sent, the newest first. The cursor is the last id. */
export const listMessages = async (
  deps: Deps,
  asked: {
    shop: ShopRow;
    state: InboxRow['state'];
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Page<PlatformMessage>> => {
  const { shop, state, cursor: before = NEWEST, limit } = asked;
  const found = await deps.store.read((tx) =>
    tx.run(selectMessages, { shopId: shop.id, state, before, limit }),
  );
  const last = found.length === limit ? found.at(-1) : undefined;
  return { items: found.map(viewOf), nextCursor: last?.id ?? null };
};

/** Works off anew what could not be worked off. */
export const retryMessage = (
  deps: Deps,
  asked: { shop: ShopRow; id: string },
): Promise<Outcome<PlatformMessage>> =>
  deps.store.write(async (tx): Promise<Outcome<PlatformMessage>> => {
    const { shop, id } = asked;
    const row = await first(tx, selectMessage, { shopId: shop.id, id });
    if (row === undefined || row.state !== 'failed' || row.body === '')
      return { refused: { code: 'unknownMessage', detail: 'No message that failed has this id.' } };
    const waiting = { ...row, state: 'waiting' as const, settledAt: null };
    await tx.run(settleMessage, waiting);
    const payload = { kind: 'platformMessage', messageId: id } as const;
    const entry = { shop, id: `in_${id}_${newId()}`, payload, dueAt: nowOf(deps, shop) };
    await addToOutbox(deps, tx, entry);
    return { ok: viewOf(waiting) };
  });

/** Messages of every shop that could not be worked off. */
export const countFailed = async (deps: Deps): Promise<number> =>
  Number((await deps.store.read((tx) => first(tx, countFailedMessages, {})))?.count ?? 0);

function viewOf(row: InboxRow): PlatformMessage {
  return {
    id: row.id,
    platform: row.platform,
    topic: row.topic,
    subject: row.subject,
    state: row.state,
    note: row.note,
    receivedAt: isoOf(row.receivedAt),
    settledAt: row.settledAt === null ? null : isoOf(row.settledAt),
  };
}
