import type { TouchLine } from '@okaeri/shared/affairs';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { TouchRow } from './tables.ts';
import { selectTouchesOf } from './touch-queries.ts';

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
