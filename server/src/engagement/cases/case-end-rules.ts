import type { CaseSeverity } from '@okaeri/shared/cases';
import { BY_RULE, ownerEntry, stateEntry, type By, type NewEntry } from './case-entry-rules.ts';
import {
  closedCase,
  higher,
  kept,
  REOPENED_WITHIN_MS,
  type CaseChange,
  type Moment,
} from './case-state-rules.ts';
import type { CaseRow } from './tables.ts';
import { dueAfter } from './working-time-rules.ts';

/* What becomes of a case once it was resolved: it opens again, or is over. */

/** Whether a case that was resolved opens again when the shopper is heard now. */
export const opensAgain = ({ state, resolvedAt }: CaseRow, now: number): boolean =>
  state === 'resolved' && resolvedAt !== null && now < resolvedAt + REOPENED_WITHIN_MS;

/** Opens a resolved case again: it is due as if it were new. */
export const reopenedCase = (
  row: CaseRow,
  again: { by: By; cause: NewEntry | null; severity: CaseSeverity; ownerId: string | null },
  { now, times }: Moment,
): CaseChange => {
  const { by, cause, severity: heard, ownerId } = again;
  const severity = higher(row.severity, heard);
  const next: CaseRow = {
    ...row,
    state: 'open',
    severity,
    ownerId,
    dueAt: dueAfter(now, severity, times),
    overdueAt: null,
    resolvedAt: null,
    resolvedMs: null,
    followUpAt: null,
    solved: null,
    outcome: null,
    reopened: row.reopened + 1,
  };
  return {
    row: kept(next),
    entries: [
      ...(cause === null ? [] : [cause]),
      stateEntry('open', by),
      ...(ownerId === row.ownerId || ownerId === null ? [] : [ownerEntry(ownerId, BY_RULE)]),
    ],
    events: ['reopened'],
  };
};

/** What the shopper said to "did we put it right?": yes closes, no reopens (E46). */
export const answeredFollowUp = (
  row: CaseRow,
  solved: boolean,
  by: By,
  moment: Moment & { ownerId: string | null },
): CaseChange => {
  if (solved) {
    const closed = closedCase({ ...row, solved: 'yes' }, moment.now);
    return {
      ...closed,
      entries: [{ ...stateEntry('closed', by), data: { state: 'closed', solved } }],
    };
  }
  const { severity } = row;
  const again = { by, cause: null, severity, ownerId: moment.ownerId };
  const opened = reopenedCase(row, again, moment);
  const [first, ...rest] = opened.entries;
  return {
    ...opened,
    // It is known of the month in which it was resolved that it was not put right.
    row: { ...opened.row, solved: 'no' },
    entries: first === undefined ? rest : [{ ...first, data: { ...first.data, solved } }, ...rest],
  };
};

/** What time has brought to a case; undefined where it has brought nothing. */
export const pastDue = (row: CaseRow, now: number): CaseChange | undefined => {
  if (row.nextAt === null || row.nextAt > now) return undefined;
  if (row.state === 'resolved')
    return { ...closedCase(row, now), entries: [stateEntry('closed', BY_RULE)] };
  const data = { state: row.state, overdue: true, dueAt: new Date(row.dueAt).toISOString() };
  const entry: NewEntry = { by: BY_RULE, kind: 'state', note: null, data };
  return { row: kept({ ...row, overdueAt: now }), entries: [entry], events: ['overdue'] };
};
