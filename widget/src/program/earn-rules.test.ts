import type { EarningRule } from '@okaeri/shared/earning';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { describe, expect, test } from 'vitest';
import { rowsOf } from './earn-rules.ts';

const rule = (on: EarningRule['on'], more: object = {}): EarningRule =>
  // As much of a rule as the rows ask for.
  ({ id: on, on, points: { fixed: 10 }, ...more }) as unknown as EarningRule;

const program = (...earning: EarningRule[]): PublicProgram =>
  ({ earning }) as unknown as PublicProgram;

const me = (shopper: Partial<Me['shopper']> = {}, earning: Me['earning'] = []): Me =>
  ({
    shopper: { name: 'Mika', locale: 'ja', birthday: null, status: 'member', ...shopper },
    earning,
  }) as unknown as Me;

const seen = (of: PublicProgram, who: Me | null) =>
  rowsOf(of, who).map(({ rule: { id }, group, act }) => [id, group, act]);

describe('of the ways to earn', () => {
  test('what a member can do at once acts, orders stand apart, and the rest says only what it is', () => {
    const all = program(
      rule('birthday'),
      rule('review'),
      rule('order'),
      rule('anniversary'),
      rule('referral'),
    );
    expect(seen(all, me())).toEqual([
      ['birthday', 'now', 'birthday'],
      ['review', 'now', 'review'],
      ['order', 'orders', null],
      ['anniversary', 'more', null],
      ['referral', 'orders', 'friends'],
    ]);
  });

  test('what has reached its limit is done, and says when it can be done again', () => {
    const at = '2026-12-01T00:00:00Z';
    const rows = rowsOf(
      program(rule('signup'), rule('review')),
      me({}, [
        { ruleId: 'signup', limit: { kind: 'limitReachedForever' } },
        { ruleId: 'review', limit: { kind: 'limitReachedUntil', at } },
      ]),
    );
    expect(rows).toMatchObject([
      { group: 'done', act: null, again: null },
      { group: 'done', act: null, again: at },
    ]);
  });

  test('a profile that lacks the birthday alone asks for it in place, and then nothing else does', () => {
    const both = program(rule('birthday'), rule('profile', { fields: ['name', 'birthday'] }));
    expect(seen(both, me())).toEqual([
      ['birthday', 'more', null],
      ['profile', 'now', 'birthday'],
    ]);
    expect(seen(both, me({ name: null }))).toEqual([
      ['birthday', 'now', 'birthday'],
      ['profile', 'now', 'profile'],
    ]);
  });

  test('a profile that needs an address is left to its page: nobody tells the widget of addresses', () => {
    const needsAddress = program(rule('profile', { fields: ['email', 'birthday'] }));
    expect(seen(needsAddress, me())).toEqual([['profile', 'now', 'profile']]);
  });

  test('a birthday that is known is nothing to be done', () => {
    expect(seen(program(rule('birthday')), me({ birthday: '08-14' }))).toEqual([
      ['birthday', 'more', null],
    ]);
  });

  test.each([null, me({ status: 'guest' })])('somebody who has not joined can only join', (who) => {
    expect(seen(program(rule('signup'), rule('follow')), who).map(([, , act]) => act)).toEqual([
      'home',
      null,
    ]);
  });

  test('somebody who is blocked can do nothing', () => {
    const rows = seen(program(rule('signup'), rule('review')), me({ status: 'blocked' }));
    expect(rows.map(([, , act]) => act)).toEqual([null, null]);
  });
});
