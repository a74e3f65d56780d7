import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';

const at = (days: number): string => new Date(TODAY + days * DAY_MS).toISOString();

describe.each(ENGINES)('caps of earning, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (document: ProgramDocument): Promise<void> => {
    world = await openWorld(test.store, document);
    acts = actsOf(world);
  };
  /** An order of so many dollars on one line. */
  const buy = async (id: string, dollars: number, change: object = {}) =>
    (await acts.put(id, anOrder({ lines: [aLine('a', dollars * 100)], ...change }))).points;

  it('9: caps give room once; a refund frees it for later awards and raises no other', async () => {
    await given(
      programWith({ earning: [orderRuleWith({ limit: { points: 150, every: 'month' } })] }),
    );
    expect((await buy('1', 100)).posted).toBe(100);
    const second = await acts.put('2', anOrder({ lines: [aLine('a', 10_000)] }));
    expect(second.points.posted).toBe(50);
    expect(second.receipt).toMatchObject({
      desired: 100,
      awarded: 50,
      cap: { room: 50, until: '2026-12-01T00:00:00.000Z' },
    });
    const third = await acts.put('3', anOrder({ lines: [aLine('a', 10_000)] }));
    expect(third.receipt).toMatchObject({ awarded: 0, reason: 'limitReached' });
    expect(third.limits).toEqual([
      { ruleId: 'order', limit: { kind: 'limitReachedUntil', at: '2026-12-01T00:00:00.000Z' } },
    ]);
    // The first order goes back whole: there is room again, and the second stays as it was.
    const back = [aLine('a', 10_000, { refundedMinor: 10_000 })];
    await acts.put('1', anOrder({ updatedAt: hours(1), lines: back }));
    expect((await buy('2', 100, { updatedAt: hours(1) })).posted).toBe(50);
    expect((await buy('4', 80)).posted).toBe(80);
    // The second grows: only for what goes beyond is there a question, and room for 20.
    expect((await buy('2', 150, { updatedAt: hours(2) })).posted).toBe(70);
    // The refund was a mistake: the first order has its points again.
    const again = anOrder({ updatedAt: hours(2), lines: [aLine('a', 10_000)] });
    expect((await acts.put('1', again)).points.posted).toBe(100);
    const { earning } = await acts.me();
    expect(earning).toMatchObject([
      { limit: { kind: 'limitReachedUntil', at: '2026-12-01T00:00:00.000Z' } },
    ]);
    world.clock.at = Date.parse('2026-12-01T00:00:00Z');
    expect((await acts.me()).earning).toMatchObject([
      { limit: { kind: 'limitNotReached', pointsLeft: 150, countLeft: null } },
    ]);
  });

  it.each([
    ['day', 1, '2026-11-23T00:00:00.000Z'],
    ['week', 7, '2026-11-23T00:00:00.000Z'],
    ['month', 31, '2026-12-01T00:00:00.000Z'],
    ['year', 366, '2027-01-01T00:00:00.000Z'],
  ] as const)('counts caps by the %s', async (every, days, resetsAt) => {
    await given(programWith({ earning: [orderRuleWith({ limit: { count: 1, every } })] }));
    expect((await buy('1', 10)).posted).toBe(10);
    expect((await buy('2', 10)).posted).toBe(0);
    expect((await acts.me()).earning).toMatchObject([
      { limit: { kind: 'limitReachedUntil', at: resetsAt } },
    ]);
    acts.days(days);
    expect((await buy('3', 10, { placedAt: at(days) })).posted).toBe(10);
  });

  it('counts rolling caps by days, and says when the oldest leaves', async () => {
    await given(
      programWith({
        earning: [orderRuleWith({ limit: { count: 2, every: 'rolling', days: 10 } })],
      }),
    );
    await buy('1', 10);
    acts.days(4);
    await buy('2', 10, { placedAt: at(4) });
    expect((await buy('3', 10, { placedAt: at(4) })).posted).toBe(0);
    expect((await acts.me()).earning).toMatchObject([
      { limit: { kind: 'limitReachedUntil', at: '2026-12-02T00:00:00.000Z' } },
    ]);
    acts.days(6);
    expect((await buy('4', 10, { placedAt: at(10) })).posted).toBe(10);
  });

  it('keeps to a rolling cap when many orders of different days are counted at once', async () => {
    await given(
      programWith({
        earning: [orderRuleWith({ limit: { count: 2, every: 'rolling', days: 2 } })],
      }),
    );
    const email = 'guest@example.com';
    acts.days(3);
    // Of a guest, and joined in one write: the days meet each other's windows.
    for (const [id, day] of [
      ['1', 2],
      ['2', 3],
      ['3', 2],
    ] as const)
      await buy(id, 10, { shopper: { email }, placedAt: at(day) });
    await acts.me('guest', { email, email_verified: true });
    expect((await acts.me('guest')).balance.available).toBe(20);
  });
});
