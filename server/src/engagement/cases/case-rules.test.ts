import { describe, expect, it } from 'vitest';
import type { CaseState } from '@okaeri/shared/cases';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { at, cause, NOW, opened } from '../../testing/case-rows.ts';
import { BY_RULE } from './case-entry-rules.ts';
import { pastDue } from './case-end-rules.ts';
import { heardAgain, movedCase, openedCase } from './case-rules.ts';

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
