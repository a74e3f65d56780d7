import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { at, cause, NOW, opened } from '../../testing/case-rows.ts';
import { BY_RULE } from './case-entry-rules.ts';
import { answeredFollowUp, opensAgain, pastDue, reopenedCase } from './case-end-rules.ts';
import { movedCase } from './case-rules.ts';
import { REOPENED_WITHIN_MS } from './case-state-rules.ts';

describe('pastDue', () => {
  it('says once, at the very time it is due, that it is late', () => {
    const row = opened();
    expect(pastDue(row, row.dueAt - 1)).toBeUndefined();
    const late = pastDue(row, row.dueAt);
    expect(late?.events).toEqual(['overdue']);
    expect(late && pastDue(late.row, row.dueAt + DAY_MS)).toBeUndefined();
  });

  it('closes what was resolved thirty days ago, and until then it opens again', () => {
    const done = movedCase(opened(), { to: 'resolved', outcome: 'sent', by: BY_RULE }, at(NOW));
    const row = done?.row ?? opened();
    const end = NOW + REOPENED_WITHIN_MS;
    expect([opensAgain(row, end - 1), opensAgain(row, end)]).toEqual([true, false]);
    expect(pastDue(row, end - 1)).toBeUndefined();
    expect(pastDue(row, end)?.row.state).toBe('closed');
  });
});

describe('answeredFollowUp', () => {
  const resolved = opened({ state: 'resolved', resolvedAt: NOW, outcome: 'sent' });
  const asked = (solved: boolean) =>
    answeredFollowUp(resolved, solved, cause.by, { ...at(NOW + 7 * DAY_MS), ownerId: 'mei' });

  it('with yes closes it, and with no opens it again, due as a new one', () => {
    expect(asked(true)).toMatchObject({ row: { state: 'closed', solved: 'yes' } });
    const again = asked(false);
    expect(again).toMatchObject({ row: { state: 'open', solved: 'no', reopened: 1 } });
    expect(again.row.dueAt).toBe(NOW + 7 * DAY_MS + DAY_MS);
    expect(again.events).toEqual(['reopened']);
  });
});

describe('reopenedCase', () => {
  it('keeps the higher severity, and names a new owner only where there is one', () => {
    const row = opened({ state: 'resolved', severity: 'high', resolvedAt: NOW });
    const again = { by: BY_RULE, cause, severity: 'normal' } as const;
    const same = reopenedCase(row, { ...again, ownerId: 'mei' }, at(NOW));
    expect(same.row.severity).toBe('high');
    expect(same.entries.map(({ kind }) => kind)).toEqual(['message', 'state']);
    const other = reopenedCase(row, { ...again, ownerId: 'rui' }, at(NOW));
    expect(other.entries.map(({ kind }) => kind)).toEqual(['message', 'state', 'owner']);
  });
});
