import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { TierPolicy } from '@okaeri/shared/tiers';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ladderOf } from './ladder-rules.ts';
import { advanceTo, countIn, emptyStanding, type Counted } from './standing-rules.ts';

const TIERS = [
  { id: 'bronze', name: { en: 'Bronze' }, entry: 0 },
  { id: 'silver', name: { en: 'Silver' }, entry: 10_000, keep: 8000, multiplier: '1.5' },
  {
    id: 'gold',
    name: { en: 'Gold' },
    entry: 30_000,
    keep: 15_000,
    reentry: 20_000,
    entryPoints: 500,
  },
];

const tiered = (
  window: TierPolicy['window'],
  more: Partial<TierPolicy> = {},
  change: Parameters<typeof programWith>[0] = {},
): ProgramDocument =>
  programWith({
    tiers: TIERS,
    tierPolicy: { metric: 'spend', window, downgrade: 'oneStep', graceDays: 0, ...more },
    ...change,
  });

const at = (days: number): string => new Date(TODAY + days * DAY_MS).toISOString();

describe.each(ENGINES)('tiers, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  const given = async (document: ProgramDocument): Promise<void> => {
    world = await openWorld(test.store, document);
    acts = actsOf(world);
  };
  /** An order of so many dollars, placed now. */
  const buy = async (id: string, dollars: number, change: object = {}) => {
    const placedAt = new Date(world.clock.at).toISOString();
    const lines = [aLine('a', dollars * 100)];
    const state = anOrder({ updatedAt: placedAt, placedAt, paidAt: placedAt, lines, ...change });
    return (await acts.put(id, state)).points;
  };
  const tier = async () => (await acts.me()).tier;

  it('are reached by what was spent, and earn more from then on', async () => {
    await given(tiered({ kind: 'lifetime' }));
    await buy('1', 60);
    expect(await tier()).toMatchObject({
      id: 'bronze',
      value: 6000,
      next: { id: 'silver', at: 10_000, missing: 4000 },
      keep: null,
      projectedId: 'bronze',
    });
    expect((await buy('2', 40)).posted).toBe(40);
    expect(await tier()).toMatchObject({ id: 'silver', next: { id: 'gold', missing: 20_000 } });
    expect((await buy('3', 100)).posted).toBe(150);
  });

  it('give what they give when they are first reached, once', async () => {
    await given(tiered({ kind: 'lifetime' }));
    await buy('1', 300);
    expect((await acts.me()).balance.available).toBe(300 + 500);
    const back = [aLine('a', 30_000, { refundedMinor: 25_000 })];
    await acts.put('1', anOrder({ updatedAt: hours(1), placedAt: at(0), lines: back }));
    expect(await tier()).toMatchObject({ id: 'bronze' });
    await buy('2', 300);
    expect(await tier()).toMatchObject({ id: 'gold' });
    const history = await acts.history();
    expect(history.filter(({ source }) => source?.kind === 'tier')).toHaveLength(1);
  });

  it('count nothing that is not paid', async () => {
    await given(tiered({ kind: 'lifetime' }));
    await buy('1', 200, { paymentStatus: 'unpaid' });
    expect(await tier()).toMatchObject({ id: 'bronze', value: 0 });
    await buy('1', 200, { updatedAt: at(1) });
    expect(await tier()).toMatchObject({ id: 'silver', value: 20_000 });
  });

  it('count money of other currencies by the rate kept with the first state', async () => {
    await given(tiered({ kind: 'lifetime' }));
    await buy('1', 100, { currency: 'EUR', toShopRate: '1.10' });
    expect(await tier()).toMatchObject({ value: 11_000 });
    await buy('1', 100, { currency: 'EUR', toShopRate: '9', updatedAt: at(1) });
    expect(await tier()).toMatchObject({ value: 11_000 });
  });

  it('in a rolling window go down a step at a time, after their grace', async () => {
    await given(tiered({ kind: 'rolling', days: 30 }, { graceDays: 5 }));
    await buy('1', 300);
    expect(await tier()).toMatchObject({
      id: 'gold',
      keep: { at: 15_000, missing: 15_000, until: '2026-12-27T00:00:00.000Z' },
      projectedId: 'silver',
    });
    acts.days(34);
    expect(await tier()).toMatchObject({ id: 'gold' });
    acts.days(1);
    expect(await tier()).toMatchObject({ id: 'silver' });
    acts.days(5);
    expect(await tier()).toMatchObject({ id: 'bronze' });
    // Who had it before comes back for less.
    await buy('2', 200);
    expect(await tier()).toMatchObject({ id: 'gold' });
  });

  it('in calendar years are kept by what was spent in the year before, or in this one', async () => {
    await given(
      tiered({ kind: 'calendar', months: 12, startMonth: 1 }, { downgrade: 'byBalance' }),
    );
    await buy('1', 100);
    world.clock.at = Date.parse('2027-06-01T00:00:00Z');
    expect(await tier()).toMatchObject({
      id: 'silver',
      value: 0,
      keep: { at: 8000, missing: 8000, until: '2028-01-01T00:00:00.000Z' },
    });
    await buy('2', 80);
    expect(await tier()).toMatchObject({
      keep: { missing: 8000, until: '2029-01-01T00:00:00.000Z' },
    });
    world.clock.at = Date.parse('2028-12-31T23:59:59Z');
    expect(await tier()).toMatchObject({ id: 'silver' });
    world.clock.at = Date.parse('2029-01-01T00:00:00Z');
    expect(await tier()).toMatchObject({ id: 'bronze' });
  });

  it('in years of membership count from the day of joining', async () => {
    await given(tiered({ kind: 'anniversary', months: 12 }, { downgrade: 'byBalance' }));
    await buy('1', 300);
    world.clock.at = Date.parse('2028-11-21T23:59:59Z');
    expect(await tier()).toMatchObject({ id: 'gold' });
    world.clock.at = Date.parse('2028-11-22T00:00:00Z');
    expect(await tier()).toMatchObject({ id: 'bronze' });
  });

  it('are worked out anew from the rows when the ladder has changed', async () => {
    await given(tiered({ kind: 'lifetime' }));
    await buy('1', 150);
    await world.publish(
      tiered(
        { kind: 'lifetime' },
        { metric: 'orders' },
        {
          tiers: [
            { id: 'new', name: { en: 'New' }, entry: 0 },
            { id: 'once', name: { en: 'Once' }, entry: 1 },
          ],
        },
      ),
    );
    expect(await tier()).toMatchObject({ id: 'once', value: 1 });
    await buy('2', 10);
    expect(await tier()).toMatchObject({ id: 'once', value: 2 });
  });

  it('open rules and close them', async () => {
    await given(
      tiered(
        { kind: 'lifetime' },
        {},
        {
          earning: [
            orderRuleWith(),
            orderRuleWith({
              id: 'vip',
              points: { fixed: 25 },
              conditions: { tierIds: ['silver', 'gold'] },
            }),
          ],
        },
      ),
    );
    expect((await buy('1', 100)).posted).toBe(100);
    // Silver multiplies what goes by amount, and opens what is for it.
    expect((await buy('2', 100)).posted).toBe(150 + 25);
  });
});

describe('a standing', () => {
  const policies = fc.record({
    window: fc.oneof(
      fc.constant({ kind: 'lifetime' as const }),
      fc.record({ kind: fc.constant('rolling' as const), days: fc.integer({ min: 1, max: 40 }) }),
      fc.record({
        kind: fc.constant('calendar' as const),
        months: fc.constantFrom(1 as const, 3 as const),
        startMonth: fc.integer({ min: 1, max: 12 }),
      }),
      fc.record({
        kind: fc.constant('anniversary' as const),
        months: fc.integer({ min: 1, max: 3 }),
      }),
    ),
    downgrade: fc.constantFrom('oneStep' as const, 'byBalance' as const),
    graceDays: fc.constantFrom(0, 3, 20),
  });
  const rows = fc.array(
    fc.record({
      day: fc.integer({ min: 20_000, max: 20_200 }),
      late: fc.nat(5),
      value: fc.constantFrom(5000, 9000, 12_000, 31_000, -4000, -9000),
    }),
    { maxLength: 12 },
  );

  it('18 of the invariants: is a function of the rows up to a time, however often it was looked at', () => {
    fc.assert(
      fc.property(
        policies,
        rows,
        fc.integer({ min: 20_000, max: 20_300 }),
        (policy, all, until) => {
          const ladder = ladderOf(tiered(policy.window, policy));
          if (ladder === null) throw new Error('The programme has tiers.');
          const seen = all
            .map(({ day, late, value }) => ({ day: day - late, value, seenOn: day }))
            .filter(({ seenOn }) => seenOn <= until)
            .toSorted((a, b) => a.seenOn - b.seenOn);
          const follow = (looks: boolean): unknown => {
            let standing = emptyStanding(ladder, 20_000);
            for (const row of seen) {
              // Looking at it in between, day by day, must not change what comes of it.
              if (looks)
                for (let day = standing.day; day < row.seenOn; day += 1)
                  standing = advanceTo(standing, ladder, day, 20_000);
              standing = advanceTo(standing, ladder, row.seenOn, 20_000);
              standing = countIn(standing, ladder, row satisfies Counted, 20_000);
            }
            const { tier, reached, since } = advanceTo(standing, ladder, until, 20_000);
            return { tier, reached, since };
          };
          expect(follow(true)).toEqual(follow(false));
        },
      ),
      { numRuns: 300 },
    );
  });
});
