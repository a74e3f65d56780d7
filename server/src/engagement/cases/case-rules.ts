import type { CaseSeverity, CaseState } from '@okaeri/shared/cases';
import { DAY_MS } from '../../platform/lib/clock.ts';
import {
  BY_RULE,
  ownerEntry,
  stateEntry,
  titleOf,
  type By,
  type NewEntry,
} from './case-entry-rules.ts';
import {
  closedCase,
  higher,
  isOpen,
  kept,
  movedBack,
  raisedTo,
  REOPENED_WITHIN_MS,
  type CaseChange,
  type Moment,
} from './case-state-rules.ts';
import type { CaseRow } from './tables.ts';
import { dueAfter, workingBetween } from './working-time-rules.ts';

/** After so long the shopper is asked whether it was put right (E46). */
const FOLLOW_UP_MS = 7 * DAY_MS;
/** A new case, with what opened it. */
export const openedCase = (
  of: Pick<CaseRow, 'shopId' | 'id' | 'shopperId' | 'orderKey' | 'severity' | 'reason' | 'ownerId'>,
  cause: NewEntry,
  { now, times }: Moment,
): CaseChange => {
  const row: CaseRow = {
    ...of,
    state: 'open',
    title: titleOf(cause.note),
    openedAt: now,
    dueAt: dueAfter(now, of.severity, times),
    waitingSince: null,
    overdueAt: null,
    firstReplyAt: null,
    firstReplyMs: null,
    resolvedAt: null,
    resolvedMs: null,
    followUpAt: null,
    solved: null,
    closedAt: null,
    outcome: null,
    reopened: 0,
    pointsGiven: 0,
    entries: 0,
    nextAt: null,
  };
  return {
    row: kept(row),
    entries: [cause, ...(of.ownerId === null ? [] : [ownerEntry(of.ownerId, BY_RULE)])],
    events: ['opened'],
  };
};

/** The shopper was heard again about a case that is open: it is theirs no more to wait for (E43). */
export const heardAgain = (
  row: CaseRow,
  heard: { entry: NewEntry; severity: CaseSeverity },
  moment: Moment,
): CaseChange => {
  const back = row.state === 'waiting' ? movedBack(row, moment) : row;
  const raised = raisedTo(back, heard.severity, moment);
  const title = row.title ?? titleOf(heard.entry.note);
  const entries =
    back.state === row.state ? [heard.entry] : [heard.entry, stateEntry('open', BY_RULE)];
  return { row: kept({ ...raised, title }), entries, events: [] };
};

/** Something is noted that moves nothing, such as a better score. */
export const noted = (row: CaseRow, entry: NewEntry): CaseChange => ({
  row,
  entries: [entry],
  events: [],
});

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

/** What one of the shop may make of a case by hand; undefined where it does not go there (409 `caseState`). */
export const movedCase = (
  row: CaseRow,
  move: { to: CaseState; outcome: string | null; by: By },
  moment: Moment,
): CaseChange | undefined => {
  const { to, outcome, by } = move;
  const path = `${row.state} ${to}`;
  if (path === 'open waiting') {
    const next = { ...row, state: to, waitingSince: moment.now };
    return { row: kept(next), entries: [stateEntry(to, by)], events: [] };
  }
  if (path === 'waiting open')
    return { row: kept(movedBack(row, moment)), entries: [stateEntry(to, by)], events: [] };
  if (to === 'resolved' && isOpen(row)) return resolved(row, { outcome, by }, moment);
  if (path === 'resolved closed')
    return { ...closedCase(row, moment.now), entries: [stateEntry(to, by)] };
  if (path === 'resolved open') {
    const { severity, ownerId } = row;
    return reopenedCase(row, { by, cause: null, severity, ownerId }, moment);
  }
  return undefined;
};

/** The shop has answered the shopper. */
export const replied = (row: CaseRow, entry: NewEntry, { now, times }: Moment): CaseChange => ({
  row:
    row.firstReplyAt === null
      ? {
          ...row,
          firstReplyAt: now,
          firstReplyMs: workingBetween(row.openedAt, now, times),
        }
      : row,
  entries: [entry],
  events: [],
});

/** Somebody else looks after it. */
export const ownedBy = (row: CaseRow, ownerId: string | null, by: By): CaseChange => ({
  row: { ...row, ownerId },
  entries: ownerId === null ? [] : [ownerEntry(ownerId, by)],
  events: [],
});

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

function resolved(
  row: CaseRow,
  { outcome, by }: { outcome: string | null; by: By },
  { now, times }: Moment,
): CaseChange {
  const next: CaseRow = {
    ...row,
    state: 'resolved',
    waitingSince: null,
    resolvedAt: now,
    resolvedMs: workingBetween(row.openedAt, now, times),
    followUpAt: now + FOLLOW_UP_MS,
    outcome,
  };
  const entry = stateEntry('resolved', by);
  return {
    row: kept(next),
    entries: [{ ...entry, data: { ...entry.data, outcome } }],
    events: ['resolved'],
  };
}
