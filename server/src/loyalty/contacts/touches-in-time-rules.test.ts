import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import { asPlanned, day, DAY_0, REACHABLE, touch } from '../../testing/touches.ts';
import {
  decideTouch,
  MONTH_MS,
  type CountedTouch,
  type Touch,
  type TouchDecision,
} from './decide-touch-rules.ts';

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
