import { type NewEntry, BY_RULE } from './case-entry-rules.ts';
import { higher, isOpen, kept } from './case-state-rules.ts';
import type { CaseRow } from './tables.ts';

/** Which of two cases began first; of two at one instant the one with the smaller id. */
export const earlierOf = (one: CaseRow, other: CaseRow): readonly [CaseRow, CaseRow] =>
  one.openedAt < other.openedAt || (one.openedAt === other.openedAt && one.id < other.id)
    ? [one, other]
    : [other, one];

/**
 * Two open cases of one shopper about the same order are one: the later becomes part of the earlier (E11). Whichever
 * of several come together first, the same comes of it.
 */
export const joined = (earlier: CaseRow, later: CaseRow): CaseRow => {
  const isWaiting = earlier.state === 'waiting' && later.state === 'waiting';
  const replied = firstReply(earlier, later);
  return kept({
    ...earlier,
    state: isWaiting ? 'waiting' : 'open',
    waitingSince: isWaiting ? largest(earlier.waitingSince, later.waitingSince) : null,
    severity: higher(earlier.severity, later.severity),
    dueAt: Math.min(earlier.dueAt, later.dueAt),
    overdueAt: smallest(earlier.overdueAt, later.overdueAt),
    firstReplyAt: replied.firstReplyAt,
    firstReplyMs: replied.firstReplyMs,
    solved: earlier.solved === 'no' || later.solved === 'no' ? 'no' : null,
    reopened: Math.max(earlier.reopened, later.reopened),
    pointsGiven: earlier.pointsGiven + later.pointsGiven,
    // With the entry that says where the later one went.
    entries: earlier.entries + later.entries + 1,
  });
};

/** What entries say of a case that became part of another: its links and addresses lead there. */
export const joinedSource = (caseId: string): string => `case:${caseId}`;

export const joinedEntry = (caseId: string): NewEntry & { readonly source: string } => ({
  by: BY_RULE,
  kind: 'link',
  note: null,
  data: { caseId },
  source: joinedSource(caseId),
});

/** Whether two cases cannot both stand: of one shopper, about the same, and open. */
export const collide = (one: CaseRow, other: CaseRow): boolean =>
  one.orderKey === other.orderKey && isOpen(one) && isOpen(other);

function firstReply(one: CaseRow, other: CaseRow): Pick<CaseRow, 'firstReplyAt' | 'firstReplyMs'> {
  if (one.firstReplyAt === null || other.firstReplyAt === null)
    return one.firstReplyAt === null ? other : one;
  return one.firstReplyAt <= other.firstReplyAt ? one : other;
}

function smallest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function largest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
