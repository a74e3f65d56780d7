import { describe, expect, it } from 'vitest';
import { campaignOf, documentWith, rewardOf } from '../../testing/rule-inputs.ts';
import { adaptTemplate, discountName } from './adapt-rules.ts';

it.each([
  [500, 'USD', '$5 off', '$5引き'],
  [550, 'USD', '$5.50 off', '$5.50引き'],
  [500, 'JPY', '¥500 off', '500円引き'],
  [1, 'JPY', '¥1 off', '1円引き'],
])('a discount of %i minor units of %s is called %s', (valueMinor, currency, ...[en, ja]) => {
  // Which of the two widths a yen sign has is the language's.
  const read = (text = '') => text.normalize('NFKC');
  const name = discountName(valueMinor, currency);
  expect([read(name['en']), read(name['ja'])]).toEqual([read(en), read(ja)]);
});

describe('a template in a shop’s own currency', () => {
  const template = documentWith({
    rewards: [
      rewardOf(),
      rewardOf({ id: 'ship', kind: 'freeShipping', name: { en: 'Free shipping' }, value: {} }),
      rewardOf({ id: 'card', kind: 'giftCard', name: { en: 'Card' }, minimumBasket: { USD: 900 } }),
    ],
    campaigns: [campaignOf()],
  });

  it('that is the template’s is the template itself', () => {
    expect(adaptTemplate(template, 'USD')).toBe(template);
  });

  const adapted = adaptTemplate(template, 'JPY');

  it('has no word of the template’s', () => {
    expect(adapted.currency).toBe('JPY');
    expect(JSON.stringify(adapted)).not.toContain('USD');
  });

  it('keeps amounts as many minor units', () => {
    const points = { per: { JPY: { amountMinor: 100, points: 1 } } };
    expect(adapted.earning[0]?.points).toEqual(points);
    expect(adapted.rewards.map(({ value }) => value)).toEqual([{ JPY: 500 }, {}, { JPY: 500 }]);
    expect(adapted.rewards[2]?.minimumBasket).toEqual({ JPY: 900 });
  });

  it('calls an amount off by its new value, and leaves other names', () => {
    const names = adapted.rewards.map(({ name }) => name['en']);
    expect(names).toEqual(['¥500 off', 'Free shipping', 'Card']);
  });

  it('leaves the template as it was', () => {
    expect(template.rewards[0]?.name).toEqual({ en: '$5 off' });
  });
});
