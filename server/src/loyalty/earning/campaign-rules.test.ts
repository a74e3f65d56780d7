import { describe, expect, it } from 'vitest';
import { campaignOf, documentWith, orderRuleOf, ruleOf } from '../../testing/rule-inputs.ts';
import {
  campaignPart,
  campaignsFor,
  capsOfPart,
  capsOfRule,
  extrasOf,
  friendPart,
  partIds,
} from './campaign-rules.ts';

const limit = { count: 3, every: 'day' } as const;
const ownLimit = { subject: 'rule:order', cap: limit, shared: false };
const once = { subject: 'first:order', cap: { count: 1, every: 'lifetime' }, shared: false };

describe('the name of a part', () => {
  it.each([
    ['a rule’s own', 'order', null],
    ['a campaign’s on it', campaignPart('spring', 'order'), 'spring'],
    ['a friend’s of a referral', friendPart('order'), null],
  ])('that is %s says its rule and its campaign', (_, part, campaignId) => {
    expect(partIds(part)).toEqual({ ruleId: 'order', campaignId });
  });

  it('is another for each of them', () => {
    const names = [
      'order',
      campaignPart('a', 'order'),
      campaignPart('b', 'order'),
      friendPart('order'),
    ];
    expect(new Set(names).size).toBe(4);
  });

  it('of nothing is of no rule', () => {
    expect(partIds('')).toEqual({ ruleId: '', campaignId: null });
  });
});

describe('the caps of a rule', () => {
  it.each([
    ['are none where it has none', orderRuleOf(), []],
    ['are its limit', orderRuleOf({ limit }), [ownLimit]],
    [
      'are once in a lifetime where it is for the first order',
      orderRuleOf({ conditions: { firstOrder: true } }),
      [once],
    ],
    [
      'are both where it has both',
      orderRuleOf({ limit, conditions: { firstOrder: true } }),
      [ownLimit, once],
    ],
    ['are its limit where it is on acts', ruleOf({ id: 'order', on: 'visit', limit }), [ownLimit]],
  ])('%s', (_, rule, caps) => {
    expect(capsOfRule(rule)).toEqual(caps);
  });
});

describe('the caps of a part that was given', () => {
  const campaigns = [campaignOf(), campaignOf({ id: 'both', limit, budgetPoints: 500 })];
  const document = documentWith({
    earning: [orderRuleOf({ limit }), orderRuleOf({ id: 'other' })],
    campaigns,
  });
  it.each([
    ['by a rule are the rule’s', 'order', [ownLimit]],
    ['by a rule without any are none', 'other', []],
    ['by a campaign without any are none', campaignPart('double', 'order'), []],
    [
      'by a campaign are its limit and its budget, which all share',
      campaignPart('both', 'order'),
      [
        { subject: 'campaign:both', cap: limit, shared: false },
        { subject: 'campaign:both', cap: { points: 500, every: 'lifetime' }, shared: true },
      ],
    ],
    ['by a campaign that is gone are the rule’s', campaignPart('gone', 'order'), [ownLimit]],
    ['by a rule that is gone are none', 'gone', []],
  ])('%s', (_, part, caps) => {
    expect(capsOfPart(document, part)).toEqual(caps);
  });
});

describe('a campaign adds to a rule', () => {
  const [from, until] = [Date.parse('2026-01-01T00:00:00Z'), Date.parse('2027-01-01T00:00:00Z')];
  const runs = (at: readonly number[]) => {
    const document = documentWith({ campaigns: [campaignOf()] });
    const who = { tierId: 'gold', segmentIds: [], first: false };
    const by = { who, place: { channel: 'web', market: null }, at };
    return campaignsFor(document, orderRuleOf(), by).length === 1;
  };

  it.each([
    ['an instant before it begins', [from - 1], false],
    ['exactly as it begins', [from], true],
    ['an instant before it ends', [until - 1], true],
    ['exactly as it ends', [until], false],
    ['at one of two times', [from - 1, from], true],
    ['at no time', [], false],
  ])('%s: %3$s', (_, at, result) => {
    expect(runs(at)).toBe(result);
  });

  it.each([
    ['not where it is switched off', { enabled: false }, false],
    ['where it names the rule', { ruleIds: ['visit', 'order'] }, true],
    ['not where it names others', { ruleIds: ['visit'] }, false],
    ['where it is for the tier', { tierIds: ['gold'] }, true],
    ['not where it is for another channel', { channels: ['pos'] }, false],
  ])('%s', (_, change, result) => {
    const rules = [orderRuleOf(), ruleOf({ id: 'visit', on: 'visit' })];
    const tiers = [{ id: 'gold', name: { en: 'Gold' }, entry: 0 }];
    const tierPolicy = {
      metric: 'points',
      window: { kind: 'lifetime' },
      downgrade: 'oneStep',
    } as const;
    const document = documentWith({
      earning: rules,
      tiers,
      tierPolicy,
      campaigns: [campaignOf(change)],
    });
    const who = { tierId: 'gold', segmentIds: [], first: false };
    const by = { who, place: { channel: 'web', market: null }, at: [from] };
    expect(campaignsFor(document, orderRuleOf(), by).length === 1).toBe(result);
  });

  it('in the order of the programme', () => {
    const campaigns = ['b', 'a'].map((id) => campaignOf({ id }));
    const by = {
      who: { tierId: null, segmentIds: [], first: false },
      place: { channel: null, market: null },
      at: [from],
    };
    const found = campaignsFor(documentWith({ campaigns }), orderRuleOf(), by);
    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('what campaigns add', () => {
  const two = campaignOf({ id: 'two' });
  const three = campaignOf({ id: 'three', effect: { multiplier: '3' } });
  const bonus = (points: number) => campaignOf({ id: 'bonus', effect: { bonus: points } });
  const added = (
    stacking: Parameters<typeof extrasOf>[1],
    ...campaigns: Parameters<typeof extrasOf>[0]
  ) =>
    extrasOf(campaigns, stacking, (_campaign, factors) =>
      factors.reduce((points, factor) => points * Number(factor), 100),
    ).map(({ campaign, points, factor }) => [campaign.id, points, factor]);

  it.each([
    [
      'multiply',
      [
        ['two', 100, '2'],
        ['three', 400, '3'],
        ['bonus', 7, null],
      ],
    ],
    [
      'add',
      [
        ['two', 100, '2'],
        ['three', 200, '3'],
        ['bonus', 7, null],
      ],
    ],
    ['best', [['three', 200, '3']]],
  ] as const)('one after another, stacked by %s', (stacking, extras) => {
    expect(added(stacking, two, three, bonus(7))).toEqual(extras);
  });

  it('by the best of them may be a bonus', () => {
    expect(added('best', two, bonus(201), three)).toEqual([['bonus', 201, null]]);
  });

  it('by the best of them is the first where two are the best', () => {
    expect(added('best', two, bonus(100))).toEqual([['two', 100, '2']]);
  });

  it.each(['multiply', 'add', 'best'] as const)(
    'is nothing where there are none, by %s',
    (stacking) => {
      expect(added(stacking)).toEqual([]);
    },
  );

  it('comes with the caps of each', () => {
    const [extra] = extrasOf([campaignOf({ budgetPoints: 9 })], 'add', () => 1);
    expect(extra?.caps).toEqual([
      { subject: 'campaign:double', cap: { points: 9, every: 'lifetime' }, shared: true },
    ]);
  });
});
