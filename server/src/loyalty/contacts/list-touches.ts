import type { ShopTouch, TouchLine } from '@okaeri/shared/affairs';
import type { TouchesQuery } from '@okaeri/shared/contacts';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { TouchRow } from './tables.ts';
import { selectTouchesOf, selectTouchesOfShop } from './touch-queries.ts';

/** The touches of one person, a page of them, the newest first. */
export const listTouches = async (
  tx: Tx,
  input: { shopId: string; shopperId: string; before: ListCursor; limit: number },
): Promise<{ items: TouchLine[]; nextCursor: string | null }> => {
  const { shopId, shopperId, before, limit } = input;
  const place = { beforeAt: before.at, beforeId: before.id, limit: limit + 1 };
  const found = await tx.run(selectTouchesOf, { shopId, shopperId, ...place });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toTouch),
    nextCursor: found.length > limit && last !== undefined ? `${last.plannedAt}_${last.id}` : null,
  };
};

/** The touches of a shop, a page of them, the newest first. */
export const listShopTouches = async (
  tx: Tx,
  input: { shopId: string; asked: TouchesQuery; before: ListCursor; limit: number },
): Promise<{ items: ShopTouch[]; nextCursor: string | null }> => {
  const { shopId, asked, before, limit } = input;
  const found = await tx.run(selectTouchesOfShop, {
    shopId,
    kind: asked.kind ?? '',
    decision: asked.decision ?? '',
    since: asked.since === undefined ? 0 : Date.parse(asked.since),
    beforeAt: before.at,
    beforeId: before.id,
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1)?.touch;
  return {
    items: items.map(({ touch, externalId, name }) => ({
      ...toTouch(touch),
      shopperId: externalId,
      guestId: externalId === null ? touch.shopperId : null,
      shopperName: name,
    })),
    nextCursor: found.length > limit && last !== undefined ? `${last.plannedAt}_${last.id}` : null,
  };
};

/** A touch as it is shown and exported. */
export function toTouch(row: TouchRow): TouchLine {
  const { id, kind, touchClass, channel, subject, decision, reason, arm, waitReason } = row;
  return {
    id,
    kind,
    class: touchClass,
    channel,
    subject,
    plannedAt: isoOf(row.plannedAt),
    dueAt: isoOf(row.dueAt),
    decision,
    reason,
    decidedAt: at(row.decidedAt),
    waitsFor:
      waitReason === null || decision !== null
        ? null
        : { reason: waitReason, until: isoOf(row.askAt) },
    arm,
    failedAt: at(row.failedAt),
    bouncedAt: at(row.bouncedAt),
    complainedAt: at(row.complainedAt),
    clickedAt: at(row.clickedAt),
    dismissedAt: at(row.dismissedAt),
    unsubscribedAt: at(row.unsubscribedAt),
  };
}

function at(instant: number | null): string | null {
  return instant === null ? null : toIso(instant);
}
