import type {
  CaseEntry,
  CaseEntryKind,
  CaseReason,
  CaseSeverity,
  CaseState,
} from '@okaeri/shared/cases';
import { LIMITS } from '@okaeri/shared/limits';
import { cutWords } from '@okaeri/shared/words';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { CaseRow } from './tables.ts';
import { dueAfter, plusWorking, workingBetween, type OpenTimes } from './working-time-rules.ts';

/** After so long the shopper is asked whether it was put right (E46). */
export const FOLLOW_UP_MS = 7 * DAY_MS;
/** So long a case that was resolved opens again when the shopper is heard (E43); without an answer it closes then. */
export const REOPENED_WITHIN_MS = 30 * DAY_MS;

const TITLE_MAX = 120;

export type By = CaseEntry['by'];
export const BY_RULE: By = { kind: 'rule', name: null };

/** Something that happened, before it is a row. */
export interface NewEntry {
  readonly by: By;
  readonly kind: CaseEntryKind;
  readonly note: string | null;
  readonly data: CaseEntry['data'];
  readonly source?: string;
}

export type CaseEvent = 'opened' | 'overdue' | 'resolved' | 'reopened' | 'closed';

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

/** The first words, as a case is called in lists. */
export const titleOf = (words: string | null): string | null =>
  words === null ? null : cutWords(words.replaceAll(/\s+/g, ' ').trim(), TITLE_MAX) || null;

/** An entry about where the case stands. */
export const stateEntry = (state: CaseState, by: By): NewEntry => ({
  by,
  kind: 'state',
  note: null,
  data: { state },
});

/** An entry about a low score. */
export const signalEntry = (of: {
  reason: CaseReason;
  score: number;
  quote: string | null;
  source: string;
  isHarm: boolean;
}): NewEntry => ({
  by: { kind: 'shopper', name: null },
  kind: 'signal',
  note: of.quote,
  data: { reason: of.reason, score: of.score, ...(of.isHarm && { harm: true }) },
  source: of.source,
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

/** Open again after waiting: by the working time of it the case is due later (E45). */
function movedBack(row: CaseRow, { now, times }: Moment): CaseRow {
  const waited = row.waitingSince === null ? 0 : workingBetween(row.waitingSince, now, times);
  const dueAt = plusWorking(row.dueAt, waited, times);
  return { ...row, state: 'open', waitingSince: null, dueAt };
}

/** The higher severity, and the earlier of the times by which it is due. */
function raisedTo(row: CaseRow, severity: CaseSeverity, { now, times }: Moment): CaseRow {
  if (severity !== 'high' || row.severity === 'high') return row;
  const dueAt = Math.min(row.dueAt, dueAfter(now, severity, times));
  return { ...row, severity, dueAt };
}

function ownerEntry(ownerId: string, by: By): NewEntry {
  return { by, kind: 'owner', note: null, data: { ownerId } };
}

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
