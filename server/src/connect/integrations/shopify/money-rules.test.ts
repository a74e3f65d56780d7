import { describe, expect, it } from 'vitest';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { orderOf } from '../../../testing/shopify-payloads.ts';
import { purseOf, rateOf, type MoneyChoice } from './money-rules.ts';
import { orderPayload } from './payload-rules.ts';

const both = (shop: string, presentment: string) => ({
  shop_money: { amount: shop },
  presentment_money: { amount: presentment },
});
const SHOWN_IN_YEN = { currency: 'USD', presentment_currency: 'JPY' };
const ONE_MONEY = { currency: 'USD', presentment_currency: 'USD' };

describe('the currency of the money that counts', () => {
  it.each([
    ['shop', 'USD', 'JPY', 'USD'],
    ['presentment', 'USD', 'JPY', 'JPY'],
    ['presentment', 'USD', null, 'USD'],
    ['presentment', 'USD', undefined, 'USD'],
  ] as const)('by the choice %s of %s and %s is %s', (choice, currency, shown, counts) => {
    expect(purseOf({ currency, presentment_currency: shown }, choice).currency).toBe(counts);
  });

  it.each([
    ['shop', 'dollars', 'USD'],
    ['shop', '', 'USD'],
    ['presentment', 'USD', 'yen'],
  ] as const)('by the choice %s of "%s" and "%s" is refused', (choice, currency, shown) => {
    const order = { currency, presentment_currency: shown };
    expect(() => purseOf(order, choice)).toThrow(UnreadableMessageError);
    expect(() => purseOf(order, choice)).toThrow(/" is no currency$/);
  });

  it('may stand beside another that is none, as that one is not read', () => {
    const order = { currency: 'USD', presentment_currency: 'yen' };
    expect(purseOf(order, 'shop').currency).toBe('USD');
  });
});

describe('a sum of an order', () => {
  const of = (choice: MoneyChoice, sum: object, order = SHOWN_IN_YEN) =>
    purseOf(order, choice).of(sum);

  it.each([
    ['shop', { set: both('10.00', '1500') }, 1000],
    ['presentment', { set: both('10.00', '1500') }, 1500],
    // A set goes before the plain amount.
    ['shop', { plain: '1.00', set: both('10.00', '1500') }, 1000],
    ['shop', { plain: '1.00' }, 100],
    ['shop', { plain: '1.00', set: null }, 100],
    ['shop', { plain: '-1.00' }, -100],
    ['shop', { plain: '0.01' }, 1],
    ['shop', { plain: '10000000000' }, 1_000_000_000_000],
    ['shop', {}, 0],
    ['shop', { plain: null, set: null }, 0],
    // Nothing is nothing in every currency.
    ['presentment', {}, 0],
    ['presentment', { plain: '0' }, 0],
    ['presentment', { plain: '0.00' }, 0],
    ['presentment', { plain: '-0.00' }, 0],
    ['presentment', { plain: '00' }, 0],
  ] as const)('in the currency %s, given as %j, is %i minor units', (choice, sum, minor) => {
    expect(of(choice, sum)).toBe(minor);
  });

  it.each(['0.01', '10', '00.10', '-0.5', '0.', '1500.00'])(
    'given as "%s" in the shop’s currency alone is refused where the other counts',
    (plain) => {
      expect(() => of('presentment', { plain })).toThrow(UnreadableMessageError);
      expect(() => of('presentment', { plain })).toThrow(`"${plain}" is not told in JPY`);
    },
  );

  it('given as a plain number counts where what was shown is the shop’s currency', () => {
    expect(of('presentment', { plain: '1.00' }, ONE_MONEY)).toBe(100);
  });

  it.each(['', 'ten', '1,000.00', '1e3', '1.', '.5', '+1', '0x10', '1234567890123456'])(
    'given as "%s" is refused, plain and in a set',
    (text) => {
      expect(() => of('shop', { plain: text })).toThrow(`"${text}" is no amount of money`);
      expect(() => of('shop', { set: both(text, '1') })).toThrow(UnreadableMessageError);
      // The half of a set that does not count is not read.
      expect(of('shop', { set: both('1.00', text) })).toBe(100);
    },
  );
});

describe('a sum that may be in another money', () => {
  it.each([
    ['shop', { plain: '2.00' }, 200],
    ['shop', { plain: '2.00', currency: null }, 200],
    ['shop', { plain: '2.00', currency: 'USD' }, 200],
    ['shop', { plain: '2', currency: 'JPY' }, undefined],
    ['presentment', { plain: '2' }, undefined],
    ['presentment', { plain: '2', currency: 'USD' }, undefined],
    ['presentment', { plain: '2', currency: 'JPY' }, 2],
    // A set has it in both, whatever the plain amount is in.
    ['presentment', { plain: '9', currency: 'USD', set: both('10.00', '1500') }, 1500],
    ['shop', { plain: '9', currency: 'JPY', set: both('10.00', '1500') }, 1000],
    // Zero is no exception: it is not given.
    ['presentment', { plain: '0' }, undefined],
  ] as const)('in the currency %s, given as %j, is %s', (choice, sum, minor) => {
    expect(purseOf(SHOWN_IN_YEN, choice).ifTold(sum)).toBe(minor);
  });

  it('is refused where it is given and no amount', () => {
    expect(() => purseOf(ONE_MONEY, 'shop').ifTold({ plain: 'ten' })).toThrow(
      UnreadableMessageError,
    );
  });
});

describe('the rate from what was shown to the shop’s currency', () => {
  const rate = (extra: object, choice: MoneyChoice = 'presentment') =>
    rateOf(orderPayload.parse(orderOf([], { ...SHOWN_IN_YEN, ...extra })), choice);

  it.each([
    ['10.00', '1500', '0.0066666667'],
    ['10.00', '10.00', '1.0000000000'],
    ['3.00', '2.00', '1.5000000000'],
    ['0.00', '1500', null],
    ['10.00', '0', null],
    ['ten', '1500', null],
  ])('of a total of %s there and %s here is %s', (shop, presentment, wanted) => {
    expect(rate({ total_price_set: both(shop, presentment) })).toBe(wanted);
  });

  it('is null without a total, in one currency, and where the shop’s own counts', () => {
    const total = { total_price_set: both('10.00', '1500') };
    expect(rate({})).toBeNull();
    expect(rate({ ...total, presentment_currency: 'USD' })).toBeNull();
    expect(rate({ ...total, presentment_currency: null })).toBeNull();
    expect(rate(total, 'shop')).toBeNull();
  });
});
