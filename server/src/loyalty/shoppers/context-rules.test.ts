import { describe, expect, it } from 'vitest';
import { segment, type BuyerFigures } from '@okaeri/shared/segments';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { factsOf, segmentsOf, stageOf, type ShopperFacts } from './context-rules.ts';

const NOW = 1000 * DAY_MS;
const LOOP = { onboardingDays: 30, postPurchaseDays: 14, loyalOrders: 3, lapsedDays: 180 };
const ago = (days: number): number => NOW - days * DAY_MS;
const facts = (change: Partial<ShopperFacts> = {}): ShopperFacts => ({
  spendMinor: 500,
  orderCount: 1,
  firstOrderAt: ago(20),
  lastOrderAt: ago(20),
  advocates: false,
  tierId: 'gold',
  tags: ['vip'],
  figures: null,
  ...change,
});

it.each([
  ['somebody nobody came by', null, false],
  ['somebody a friend came by', 0, true],
])('a row says of %s whether they advocate, and what they bought', (_, advocateAt, advocates) => {
  const { tierId: _tier, advocates: _none, figures: _too, ...row } = facts();
  expect(factsOf({ ...row, advocateAt } as Parameters<typeof factsOf>[0], 'gold')).toEqual(
    facts({ advocates }),
  );
});

describe('where a shopper is in the loop', () => {
  it.each([
    ['who never bought', { orderCount: 0 }, 'consideration'],
    ['of whom no order is known', { lastOrderAt: null }, 'consideration'],
    ['who gave back more than they bought', { orderCount: -1 }, 'consideration'],
    [
      'a day before they have lapsed',
      { firstOrderAt: ago(179), lastOrderAt: ago(179) },
      'consideration',
    ],
    ['on the day they have lapsed', { lastOrderAt: ago(180), advocates: true }, 'lapsed'],
    [
      'an instant before they have lapsed',
      { lastOrderAt: ago(180) + 1, advocates: true },
      'advocacy',
    ],
    ['who brought a friend, though loyal', { orderCount: 3, advocates: true }, 'advocacy'],
    ['with as many orders as make loyal', { orderCount: 3, lastOrderAt: ago(1) }, 'loyal'],
    ['with one order less', { orderCount: 2, lastOrderAt: ago(1) }, 'postPurchase'],
    ['on the last day of care', { lastOrderAt: ago(14) + 1 }, 'postPurchase'],
    ['after the last day of care, while new', { lastOrderAt: ago(14) }, 'onboarding'],
    ['on the last day of being new', { firstOrderAt: ago(30) + 1 }, 'onboarding'],
    ['after the last day of being new', { firstOrderAt: ago(30) }, 'consideration'],
    ['of whom no first order is known', { firstOrderAt: null }, 'consideration'],
  ])('%s', (_, change, stage) => {
    expect(stageOf(facts(change), LOOP, NOW)).toBe(stage);
  });
});

describe('the segments of a shopper', () => {
  const isIn = (conditions: object, change: Partial<ShopperFacts> = {}) =>
    segmentsOf(
      { segments: [segment.parse({ id: 's', name: { en: 'S' }, ...conditions })], loop: LOOP },
      facts(change),
      NOW,
    ).includes('s');

  it.each([
    ['that asks nothing', {}, true],
    ['of at least as much money', { spendMinor: { min: 500 } }, true],
    ['of a unit more money', { spendMinor: { min: 501 } }, false],
    ['of at most as much money', { spendMinor: { max: 500 } }, true],
    ['of a unit less money', { spendMinor: { max: 499 } }, false],
    ['of as many orders', { orders: { min: 1, max: 1 } }, true],
    ['of more orders', { orders: { min: 2 } }, false],
    ['of as many days since the last', { daysSinceOrder: { min: 20, max: 20 } }, true],
    ['of more days since the last', { daysSinceOrder: { min: 21 } }, false],
    ['of the tier', { tierIds: ['silver', 'gold'] }, true],
    ['of another tier', { tierIds: ['silver'] }, false],
    ['of one of the tags', { tags: ['x', 'vip'] }, true],
    ['of another tag', { tags: ['x'] }, false],
    ['of the stage', { stages: ['onboarding'] }, true],
    ['of another stage', { stages: ['loyal'] }, false],
    ['of which one thing of two holds', { tierIds: ['gold'], tags: ['x'] }, false],
  ])('have or have not one %s', (_, conditions, is) => {
    expect(isIn(conditions)).toBe(is);
  });

  it.each([
    ['tier, though one is asked', { tierIds: ['gold'] }, { tierId: null }, false],
    [
      'order, where few days are asked',
      { daysSinceOrder: { max: 30 } },
      { lastOrderAt: null },
      false,
    ],
    [
      'order, where many days are asked',
      { daysSinceOrder: { min: 30 } },
      { lastOrderAt: null },
      true,
    ],
  ])('of whom there is no %s', (_, conditions, change, is) => {
    expect(isIn(conditions, change)).toBe(is);
  });

  it('are none where a programme has none', () => {
    expect(segmentsOf({ segments: [], loop: LOOP }, facts(), NOW)).toEqual([]);
  });
});

describe('a segment by the figures', () => {
  const figures: BuyerFigures = {
    rfmGroup: 'atRisk',
    valueGroup: 'high',
    againPercent: 30,
    usualGapDays: 40,
    overdueDays: 5,
  };
  const isIn = (rules: object, of: BuyerFigures | null = figures): boolean => {
    const one = segment.parse({ id: 's', name: { en: 'S' }, ...rules });
    return segmentsOf({ segments: [one], loop: LOOP }, facts({ figures: of }), NOW).length === 1;
  };

  it.each([
    [{ rfmGroups: ['lost', 'atRisk'] }, true],
    [{ rfmGroups: ['lost'] }, false],
    [{ valueGroups: ['high'] }, true],
    [{ valueGroups: ['low', 'middle'] }, false],
    [{ againPercent: { max: 30 } }, true],
    [{ againPercent: { max: 29 } }, false],
    [{ usualGapDays: { min: 40 } }, true],
    [{ usualGapDays: { min: 41 } }, false],
    [{ overdueDays: { min: 1, max: 5 } }, true],
    [{ overdueDays: { min: 6 } }, false],
    [{ valueGroups: ['high'], overdueDays: { min: 6 } }, false],
  ])('of the rules %o has somebody at risk in it: %s', (rules, expected) => {
    expect(isIn(rules)).toBe(expected);
  });

  const RULES = [
    { rfmGroups: ['atRisk'] },
    { valueGroups: ['high'] },
    { againPercent: {} },
    { usualGapDays: { max: 400 } },
    { overdueDays: { max: 400 } },
  ];

  it.each(RULES)('of the rules %o has nobody in it of whom the figures say nothing', (rules) => {
    expect(isIn(rules, null)).toBe(false);
    const nothing = { rfmGroup: null, valueGroup: null, againPercent: null };
    const unknown = { ...nothing, usualGapDays: null, overdueDays: null };
    expect(isIn(rules, unknown)).toBe(false);
  });
});
