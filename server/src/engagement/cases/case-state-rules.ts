import type { CaseSeverity } from '@okaeri/shared/cases';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { NewEntry } from './case-entry-rules.ts';
import type { CaseRow } from './tables.ts';
import { dueAfter, plusWorking, workingBetween, type OpenTimes } from './working-time-rules.ts';

/* How a case stands, by itself and in time. */

/** So long a case that was resolved opens again when the shopper is heard (E43); without an answer it closes then. */
export const REOPENED_WITHIN_MS = 30 * DAY_MS;

type CaseEvent = 'opened' | 'overdue' | 'resolved' | 'reopened' | 'closed';

/** What becomes of a case, and what is said about it. */
export interface CaseChange {
  readonly row: CaseRow;
  readonly entries: readonly NewEntry[];
  readonly events: readonly CaseEvent[];
}

/** What is known when something happens. */
export interface Moment {
  readonly now: number;
  readonly times: OpenTimes;
}

/** Whether a case is late: while the shopper is waited for, no time goes by. */
export const isOverdue = (
  { state, waitingSince, dueAt }: Pick<CaseRow, 'state' | 'waitingSince' | 'dueAt'>,
  now: number,
): boolean => (state === 'open' || state === 'waiting') && (waitingSince ?? now) >= dueAt;

/** Whether it waits for somebody to put it right. */
export const isOpen = ({ state }: Pick<CaseRow, 'state'>): boolean =>
  state === 'open' || state === 'waiting';

/** A case that is over. */
export const closedCase = (row: CaseRow, now: number): CaseChange => ({
  row: kept({ ...row, state: 'closed', waitingSince: null, closedAt: now }),
  entries: [],
  events: ['closed'],
});

/** Whether another entry has room. */
export const hasRoom = ({ entries }: Pick<CaseRow, 'entries'>): boolean =>
  entries < LIMITS.caseEntriesMax;

/** The case with the time at which the clock has something to do with it. */
export const kept = (row: CaseRow): CaseRow => ({ ...row, nextAt: nextOf(row) });

export const higher = (one: CaseSeverity, other: CaseSeverity): CaseSeverity =>
  one === 'high' || other === 'high' ? 'high' : 'normal';

/** Open again after waiting: by the working time of it the case is due later (E45). */
export const movedBack = (row: CaseRow, { now, times }: Moment): CaseRow => {
  const waited = row.waitingSince === null ? 0 : workingBetween(row.waitingSince, now, times);
  const dueAt = plusWorking(row.dueAt, waited, times);
  return { ...row, state: 'open', waitingSince: null, dueAt };
};

/** The higher severity, and the earlier of the times by which it is due. */
export const raisedTo = (row: CaseRow, severity: CaseSeverity, { now, times }: Moment): CaseRow => {
  if (severity !== 'high' || row.severity === 'high') return row;
  const dueAt = Math.min(row.dueAt, dueAfter(now, severity, times));
  return { ...row, severity, dueAt };
};

function nextOf(row: CaseRow): number | null {
  switch (row.state) {
    case 'open':
      return row.overdueAt === null ? row.dueAt : null;
    case 'waiting':
      return row.overdueAt === null && isOverdue(row, row.dueAt) ? row.dueAt : null;
    case 'resolved':
      return (row.resolvedAt ?? 0) + REOPENED_WITHIN_MS;
    default:
      return null;
  }
}
