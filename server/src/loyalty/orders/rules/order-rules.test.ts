import { describe, expect, it } from 'vitest';
import { DAY_MS, NEVER_AT } from '../../../platform/lib/clock.ts';
import { pointsOf, rules, targetOf, termsOf, twoLines } from '../../../testing/order-targets.ts';
import {
  campaignOf,
  lineOf,
  orderRuleOf,
  PLACED_AT,
  ruleOf,
} from '../../../testing/rule-inputs.ts';

describe('a rule on orders gives', () => {
  it.each([
    ['a point for each full amount', {}, 1000, 10],
    ['the part of a point less, rounded down', {}, 999, 9],
    ['the part of a point more, rounded up', { rounding: 'ceil' }, 901, 10],
    ['its fixed points, whatever the order cost', { points: { fixed: 7 } }, 1, 7],
  ])('%s', (_, rule, priceMinor, points) => {
    const lines = [lineOf('a', { priceMinor })];
    expect(pointsOf({ lines }, termsOf(rules(orderRuleOf(rule))))).toEqual([
      ['order', points, points],
    ]);
  });

  it('nothing for an order that cost nothing, also where points are fixed', () => {
    const lines = [lineOf('a', { priceMinor: 0 })];
    const fixed = termsOf(rules(orderRuleOf({ points: { fixed: 7 } })));
    expect(pointsOf({ lines }, fixed)).toEqual([['order', 0, 'nothingCounts']]);
  });

  it('nothing in a currency it has no rate for', () => {
    expect(pointsOf({ currency: 'EUR' })).toEqual([['order', 0, 'currencyNotInProgramme']]);
  });

  it.each([
    ['a unit below the least', 1001, 'belowMinimumBasket'],
    ['exactly the least', 1000, 10],
    ['a unit above the least', 999, 10],
  ])('points or none for what counts, here %s', (_, least, result) => {
    const rule = orderRuleOf({ conditions: { minimumBasket: { USD: least } } });
    expect(pointsOf({ shippingMinor: 500 }, termsOf(rules(rule)))[0]?.[2]).toBe(result);
  });

  it('nothing where its least is of another currency alone', () => {
    const rule = orderRuleOf({ conditions: { minimumBasket: { EUR: 1 } } });
    expect(pointsOf({}, termsOf(rules(rule)))).toEqual([['order', 0, 'belowMinimumBasket']]);
  });

  it('sums the lines that count against its least', () => {
    const rule = orderRuleOf({ conditions: { minimumBasket: { USD: 1500 } } });
    expect(pointsOf(twoLines, termsOf(rules(rule)))).toEqual([['order', 15, 15]]);
  });

  it('points for the lines it names', () => {
    const rule = orderRuleOf({ scope: { tags: ['new'] } });
    expect(pointsOf(twoLines, termsOf(rules(rule)))).toEqual([['order', 5, 5]]);
  });
});

describe('a tier', () => {
  const tiers = ['bronze', 'gold'].map((id, index) => ({
    id,
    name: { en: id },
    entry: index * 100,
    multiplier: index === 0 ? '1' : '1.5',
  }));
  const tierPolicy = {
    metric: 'points',
    window: { kind: 'lifetime' },
    downgrade: 'oneStep',
  } as const;
  const who = { tierId: 'gold', segmentIds: [], first: false };
  const variants = [
    { tierIds: ['gold'], points: { per: { USD: { amountMinor: 100, points: 2 } } } },
  ];

  it.each([
    ['multiplies what is earned by amount', {}, who, 15],
    ['leaves a fixed number as it is', { points: { fixed: 7 } }, who, 7],
    ['without a factor leaves all as it is', {}, { ...who, tierId: 'bronze' }, 10],
    ['that is unknown leaves all as it is', {}, { ...who, tierId: 'gone' }, 10],
    ['multiplies the points that a rule has for it', { variants }, who, 30],
  ])('%s', (_, rule, owner, points) => {
    const terms = termsOf({ ...rules(orderRuleOf(rule)), tiers, tierPolicy }, { who: owner });
    expect(pointsOf({}, terms)).toEqual([['order', points, points]]);
  });
});

describe('which rules apply', () => {
  const of = (id: string, change: object = {}) => orderRuleOf({ id, ...change });
  it.each([
    [
      'each that is on orders',
      [of('a'), of('b')],
      [
        ['a', 10, 10],
        ['b', 10, 10],
      ],
    ],
    ['none that is switched off', [of('a', { enabled: false }), of('b')], [['b', 10, 10]]],
    ['none on other things', [ruleOf({ id: 'v', on: 'visit' }), of('b')], [['b', 10, 10]]],
    [
      'none for another channel',
      [of('a', { conditions: { channels: ['pos'] } }), of('b')],
      [['b', 10, 10]],
    ],
    [
      'none for a first order, as this is not',
      [of('a', { conditions: { firstOrder: true } }), of('b')],
      [['b', 10, 10]],
    ],
    [
      'those that give something, and no others',
      [of('a', { points: { per: { EUR: { amountMinor: 1, points: 1 } } } }), of('b')],
      [['b', 10, 10]],
    ],
    ['a single point is something', [of('a', { points: { fixed: 1 } })], [['a', 1, 1]]],
    [
      'the first where none gives anything',
      [
        of('a', { points: { per: { EUR: { amountMinor: 1, points: 1 } } } }),
        of('b', { conditions: { minimumBasket: { USD: 9999 } } }),
      ],
      [['a', 0, 'currencyNotInProgramme']],
    ],
    ['none, as a row of nothing', [], [['', 0, 'noRule']]],
  ])('is %s', (_, earning, parts) => {
    expect(pointsOf({}, termsOf({ earning }))).toEqual(parts);
  });

  it('is one for the market and the channel of the order', () => {
    const rule = of('a', { conditions: { channels: ['pos'], markets: ['jp'] } });
    expect(pointsOf({ channel: 'pos', market: 'jp' }, termsOf(rules(rule)))).toEqual([
      ['a', 10, 10],
    ]);
    expect(pointsOf({ channel: 'jp', market: 'pos' }, termsOf(rules(rule)))[0]?.[2]).toBe('noRule');
  });

  it('is one for a first order, where it is the first', () => {
    const rule = of('a', { conditions: { firstOrder: true } });
    const who = { tierId: null, segmentIds: [], first: true };
    expect(pointsOf({}, termsOf(rules(rule), { who }))).toEqual([['a', 10, 10]]);
  });

  it('of which an exclusive one takes its lines from those behind it', () => {
    const first = of('first', { scope: { tags: ['new'] }, exclusive: true });
    expect(pointsOf(twoLines, termsOf(rules(first, of('rest'))))).toEqual([
      ['first', 5, 5],
      ['rest', 10, 10],
    ]);
    expect(pointsOf(twoLines, termsOf(rules(of('rest'), first)))).toEqual([
      ['rest', 15, 15],
      ['first', 5, 5],
    ]);
    const open = { ...first, exclusive: false };
    expect(pointsOf(twoLines, termsOf(rules(open, of('rest'))))).toEqual([
      ['first', 5, 5],
      ['rest', 15, 15],
    ]);
  });

  it('says when nothing applies that nothing does, in the order’s currency and without an end', () => {
    const part = targetOf({ currency: 'EUR' }, termsOf({ earning: [] })).parts[0];
    expect(part).toMatchObject({
      desired: 0,
      matureAt: NEVER_AT,
      expireAt: NEVER_AT,
      idleDays: 0,
      limited: false,
      caps: [],
      at: PLACED_AT,
    });
    expect(part?.settle(0, null)).toMatchObject({
      target: 0,
      receipt: {
        ruleId: null,
        campaignId: null,
        currency: 'EUR',
        programVersion: 3,
        reason: 'noRule',
      },
    });
  });
});

describe('the dates of a part', () => {
  const expiry = { kind: 'perLot', days: 5 } as const;
  it('count from when it can be spent, and its end is the rule’s own', () => {
    const rule = orderRuleOf({ hold: { days: 3, from: 'paid' }, expiry });
    const [part] = targetOf({}, termsOf(rules(rule))).parts;
    expect(part).toMatchObject({
      at: PLACED_AT,
      matureAt: PLACED_AT + 3 * DAY_MS,
      expireAt: PLACED_AT + 8 * DAY_MS,
      limited: true,
    });
  });

  it('of a campaign end with it, else with the rule', () => {
    const own = campaignOf({ expiry: { kind: 'perLot', days: 2 } });
    const terms = termsOf({
      ...rules(orderRuleOf({ expiry })),
      campaigns: [own, campaignOf({ id: 'b' })],
      campaignStacking: 'add',
    });
    expect(
      targetOf({}, terms).parts.map(({ expireAt }) => (expireAt - PLACED_AT) / DAY_MS),
    ).toEqual([5, 2, 5]);
  });
});

it('what an order counts and what does not add up stand beside its parts', () => {
  const lines = [lineOf('a', { refundedMinor: 1001 }), lineOf('b')];
  const { counts, warnings } = targetOf({ lines });
  expect(counts).toEqual({ countsPoints: true, spendMinor: 1000, orders: 1 });
  expect(warnings.map(({ code }) => code)).toEqual(['refundExceedsPaid']);
  expect(targetOf({ lines }, termsOf({ earning: [] })).warnings).toEqual([]);
});
