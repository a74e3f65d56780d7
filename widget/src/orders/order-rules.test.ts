import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { describe, expect, it } from 'vitest';
import { aroundNumber, birthdayGiftOf, goalOf, timeMessageOf } from './order-rules.ts';

type Offer = Me['rewards'][number];

const offer = (id: string, points: number, kind = 'insufficientPoints'): Offer =>
  ({ id, points, eligibility: { kind } }) as Offer;
const balance = (available: number, pending: number) => ({ available, pending }) as Me['balance'];
const programOf = (...ids: string[]) =>
  ({ rewards: ids.map((id) => ({ id })) }) as unknown as Pick<PublicProgram, 'rewards'>;

describe('the reward that comes next', () => {
  const program = programOf('a', 'b', 'c');
  const rewards = [offer('c', 3000), offer('a', 500, 'redeemable'), offer('b', 2000)];

  it.each([
    [
      'is the cheapest that is missing points',
      1542,
      363,
      { rewardId: 'b', cost: 2000, missing: 95 },
    ],
    ['counts what is on the way', 0, 1999, { rewardId: 'b', cost: 2000, missing: 1 }],
    [
      'is another as soon as the points suffice',
      1000,
      1000,
      { rewardId: 'c', cost: 3000, missing: 1000 },
    ],
    [
      'is the dearest when all are within reach',
      3000,
      0,
      { rewardId: 'c', cost: 3000, missing: 0 },
    ],
  ])('%s', (_what, available, pending, goal) => {
    expect(goalOf(program, { rewards, balance: balance(available, pending) }, null)).toEqual(goal);
  });

  it('is the one the shopper has chosen, as long as points open it', () => {
    const dearest = rewards.toSorted((one, other) => other.points - one.points)[0];
    const me = { rewards, balance: balance(0, 0) };
    expect(goalOf(program, me, dearest?.id ?? '')?.rewardId).toBe(dearest?.id);
    expect(goalOf(program, me, 'gone')).toEqual(goalOf(program, me, null));
  });

  it('is none of those that points do not open, nor one the programme has no more', () => {
    const closed = [offer('a', 5000, 'tierTooLow'), offer('gone', 6000)];
    expect(goalOf(program, { rewards: closed, balance: balance(0, 0) }, null)).toBeNull();
  });
});

describe('what adding a birthday brings', () => {
  const shopper = { name: 'Mika', birthday: null, locale: 'ja' } as Me['shopper'];
  const profile = (fields: string[]) => ({
    id: 'profile',
    on: 'profile',
    fields,
    points: { fixed: 100 },
  });
  const birthday = { id: 'birthday', on: 'birthday', points: { fixed: 500 } };
  const gift = (rules: object[], change: Partial<Me['shopper']> = {}, kind = 'noLimit') =>
    birthdayGiftOf(
      { earning: rules } as unknown as Pick<PublicProgram, 'earning'>,
      {
        shopper: { ...shopper, ...change },
        earning: [{ ruleId: 'profile', limit: { kind } }],
      } as unknown as Me,
    );

  it('is points now where it completes the profile, and a present on the day', () => {
    const rules = [profile(['name', 'birthday']), birthday];
    expect(gift(rules)).toEqual({ pointsNow: 100, onTheDay: true });
  });

  it.each([
    ['the birthday is known', [birthday], { birthday: '02-29' }, 'noLimit'],
    ['the programme does nothing with it', [], {}, 'noLimit'],
    [
      'the profile wants something else too',
      [profile(['name', 'birthday'])],
      { name: null },
      'noLimit',
    ],
    [
      'the profile wants an address nobody here knows',
      [profile(['email', 'birthday'])],
      {},
      'noLimit',
    ],
    ['the profile wants no birthday', [profile(['name'])], {}, 'noLimit'],
    ['the profile was rewarded before', [profile(['birthday'])], {}, 'limitReachedForever'],
  ])('is nothing when %s', (_what, rules, change, kind) => {
    expect(gift(rules, change, kind)).toBeNull();
  });
});

describe('when the points are yours', () => {
  it.each([
    [{ kind: 'now' }, 'orderNow'],
    [{ kind: 'on', at: '2026-12-12T00:00:00Z' }, 'orderOn'],
    [{ kind: 'never', reason: null }, 'orderNever'],
    [{ kind: 'after', days: 0, event: 'paid' }, 'orderWhenPaid'],
    [{ kind: 'after', days: 1, event: 'paid' }, 'orderAfterPaid'],
    [{ kind: 'after', days: 0, event: 'fulfilled' }, 'orderWhenFulfilled'],
    [{ kind: 'after', days: 14, event: 'delivered' }, 'orderAfterDelivered'],
  ] as const)('%o is said by %s', (time, key) => {
    expect(timeMessageOf(time)).toBe(key);
  });
});

describe('a text about a number', () => {
  it.each([
    ['+265 points from this order', '+265', ['', '+265', ' points from this order']],
    ['このご注文で +265ポイント', '+265', ['このご注文で ', '+265', 'ポイント']],
    ['Thank you', '+265', ['Thank you', '', '']],
  ])('%s is split around %s', (text, number, parts) => {
    expect(aroundNumber(text, number)).toEqual(parts);
  });
});
