import { describe, expect, it } from 'vitest';
import { asPlanned, day, DAY_0, REACHABLE, touch } from '../../testing/touches.ts';
import {
  decideTouch,
  LATE_MS,
  type CountedTouch,
  type Surroundings,
  type Touch,
  type TouchDecision,
} from './decide-touch-rules.ts';

const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  counted: [],
  planned: [],
  settings: { daysBetween: 7, perMonth: 4 },
  now: day(0),
  ...change,
});
const counted = (change: Partial<CountedTouch> = {}): CountedTouch => ({
  kind: 'thanks',
  channel: 'email',
  subject: 'o0',
  decidedAt: day(0),
  dismissedAt: null,
  ...change,
});
const SENT: TouchDecision = { decision: 'sent', isNew: true };

describe('the decision about a touch', () => {
  it.each([
    [{ definition: 'ended' }, 'ended'],
    [{ definition: 'exited' }, 'exited'],
    [{ definition: 'subjectGone' }, 'subjectGone'],
    [{ validUntil: DAY_0 - LATE_MS - 1 }, 'expired'],
    [{ person: { ...REACHABLE, isBlocked: true } }, 'blocked'],
    [{ person: { ...REACHABLE, hasChannel: false } }, 'noChannel'],
    [{ person: { ...REACHABLE, hasAddress: false } }, 'noAddress'],
    [{ person: { ...REACHABLE, isSuppressed: true } }, 'suppressed'],
    [{ person: { ...REACHABLE, hasConsent: false } }, 'noConsent'],
    [{ isProfiled: true, person: { ...REACHABLE, mayProfile: false } }, 'noProfiling'],
  ] as const)('drops a touch with %j as %s, in either arm (E16)', (change, reason) => {
    for (const arm of ['treated', 'held'] as const)
      expect(decideTouch(touch({ ...change, arm }), around())).toEqual({
        decision: 'dropped',
        reason,
      });
  });

  it('takes an asking ten minutes after the end as in time, and none later (E16)', () => {
    const late = touch({ validUntil: DAY_0 - LATE_MS });
    expect(decideTouch(late, around())).toEqual(SENT);
    expect(decideTouch(late, around({ now: DAY_0 + 1 }))).toEqual({
      decision: 'dropped',
      reason: 'expired',
    });
  });

  it('tells who is blocked of their own points, and of nothing else (E10)', () => {
    const person = { ...REACHABLE, isBlocked: true };
    const own = touch({ person, touchClass: 'service', isAboutOwnPoints: true });
    expect(decideTouch(own, around())).toEqual(SENT);
    expect(decideTouch({ ...own, isAboutOwnPoints: false }, around()).decision).toBe('dropped');
    expect(decideTouch({ ...own, touchClass: 'relationship' }, around()).decision).toBe('dropped');
  });

  it('waits while its definition is paused, and is over when it resumes too late (E57)', () => {
    const paused = touch({ definition: 'paused', validUntil: day(3) });
    expect(decideTouch(paused, around())).toEqual({
      decision: 'waits',
      reason: 'paused',
      until: day(3),
    });
    expect(decideTouch(paused, around({ now: day(3) }))).toEqual({
      decision: 'dropped',
      reason: 'expired',
    });
  });

  it('holds back the held arm before hours and budget are looked at (E16)', () => {
    const held = touch({ arm: 'held', quietUntil: day(1) });
    expect(decideTouch(held, around({ counted: [counted()] }))).toEqual({ decision: 'held' });
  });

  it('waits for the end of the quiet hours by e-mail, unless somebody waits for it (E20)', () => {
    const quiet = touch({ quietUntil: day(0.25) });
    expect(decideTouch(quiet, around())).toEqual({
      decision: 'waits',
      reason: 'quiet',
      until: day(0.25),
    });
    expect(decideTouch({ ...quiet, touchClass: 'service' }, around()).decision).toBe('waits');
    expect(decideTouch({ ...quiet, isAwaited: true }, around())).toEqual(SENT);
    expect(decideTouch({ ...quiet, channel: 'page' }, around()).decision).toBe('shown');
  });

  it('lets service touches through whatever the budget says (E18)', () => {
    const full = around({ counted: [counted()], settings: { daysBetween: 90, perMonth: 1 } });
    expect(decideTouch(touch({ touchClass: 'service' }), full)).toEqual(SENT);
  });

  it('leaves its days after the last touch or dismissal, to the millisecond (E18)', () => {
    const before = [counted({ decidedAt: day(-20), dismissedAt: day(-7) + 1 })];
    expect(decideTouch(touch(), around({ counted: before }))).toEqual({
      decision: 'waits',
      reason: 'budget',
      until: day(0) + 1,
    });
    expect(decideTouch(touch(), around({ counted: before, now: day(0) + 1 }))).toEqual(SENT);
  });

  it('never shows again what was dismissed, and charges what stands in a page once (E18)', () => {
    const page = touch({ channel: 'page' });
    const standing = counted({ kind: page.kind, channel: 'page', subject: page.subject });
    const later = (days: number) => around({ counted: [standing], now: day(days) });
    expect(decideTouch(page, later(13.9))).toEqual({ decision: 'shown', isNew: false });
    expect(decideTouch(page, later(14))).toEqual({ decision: 'shown', isNew: true });
    const dismissed = around({ counted: [{ ...standing, dismissedAt: day(1) }], now: day(400) });
    expect(decideTouch(page, dismissed)).toEqual({ decision: 'dropped', reason: 'dismissed' });
  });

  it('is asked a last time at its end, and dropped there with what kept it waiting (E16)', () => {
    const short = touch({ validUntil: day(2) });
    const full = { counted: [counted()] };
    expect(decideTouch(short, around(full))).toEqual({
      decision: 'waits',
      reason: 'budget',
      until: day(2),
    });
    const last = (one: Touch, change: Partial<Surroundings> = {}) =>
      decideTouch(one, around({ ...change, now: day(2) }));
    expect(last(short, full)).toEqual({ decision: 'dropped', reason: 'capped' });
    expect(last({ ...short, quietUntil: day(3) })).toEqual({
      decision: 'dropped',
      reason: 'quiet',
    });
    const higher = asPlanned(touch({ key: 'h', priority: 60, dueAt: day(4) }));
    expect(last(short, { planned: [higher] })).toEqual({ decision: 'dropped', reason: 'reserved' });
  });
});

describe('the room that is reserved (E19)', () => {
  const higher = touch({ key: 'h', priority: 60, dueAt: day(6.9) });

  it('is for a higher priority that is to be asked about within the days between', () => {
    expect(decideTouch(touch(), around({ planned: [asPlanned(higher)] }))).toEqual({
      decision: 'waits',
      reason: 'reserved',
      until: day(13.9),
    });
    expect(decideTouch(touch(), around({ planned: [asPlanned(higher, day(7))] }))).toEqual(SENT);
  });

  it.each([
    ['lower', { priority: 40 }],
    ['in a page', { channel: 'page' }],
    ['held', { arm: 'held' }],
    ['paused', { definition: 'paused' }],
    ['service', { touchClass: 'service' }],
    ['over', { validUntil: DAY_0 - LATE_MS - 1 }],
  ] as const)('is not for a touch that is %s', (_, change) => {
    const other = asPlanned({ ...higher, ...change });
    expect(decideTouch(touch(), around({ planned: [other] }))).toEqual(SENT);
  });

  it('is not for a touch that its person does not allow', () => {
    const other = { ...asPlanned(higher), isReachable: false };
    expect(decideTouch(touch(), around({ planned: [other] }))).toEqual(SENT);
  });

  it('is for the earlier of two with the same priority, then for the smaller key', () => {
    const one = touch({ key: 'a', dueAt: day(0) });
    const two = touch({ key: 'b', dueAt: day(-1) });
    const isSent = (mine: Touch, other: Touch) =>
      decideTouch(mine, around({ planned: [asPlanned(other)] })).decision === 'sent';
    expect([isSent(one, two), isSent(two, one)]).toEqual([false, true]);
    const twin = { ...two, dueAt: one.dueAt };
    expect([isSent(one, twin), isSent(twin, one)]).toEqual([true, false]);
  });
});
