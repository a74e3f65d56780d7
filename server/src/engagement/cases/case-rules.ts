import type { CaseSeverity, CaseState } from '@okaeri/shared/cases';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { reopenedCase } from './case-end-rules.ts';
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
  isOpen,
  kept,
  movedBack,
  raisedTo,
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
