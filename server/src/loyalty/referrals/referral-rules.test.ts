import { describe, expect, it } from 'vitest';
import { referralRule } from '@okaeri/shared/earning';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import {
  checkReferral,
  importedOrderId,
  isImportedOrder,
  originDigests,
  plainEmail,
  referralRuleOf,
  stateOf,
  withOrigins,
  type ReferralFacts,
} from './referral-rules.ts';

const RULE = {
  id: 'friends',
  on: 'referral',
  enabled: true,
  points: { fixed: 100 },
  minimumBasket: { USD: 2000 },
  hold: { days: 0, from: 'paid' },
  sameAddressMax: 3,
  perDayMax: 10,
} as const;
const SECRET = Buffer.from('secret');

describe('two addresses', () => {
  it.each([
    ['a.da@gmail.com', 'ada@gmail.com'],
    ['ada@googlemail.com', 'a.d.a+x@GMAIL.com'],
    ['ada+shop@example.com', 'Ada@example.com'],
    ['ada@müller.de', 'ada+1@xn--mller-kva.de'],
  ])('are alike: %s and %s', (one, other) => {
    expect(plainEmail(one)).toBe(plainEmail(other));
  });

  it.each([
    ['a.da@example.com', 'ada@example.com'],
    ['taro..y@docomo.ne.jp', 'taroy@docomo.ne.jp'],
    ['ada@gmail.com', 'ada@gmail.co'],
    ['a.da@mail.gmail.com.example', 'ada@mail.gmail.com.example'],
  ])('are not alike: %s and %s', (one, other) => {
    expect(plainEmail(one)).not.toBe(plainEmail(other));
  });
});

describe('the rule on referrals', () => {
  it('is the one that is switched on, among all others', () => {
    const off = { ...RULE, id: 'old', enabled: false };
    const order = orderRuleWith();
    expect(referralRuleOf(programWith({ earning: [order, off, RULE] }))?.id).toBe('friends');
    expect(referralRuleOf(programWith({ earning: [order, off] }))).toBeUndefined();
  });
});

describe('the checks of a referral', () => {
  const failed = (change: Partial<ReferralFacts>) =>
    checkReferral(referralRule.parse(RULE), {
      referrer: { id: 'ada', email: 'ada@example.com', origins: ['home'] },
      friend: { id: 'bo', email: 'bo@example.com' },
      priorCustomer: false,
      basketMinor: 2000,
      currency: 'USD',
      digests: { address: 'a', phone: 'b' },
      fromAddress: 2,
      ofReferrer: 9,
      ...change,
    })
      .filter(({ outcome }) => outcome !== 'passed')
      .map(({ check, outcome }) => `${check} ${outcome}`);
  const friend = (email: string | null) => ({ friend: { id: 'bo', email } });
  const referrer = (email: string | null) => ({
    referrer: { id: 'ada', email, origins: ['home'] },
  });

  it.each<[string, Partial<ReferralFacts>, string[]]>([
    ['two people', {}, []],
    ['one person', { friend: { id: 'ada', email: null } }, ['ownOrder declined']],
    ['somebody who had bought before', { priorCustomer: true }, ['priorCustomer declined']],
    ['one less than the basket', { basketMinor: 1999 }, ['minimumBasket declined']],
    ['a currency without a least basket', { basketMinor: 1, currency: 'JPY' }, []],
    ['an address that is like another', friend('ada+1@example.com'), ['emailVariant doubtful']],
    ['a friend without an address', friend(null), []],
    ['a referrer without an address', referrer(null), []],
    ['nobody’s address', { ...friend(null), ...referrer(null) }, []],
    ['one place', { digests: { address: 'home' } }, ['sameAddress doubtful']],
    ['one telephone', { digests: { address: 'a', phone: 'home' } }, ['sharedOrigin doubtful']],
    ['an order without a place', { digests: {} }, []],
    ['a third from one address', { fromAddress: 3 }, ['addressVelocity doubtful']],
    ['a tenth in a day', { ofReferrer: 10 }, ['referrerVelocity doubtful']],
  ])('with %s', (_, change, expected) => {
    expect(failed(change)).toEqual(expected);
  });

  it.each([
    [['passed', 'passed'], 'approved'],
    [['passed', 'doubtful'], 'doubtful'],
    [['doubtful', 'declined'], 'declined'],
  ] as const)('%j come to %s', (outcomes, state) => {
    expect(stateOf(outcomes.map((outcome) => ({ check: 'ownOrder', outcome })))).toBe(state);
  });
});

describe('where orders come from', () => {
  it('is kept as sixteen letters by kind, the same for the same words and no other shop', () => {
    const of = (address: string | null, shopId = 's') =>
      originDigests(SECRET, shopId, { address })['address'];
    const digest = of('10.0.0.1');
    // Known by it are origins that were kept long ago.
    expect(digest).toBe('BtkRgE-RWsNGHygO');
    expect(of(' 10.0.0.1 ')).toBe(digest);
    expect(of('10.0.0.1', 't')).not.toBe(digest);
    expect(of(null)).toBeUndefined();
    expect(originDigests(SECRET, 's', null)).toEqual({});
  });

  it('is remembered of the latest twenty, each once, this order’s first', () => {
    const known = Array.from({ length: 20 }, (_, i) => `k${i}`);
    expect(withOrigins(known, { address: 'new', phone: 'k3' })).toEqual([
      'new',
      'k3',
      ...known.filter((one) => one !== 'k3').slice(0, 18),
    ]);
  });
});

it('the order of an imported referral is unlike orders and other imports', () => {
  expect(isImportedOrder(importedOrderId('bim_1', 'bo'))).toBe(true);
  expect(isImportedOrder('bim_1')).toBe(false);
  expect(isImportedOrder('shop:1')).toBe(false);
});
