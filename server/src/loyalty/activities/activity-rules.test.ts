import { describe, expect, it } from 'vitest';
import type { ProgramRequest } from '@okaeri/shared/program';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import {
  campaignOf,
  documentWith,
  orderRuleOf,
  PLACED_AT,
  ruleOf,
} from '../../testing/rule-inputs.ts';
import { activityParts, rulesFor, type ActivityFacts } from './activity-rules.ts';

const visit = (change: object = {}) => ruleOf({ id: 'visit', on: 'visit', ...change });
const facts = (change: Partial<ActivityFacts> = {}): ActivityFacts => ({
  kind: 'visit',
  name: null,
  at: PLACED_AT,
  amountMinor: null,
  currency: null,
  ...change,
});
const termsOf = (earning: ProgramRequest['earning'], change: Partial<ProgramRequest> = {}) => ({
  document: documentWith({ earning, ...change }),
  programVersion: 3,
  who: { tierId: null, segmentIds: [], first: false },
  place: { channel: 'web', market: null },
});
const pointsOf = (act: Partial<ActivityFacts>, terms: ReturnType<typeof termsOf>) =>
  activityParts(facts(act), terms).map((part) => {
    const { target, receipt } = part.settle(part.desired, null);
    return [part.part.replace('\u001f', '/'), part.desired, receipt.reason ?? target];
  });

describe('the rules an act falls under', () => {
  const url = { network: 'x', url: 'https://x.example' };
  const earning = [
    orderRuleOf(),
    ruleOf({ id: 'join', on: 'signup', limit: { count: 1, every: 'lifetime' } }),
    visit(),
    visit({ id: 'off', enabled: false }),
    visit({ id: 'pos', conditions: { channels: ['pos'] } }),
    ruleOf({ id: 'follow-x', on: 'follow', ...url }),
    ruleOf({ id: 'follow-y', on: 'follow', ...url }),
    ruleOf({ id: 'recycle', on: 'activity', activity: 'recycled' }),
  ];
  it.each([
    ['of its kind, switched on, for here', { kind: 'visit' }, ['visit']],
    ['all of its kind where none is named', { kind: 'follow' }, ['follow-x', 'follow-y']],
    ['the one that is named', { kind: 'follow', name: 'follow-y' }, ['follow-y']],
    ['none where another is named', { kind: 'follow', name: 'visit' }, []],
    ['the activity of its name', { kind: 'activity', name: 'recycled' }, ['recycle']],
    ['no activity of another name', { kind: 'activity', name: 'recycle' }, []],
    ['no activity without a name', { kind: 'activity', name: null }, []],
    ['none of another kind', { kind: 'survey' }, []],
  ] as const)('are %s', (_, act, ids) => {
    expect(rulesFor(facts(act), termsOf(earning)).map(({ id }) => id)).toEqual(ids);
  });
});

describe('what an act earns', () => {
  const rated = { points: { per: { USD: { amountMinor: 100, points: 1 } } } };
  it.each([
    ['fixed points', {}, {}, 10],
    ['a single fixed point', { points: { fixed: 1 } }, {}, 1],
    ['by its amount', rated, { amountMinor: 250 }, 2],
    [
      'by its amount, rounded as the rule says',
      { ...rated, rounding: 'ceil' },
      { amountMinor: 250 },
      3,
    ],
    ['nothing without an amount', rated, {}, 'belowOnePoint'],
    [
      'nothing in a currency without a rate',
      rated,
      { amountMinor: 250, currency: 'EUR' },
      'currencyNotInProgramme',
    ],
  ])('is %s', (_, rule, act, result) => {
    expect(pointsOf(act, termsOf([visit(rule)]))[0]?.[2]).toBe(result);
  });

  it('matures after the hold, ends as the rule says, and counts against the rule’s cap', () => {
    const rule = visit({ hold: { days: 2 }, expiry: { kind: 'perLot', days: 3 } });
    expect(activityParts(facts(), termsOf([rule]))[0]).toMatchObject({
      at: PLACED_AT,
      matureAt: PLACED_AT + 2 * DAY_MS,
      expireAt: PLACED_AT + 5 * DAY_MS,
      caps: [{ subject: 'rule:visit' }],
    });
    expect(activityParts(facts(), termsOf([visit()]))[0]).toMatchObject({ expireAt: NEVER_AT });
  });

  it('says on its receipt what it was counted from', () => {
    const [part] = activityParts(
      facts({ amountMinor: 250, currency: 'USD' }),
      termsOf([visit(rated)]),
    );
    expect(part?.settle(2, null).receipt).toMatchObject({
      ruleId: 'visit',
      basisMinor: 250,
      currency: 'USD',
      rate: { amountMinor: 100, points: 1 },
      rounding: 'floor',
      multiplier: '1',
    });
    const [fixed] = activityParts(facts(), termsOf([visit()]));
    expect(fixed?.settle(10, null).receipt).toMatchObject({
      basisMinor: 0,
      currency: 'USD',
      rate: null,
    });
  });
});

describe('a campaign on acts', () => {
  it.each([
    ['adds what its factor makes more', {}, [['visit/double', 10, 10]]],
    ['adds its bonus', { effect: { bonus: 1 } }, [['visit/double', 1, 1]]],
    ['for some lines adds nothing, as acts have none', { scope: { tags: ['new'] } }, []],
    ['that is over adds nothing', { until: '2026-02-01T00:00:00Z' }, []],
  ])('%s', (_, change, parts) => {
    const terms = termsOf([visit()], { campaigns: [campaignOf(change)] });
    expect(pointsOf({}, terms)).toEqual([['visit', 10, 10], ...parts]);
  });

  it('adds nothing to a rule that gives nothing', () => {
    const rule = visit({ points: { per: { EUR: { amountMinor: 1, points: 1 } } } });
    const terms = termsOf([rule], { campaigns: [campaignOf({ effect: { bonus: 5 } })] });
    expect(pointsOf({}, terms)).toEqual([['visit', 0, 'currencyNotInProgramme']]);
  });

  it('says its factor on its receipt, and a bonus says none', () => {
    const bonus = campaignOf({ id: 'gift', effect: { bonus: 5 } });
    const terms = termsOf([visit()], { campaigns: [campaignOf(), bonus], campaignStacking: 'add' });
    const factors = activityParts(facts(), terms).map(
      (part) => part.settle(1, null).receipt.multiplier,
    );
    expect(factors).toEqual(['1', '2', '1']);
  });
});
