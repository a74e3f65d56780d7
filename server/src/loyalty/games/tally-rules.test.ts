import { describe, expect, it } from 'vitest';
import { challenge, type Challenge } from '@okaeri/shared/play';
import {
  documentWith,
  lineOf,
  orderOf,
  orderRuleOf,
  PLACED_AT,
  ruleOf,
} from '../../testing/rule-inputs.ts';
import { actTallies, completionsOf, inScope, orderTallies, runsAt } from './tally-rules.ts';

const challengeOf = (change: object = {}): Challenge =>
  challenge.parse({
    id: 'c',
    enabled: true,
    name: { en: 'C' },
    metric: 'orders',
    target: 3,
    period: 'month',
    points: 10,
    ...change,
  });
const iso = (at: number): string => new Date(at).toISOString();

describe('a scope', () => {
  const line = lineOf('a', { tags: ['new', 'wool'], collectionIds: ['spring'] });
  it.each([
    ['that names nothing has every line', {}, true],
    ['of its product has it', { productIds: ['x', 'p-a'] }, true],
    ['of another product does not', { productIds: ['x'] }, false],
    ['of one of its tags has it', { tags: ['x', 'wool'] }, true],
    ['of another tag does not', { tags: ['x'] }, false],
    ['of its collection has it', { collectionIds: ['x', 'spring'] }, true],
    ['of another collection does not', { collectionIds: ['x'] }, false],
    [
      'that names it by one thing of three has it',
      { productIds: ['x'], tags: ['x'], collectionIds: ['spring'] },
      true,
    ],
    [
      'that names it by none of three does not',
      { productIds: ['x'], tags: ['x'], collectionIds: ['x'] },
      false,
    ],
  ])('%s', (_, scope, has) => {
    expect(inScope(scope, line)).toBe(has);
  });
});

describe('a challenge runs', () => {
  const dated = { from: iso(PLACED_AT), until: iso(PLACED_AT + 10) };
  it.each([
    ['always where it has no dates', {}, 0, true],
    ['never where it is switched off', { enabled: false }, 0, false],
    ['not an instant before it begins', dated, PLACED_AT - 1, false],
    ['exactly as it begins', dated, PLACED_AT, true],
    ['an instant before it ends', dated, PLACED_AT + 9, true],
    ['not exactly as it ends', dated, PLACED_AT + 10, false],
  ])('%s', (_, change, at, runs) => {
    expect(runsAt(challengeOf(change), at)).toBe(runs);
  });
});

describe('what an order counts for challenges', () => {
  const lines = [
    lineOf('a', { quantity: 3, refundedQuantity: 1, tags: ['new'] }),
    lineOf('b', { quantity: 1, refundedQuantity: 2 }),
    lineOf('c', { quantity: 4 }),
  ];
  const order = { state: orderOf({ lines }), orders: 1, spendMinor: 700, points: 7 };
  const tally = (change: object, counted: Partial<typeof order> = {}) => {
    const document = documentWith({
      earning: [orderRuleOf(), ruleOf({ id: 'visit', on: 'visit' })],
      challenges: [challengeOf(change)],
    });
    return orderTallies(document, { ...order, ...counted });
  };

  it.each([
    ['itself', { metric: 'orders' }, 1],
    ['its money', { metric: 'spend' }, 700],
    ['its points', { metric: 'points' }, 7],
    ['its pieces that were kept', { metric: 'items' }, 6],
    ['its pieces of the scope', { metric: 'items', scope: { tags: ['new'] } }, 2],
  ])('is %s', (_, change, count) => {
    expect(tally(change)).toEqual({ '': 1, c: count });
  });

  it.each([
    ['no pieces of the scope', { metric: 'items', scope: { tags: ['old'] } }],
    ['acts, which it is none of', { metric: 'acts', ruleId: 'visit' }],
    ['a challenge that does not run', { from: iso(PLACED_AT + 1) }],
  ])('is only that it is one, for %s', (_, change) => {
    expect(tally(change)).toEqual({ '': 1 });
  });

  it('is nothing while it does not count itself', () => {
    expect(tally({ metric: 'spend' }, { orders: 0 })).toEqual({});
  });
});

it.each([
  ['one for a challenge of its rule', { metric: 'acts', ruleId: 'visit' }, { c: 1 }],
  ['nothing for a challenge of another rule', { metric: 'acts', ruleId: 'share' }, {}],
  ['nothing for a challenge of orders', { metric: 'orders' }, {}],
  [
    'nothing for one that does not run',
    { metric: 'acts', ruleId: 'visit', until: iso(PLACED_AT) },
    {},
  ],
])('an act counts %s', (_, change, tallies) => {
  const document = { ...documentWith(), challenges: [challengeOf(change)] };
  expect(actTallies(document, { ruleIds: ['visit'], at: PLACED_AT })).toEqual(tallies);
});

it.each([
  [-1, 0],
  [0, 0],
  [2, 0],
  [3, 1],
  [5, 1],
  [6, 2],
  [9, 2],
])(
  'progress of %i completes a challenge of three, which may be had twice, %i times',
  (progress, times) => {
    expect(completionsOf(challengeOf({ repeats: 2 }), progress)).toBe(times);
  },
);
