import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import {
  decideTouch,
  LATE_MS,
  MONTH_MS,
  whyNot,
  type CountedTouch,
  type PlannedTouch,
  type Surroundings,
  type Touch,
  type TouchDecision,
} from './decide-touch-rules.ts';

const DAY_0 = Date.parse('2026-11-01T00:00:00Z');
const day = (n: number): number => DAY_0 + n * DAY_MS;
const REACHABLE = {
  isBlocked: false,
  hasChannel: true,
  hasAddress: true,
  isSuppressed: false,
  hasConsent: true,
  mayProfile: true,
};
const touch = (change: Partial<Touch> = {}): Touch => ({
  key: 'k',
  kind: 'reviewRequest',
  touchClass: 'relationship',
  isAwaited: false,
  isAboutOwnPoints: false,
  isProfiled: false,
  priority: 50,
  channel: 'email',
  subject: 'o1',
  dueAt: day(0),
  validUntil: NEVER_AT,
  standsForMs: 14 * DAY_MS,
  arm: 'treated',
  definition: 'running',
  person: REACHABLE,
  quietUntil: null,
  ...change,
});
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
const asPlanned = (one: Touch, askAt = one.dueAt): PlannedTouch => ({
  ...one,
  askAt,
  isReachable: whyNot(one, one.dueAt) === null,
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

/** Lets time go by: each touch is asked when it is due and when it was put off to. */
const simulate = (wishes: readonly Touch[], settings = { daysBetween: 7, perMonth: 4 }) => {
  const waiting = new Map(wishes.map((wish) => [wish.key, asPlanned(wish)]));
  const done: (CountedTouch & { key: string; touchClass: string; decision: TouchDecision })[] = [];
  for (;;) {
    const [next] = [...waiting.values()].toSorted(
      (a, b) => a.askAt - b.askAt || b.priority - a.priority || (a.key < b.key ? -1 : 1),
    );
    if (next === undefined) return done;
    const wish = wishes.find(({ key }) => key === next.key) ?? touch();
    const now = next.askAt;
    const decision = decideTouch(wish, {
      counted: done.filter(
        (one) => one.touchClass !== 'service' && /sent|shown/.test(one.decision.decision),
      ),
      planned: [...waiting.values()],
      settings,
      now,
    });
    if (decision.decision === 'waits') waiting.set(next.key, { ...next, askAt: decision.until });
    else {
      waiting.delete(next.key);
      const { kind, channel, subject, touchClass, key } = wish;
      done.push({
        kind,
        channel,
        subject,
        touchClass,
        key,
        decidedAt: now,
        dismissedAt: null,
        decision,
      });
    }
  }
};
const wish = (key: string, at: number, priority: number, change: Partial<Touch> = {}): Touch =>
  touch({ key, kind: key, subject: key, dueAt: day(at), priority, ...change });
const outcome = (wishes: readonly Touch[]) =>
  Object.fromEntries(
    simulate(wishes).map(({ key, decidedAt, decision }) => [
      key,
      decision.decision === 'sent'
        ? (decidedAt - DAY_0) / DAY_MS
        : `${'reason' in decision ? decision.reason : ''} ${(decidedAt - DAY_0) / DAY_MS}`,
    ]),
  );

describe('touches that want the same room (FJ 4.3)', () => {
  it('follow each other where nothing higher comes', () => {
    expect(outcome([wish('thanks', 0, 55), wish('review', 5, 50)])).toEqual({
      thanks: 0,
      review: 7,
    });
  });

  it('wait for what is higher, and end with their days', () => {
    const wishes = [
      wish('winBack', 0, 30, { validUntil: day(14) }),
      wish('birthday', 3, 35, { validUntil: day(13) }),
      wish('review', 6, 50),
    ];
    expect(outcome(wishes)).toEqual({ review: 6, birthday: 13, winBack: 'capped 14' });
    expect(outcome(wishes.map((one) => ({ ...one, validUntil: NEVER_AT })))).toMatchObject({
      winBack: 20,
    });
  });

  it('mind no service touch', () => {
    const expiry = wish('expiry', 2, 95, { touchClass: 'service' });
    expect(outcome([wish('care', 0, 45), expiry, wish('replenish', 4, 40)])).toEqual({
      care: 0,
      expiry: 2,
      replenish: 7,
    });
  });

  it('are four in any thirty days', () => {
    const wishes = [0, 7, 14, 21, 28].map((at) => wish(`w${at}`, at, 50));
    expect(outcome(wishes)).toEqual({ w0: 0, w7: 7, w14: 14, w21: 21, w28: 30 });
  });
});

const anyTouch = fc
  .record({
    at: fc.double({ min: 0, max: 60, noNaN: true }),
    priority: fc.integer({ min: 0, max: 100 }),
    validDays: fc.integer({ min: 0, max: 40 }),
    channel: fc.constantFrom('email', 'page'),
  })
  .map(({ at, priority, validDays, channel }): Touch => {
    const dueAt = Math.round(day(at));
    return touch({ dueAt, priority, channel, validUntil: dueAt + validDays * DAY_MS });
  });
const named = (touches: readonly Touch[], from = 0): Touch[] =>
  touches.map((one, index) => ({ ...one, key: `k${from + index}`, subject: `k${from + index}` }));

describe('any touches in any order', () => {
  it('are never closer than the days between, nor more than the month holds (invariant 1)', () => {
    fc.assert(
      fc.property(
        fc.array(anyTouch, { maxLength: 25 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (wishes, daysBetween, perMonth) => {
          const made = simulate(named(wishes), { daysBetween, perMonth })
            .filter(({ decision }) => /sent|shown/.test(decision.decision))
            .map(({ decidedAt }) => decidedAt);
          for (const [index, at] of made.entries()) {
            const next = made[index + 1];
            if (next !== undefined) expect(next - at).toBeGreaterThanOrEqual(daysBetween * DAY_MS);
            const inMonth = made.filter((other) => other >= at && other < at + MONTH_MS);
            expect(inMonth.length).toBeLessThanOrEqual(perMonth);
          }
        },
      ),
    );
  });

  it('are decided alike with and without service, held and unwanted ones beside them (invariant 2)', () => {
    const silent = fc.constantFrom<Partial<Touch>>(
      { touchClass: 'service' },
      { arm: 'held' },
      { person: { ...REACHABLE, hasConsent: false } },
    );
    fc.assert(
      fc.property(
        fc.array(anyTouch, { maxLength: 12 }),
        fc.array(fc.tuple(anyTouch, silent), { maxLength: 8 }),
        (wishes, others) => {
          const touches = named(wishes);
          const beside = named(
            others.map(([one, change]) => ({ ...one, ...change })),
            1000,
          );
          const decisions = (all: readonly Touch[]) =>
            simulate(all)
              .filter(({ key }) => touches.some((one) => one.key === key))
              .map(({ key, decidedAt, decision }) => ({ key, decidedAt, decision }));
          expect(decisions([...touches, ...beside])).toEqual(decisions(touches));
        },
      ),
    );
  });
});
