import fc from 'fast-check';
import type { ExpiryPolicy, ProgramDocument, RefundPolicy } from '@okaeri/shared/program';
import { DAY_MS } from '../platform/lib/clock.ts';
import { orderRuleWith, programWith, rewardWith } from './programs.ts';
import { TODAY } from './today.ts';

const at = (days: number): string => new Date(TODAY + days * DAY_MS).toISOString();
const running = { enabled: true, name: { en: 'C' }, from: at(-30), until: at(60) };

/** A programme in which every kind of rule may play its part. */
export const arbitraryProgram: fc.Arbitrary<ProgramDocument> = fc
  .record({
    policy: fc.constantFrom<RefundPolicy>('onlyPending', 'withinBalance', 'unlimited'),
    limit: fc.constantFrom(
      null,
      { points: 120, every: 'month' as const },
      { count: 2, every: 'rolling' as const, days: 5 },
      { points: 150, count: 3, every: 'lifetime' as const },
    ),
    expiry: fc.constantFrom<ExpiryPolicy>(
      { kind: 'never' },
      { kind: 'perLot', days: 8 },
      { kind: 'inactivity', days: 6, activities: ['order', 'act'] },
      { kind: 'calendar', on: ['11-30', '12-15'], minimumDays: 2 },
    ),
    window: fc.constantFrom(
      { kind: 'lifetime' as const },
      { kind: 'rolling' as const, days: 12 },
      { kind: 'calendar' as const, months: 1 as const },
      { kind: 'anniversary' as const, months: 1 },
    ),
    metric: fc.constantFrom('points' as const, 'spend' as const, 'orders' as const),
    downgrade: fc.constantFrom('oneStep' as const, 'byBalance' as const),
    graceDays: fc.constantFrom(0, 3),
    stacking: fc.constantFrom('multiply' as const, 'add' as const, 'best' as const),
    budget: fc.constantFrom(null, 90),
    holdDays: fc.constantFrom(0, 2),
  })
  .map((drawn) => {
    const entry = { points: [60, 150], spend: [6000, 15_000], orders: [1, 3] }[drawn.metric];
    return programWith({
      refunds: { policy: drawn.policy, returnSpentPoints: 'fullRefund' },
      expiry: drawn.expiry,
      earning: [
        orderRuleWith({
          limit: drawn.limit,
          hold: { days: drawn.holdDays, from: 'paid' },
        }),
        orderRuleWith({
          id: 'first',
          points: { fixed: 30 },
          conditions: { firstOrder: true },
        }),
        orderRuleWith({ id: 'gold', points: { fixed: 7 }, conditions: { tierIds: ['gold'] } }),
        {
          id: 'review',
          on: 'review',
          enabled: true,
          points: { fixed: 9 },
          limit: { count: 2, every: 'week' },
        },
        {
          id: 'friend',
          on: 'referral',
          enabled: true,
          points: { fixed: 25 },
          friendPoints: 10,
          hold: { days: 1, from: 'paid' },
        },
      ],
      campaignStacking: drawn.stacking,
      campaigns: [
        { ...running, id: 'double', effect: { multiplier: '2' }, budgetPoints: drawn.budget },
        { ...running, id: 'more', effect: { bonus: 5 }, expiry: { kind: 'perLot', days: 3 } },
      ],
      tiers: [
        { id: 'new', name: { en: 'N' }, entry: 0 },
        { id: 'silver', name: { en: 'S' }, entry: entry[0] ?? 1, multiplier: '1.5' },
        { id: 'gold', name: { en: 'G' }, entry: entry[1] ?? 2, entryPoints: 20 },
      ],
      tierPolicy: {
        metric: drawn.metric,
        window: drawn.window,
        downgrade: drawn.downgrade,
        graceDays: drawn.graceDays,
      },
      challenges: [
        {
          id: 'two',
          enabled: true,
          name: { en: 'Two' },
          metric: 'orders',
          target: 2,
          period: 'month',
          repeats: 2,
          points: 11,
        },
      ],
      streaks: [
        { id: 'weeks', enabled: true, name: { en: 'W' }, every: 'week', length: 2, points: 13 },
      ],
      gifts: [
        {
          id: 'luck',
          enabled: true,
          name: { en: 'L' },
          probabilityPpm: 500_000,
          points: 6,
          from: at(-30),
          until: at(60),
          budgetPoints: 20,
          perShopperMax: 2,
        },
      ],
      rewards: [
        rewardWith({
          cost: { fixed: 40 },
          validDays: 5,
          stock: 3,
          limit: { count: 2, every: 'month' },
        }),
      ],
    });
  });
