import type { Case, CaseEntry, OwnCase } from '@okaeri/shared/cases';
import { isoOf } from '../../platform/lib/clock.ts';
import { isOverdue } from './case-state-rules.ts';
import type { CaseEntryRow, CaseRow } from './tables.ts';

/** Who a case is about. */
export interface About {
  readonly externalId: string | null;
  readonly name: string | null;
}

/** A case as the shop reads it. */
export const toCase = (row: CaseRow, about: About, now: number): Case => ({
  id: row.id,
  state: row.state,
  severity: row.severity,
  reason: row.reason,
  shopperId: about.externalId,
  shopperName: about.name,
  orderId: orderIdOf(row),
  title: row.title,
  ownerId: row.ownerId,
  dueAt: isoOf(row.dueAt),
  overdue: isOverdue(row, now),
  openedAt: isoOf(row.openedAt),
  firstReplyAt: isoOrNull(row.firstReplyAt),
  resolvedAt: isoOrNull(row.resolvedAt),
  closedAt: isoOrNull(row.closedAt),
  followUpAt: isoOrNull(row.followUpAt),
  outcome: row.outcome,
  solved: row.solved === null ? null : row.solved === 'yes',
  reopened: row.reopened,
  pointsGiven: row.pointsGiven,
});

/** Something that happened to it. */
export const toEntry = ({ id, at, by, kind, note, data }: CaseEntryRow): CaseEntry => ({
  id,
  at: isoOf(at),
  by,
  kind,
  note,
  data,
});

/**
 * A case as its shopper sees it. Every field is named here, so that no note, no person of the shop and no severity
 * can slip into an answer (E48).
 */
export const toOwnCase = (
  row: CaseRow,
  entries: readonly CaseEntryRow[],
  now: number,
): OwnCase => ({
  id: row.id,
  state: row.state,
  orderId: orderIdOf(row),
  openedAt: isoOf(row.openedAt),
  asks: row.state === 'resolved' && row.followUpAt !== null && row.followUpAt <= now,
  messages: entries.flatMap(({ at, kind, note }) =>
    (kind === 'message' || kind === 'reply') && note !== null
      ? [
          {
            at: isoOf(at),
            from: kind === 'reply' ? ('shop' as const) : ('you' as const),
            text: note,
          },
        ]
      : [],
  ),
});

export const orderIdOf = ({ orderKey }: Pick<CaseRow, 'orderKey'>): string | null =>
  orderKey === '' ? null : orderKey;

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoOf(at);
}
