import { describe, expect, it } from 'vitest';
import { pointsOf, rules, targetOf, termsOf, twoLines } from '../../../testing/order-targets.ts';
import { campaignOf, lineOf, orderRuleOf } from '../../../testing/rule-inputs.ts';

describe('a campaign', () => {
  const running = (...campaigns: object[]) =>
    termsOf({ campaigns: campaigns.map((each) => campaignOf({ ...each })) });

  it.each([
    ['adds what its factor makes more', {}, 10],
    ['adds its bonus', { effect: { bonus: 3 } }, 3],
    ['adds a bonus of a single point', { effect: { bonus: 1 } }, 1],
    ['for some lines adds what its factor makes more of them', { scope: { tags: ['new'] } }, 5],
  ])('%s', (_, campaign, extra) => {
    const lines = [
      lineOf('a', { priceMinor: 500 }),
      lineOf('b', { priceMinor: 500, tags: ['new'] }),
    ];
    expect(pointsOf({ lines }, running(campaign))).toEqual([
      ['order', 10, 10],
      ['order/double', extra, extra],
    ]);
  });

  it('for lines that the order does not have adds nothing, not even a bonus', () => {
    const campaign = { scope: { tags: ['new'] }, effect: { bonus: 3 } };
    expect(pointsOf({}, running(campaign))).toEqual([['order', 10, 10]]);
  });

  it('for a single unit of its lines adds its bonus', () => {
    const lines = [lineOf('a'), lineOf('b', { priceMinor: 1, tags: ['new'] })];
    expect(
      pointsOf({ lines }, running({ scope: { tags: ['new'] }, effect: { bonus: 3 } })),
    ).toEqual([
      ['order', 10, 10],
      ['order/double', 3, 3],
    ]);
  });

  it('adds nothing to lines that an exclusive rule took', () => {
    const first = orderRuleOf({ id: 'first', scope: { tags: ['new'] }, exclusive: true });
    const terms = termsOf({
      ...rules(first, orderRuleOf()),
      campaigns: [campaignOf({ scope: { tags: ['new'] }, ruleIds: ['order'] })],
    });
    expect(pointsOf(twoLines, terms)).toEqual([
      ['first', 5, 5],
      ['order', 10, 10],
    ]);
  });

  it('adds nothing to a rule that refuses', () => {
    expect(pointsOf({ currency: 'EUR' }, running({ effect: { bonus: 3 } }))).toEqual([
      ['order', 0, 'currencyNotInProgramme'],
    ]);
  });

  it('that did not run adds nothing', () => {
    const terms = { ...running({}), campaignTimes: [0] };
    expect(pointsOf({}, terms)).toEqual([['order', 10, 10]]);
  });

  it('says its factor on its receipt, and a bonus says none', () => {
    const terms = running({}, { id: 'gift', effect: { bonus: 3 } });
    const { parts } = targetOf(
      {},
      { ...terms, document: { ...terms.document, campaignStacking: 'add' } },
    );
    const said = parts.map((part) => part.settle(part.desired, null).receipt);
    expect(said.map(({ campaignId, multiplier }) => [campaignId, multiplier])).toEqual([
      [null, '1'],
      ['double', '2'],
      ['gift', '1'],
    ]);
  });
});
