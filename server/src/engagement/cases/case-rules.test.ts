import { describe, expect, it } from 'vitest';
import { caseSettings, type CaseState } from '@okaeri/shared/cases';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { BY_RULE, type NewEntry } from './case-entry-rules.ts';
import {
  answeredFollowUp,
  heardAgain,
  movedCase,
  openedCase,
  opensAgain,
  pastDue,
  reopenedCase,
} from './case-rules.ts';
import { REOPENED_WITHIN_MS } from './case-state-rules.ts';
import type { CaseRow } from './tables.ts';
import type { OpenTimes } from './working-time-rules.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
/** No opening hours are said: every hour is one. */
const times: OpenTimes = { ...caseSettings.parse({}), timeZone: 'UTC' };
const at = (now: number) => ({ now, times });
const cause: NewEntry = {
  by: { kind: 'shopper', name: null },
  kind: 'message',
  note: '  The mug   came\nbroken. ',
  data: {},
};

const opened = (change: Partial<CaseRow> = {}): CaseRow => ({
  ...openedCase(
    {
      shopId: 'shop',
      id: 'case',
      shopperId: 'ada',
      orderKey: '',
      severity: 'normal',
      reason: 'help',
      ownerId: 'mei',
    },
    cause,
    at(NOW),
  ).row,
  ...change,
});

describe('openedCase', () => {
  it.each([
    ['normal', 24],
    ['high', 4],
  ] as const)('of severity %s is due after %i working hours', (severity, hours) => {
    const { row, entries, events } = openedCase({ ...opened(), severity }, cause, at(NOW));
    expect(row).toMatchObject({ state: 'open', title: 'The mug came broken.' });
    expect(row.dueAt).toBe(NOW + hours * HOUR_MS);
    expect(row.nextAt).toBe(row.dueAt);
    expect(entries.map(({ kind }) => kind)).toEqual(['message', 'owner']);
    expect(events).toEqual(['opened']);
  });
});

describe('movedCase', () => {
  const MOVES: readonly (readonly [from: CaseState, to: CaseState, goes: boolean])[] = [
    ['open', 'waiting', true],
    ['waiting', 'open', true],
    ['open', 'resolved', true],
    ['waiting', 'resolved', true],
    ['resolved', 'closed', true],
    ['resolved', 'open', true],
    ['open', 'closed', false],
    ['waiting', 'closed', false],
    ['closed', 'open', false],
    ['closed', 'resolved', false],
    ['resolved', 'waiting', false],
    ['open', 'open', false],
  ];
  it.each(MOVES)('from %s to %s goes: %s', (state, to, goes) => {
    const row = opened({ state, resolvedAt: state === 'resolved' ? NOW : null });
    const change = movedCase(row, { to, outcome: null, by: BY_RULE }, at(NOW + HOUR_MS));
    expect(change?.row.state).toBe(goes ? to : undefined);
  });

  it('back from waiting is due later by the time that was waited, and is late meanwhile at no time', () => {
    const waiting = movedCase(
      opened(),
      { to: 'waiting', outcome: null, by: BY_RULE },
      at(NOW + HOUR_MS),
    );
    const row = waiting?.row ?? opened();
    expect(pastDue(row, NOW + 30 * DAY_MS)).toBeUndefined();
    const back = heardAgain(row, { entry: cause, severity: 'normal' }, at(NOW + 6 * HOUR_MS));
    expect(back.row.dueAt).toBe(NOW + 29 * HOUR_MS);
    expect(back.entries.map(({ kind }) => kind)).toEqual(['message', 'state']);
  });
});

describe('heardAgain', () => {
  it('with words of harm raises it, and it is due at the earlier of the two times', () => {
    const harm = { entry: cause, severity: 'high' } as const;
    expect(heardAgain(opened(), harm, at(NOW + HOUR_MS)).row).toMatchObject({
      severity: 'high',
      dueAt: NOW + 5 * HOUR_MS,
    });
    expect(heardAgain(opened(), harm, at(NOW + 23 * HOUR_MS)).row.dueAt).toBe(NOW + 24 * HOUR_MS);
  });
});

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
