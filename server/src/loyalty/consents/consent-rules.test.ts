import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { allowanceOf, standingOf, stricterOf, type Statement } from './consent-rules.ts';

const PENDING_MS = LIMITS.consentPendingDays * DAY_MS;

const NOW = Date.parse('2026-11-22T12:00:00Z');
const said = (state: Statement['state'], change: Partial<Statement> = {}): Statement => ({
  state,
  at: NOW - DAY_MS,
  wordingId: 'w1',
  addressDigest: 'mika',
  endsAt: null,
  ...change,
});
const MARKETING = {
  purpose: 'marketing',
  channel: 'email',
  addressDigest: 'mika',
  neededFor: [],
} as const;

describe('what stands of what somebody said', () => {
  it('is nothing before anything was said', () => {
    expect(standingOf([], NOW)).toEqual({ state: 'none', by: null });
  });

  it('is the newest, and of two at one instant the stricter (E23)', () => {
    const given = said('given', { at: NOW });
    expect(standingOf([said('withdrawn'), given], NOW).state).toBe('given');
    const both = [given, said('withdrawn', { at: NOW }), said('softOptIn', { at: NOW })];
    for (const order of [both, both.toReversed()])
      expect(standingOf(order, NOW).state).toBe('withdrawn');
  });

  it('is what stood before once seven days have brought no confirmation, to the millisecond (E25)', () => {
    const asked = said('pending', { at: NOW - PENDING_MS });
    const before = said('withdrawn', { at: NOW - 90 * DAY_MS });
    expect(standingOf([before, asked], NOW - 1).state).toBe('pending');
    expect(standingOf([before, asked], NOW).state).toBe('withdrawn');
    expect(standingOf([asked], NOW).state).toBe('none');
  });

  it('is over at its end, to the millisecond, unless it is a withdrawal (E23)', () => {
    const ending = said('given', { endsAt: NOW });
    expect(standingOf([ending], NOW - 1).state).toBe('given');
    expect(standingOf([ending], NOW).state).toBe('expired');
    expect(standingOf([said('withdrawn', { endsAt: NOW - 1 })], NOW).state).toBe('withdrawn');
  });
});

describe('whether a message is allowed', () => {
  it.each([
    ['no statement', [], false],
    ['a consent that names its wording', [said('given')], true],
    ['a consent without a wording', [said('given', { wordingId: null })], false],
    ['a soft opt-in', [said('softOptIn', { wordingId: null })], true],
    ['one that waits to be confirmed', [said('pending')], false],
    ['one that is over', [said('given', { endsAt: NOW })], false],
    ['one given with another address', [said('given', { addressDigest: 'old' })], false],
    ['one given with no address', [said('given', { addressDigest: null })], false],
    ['a withdrawal after it', [said('given'), said('withdrawn', { at: NOW })], false],
    ['one that waits, after a consent', [said('given'), said('pending', { at: NOW })], false],
    [
      'one that waits, after a soft opt-in',
      [said('softOptIn', { wordingId: null }), said('pending', { at: NOW })],
      false,
    ],
    [
      'one that nobody confirmed, after a soft opt-in',
      [said('softOptIn', { at: NOW - 9 * DAY_MS }), said('pending', { at: NOW - PENDING_MS })],
      true,
    ],
  ])('for marketing by e-mail with %s (E24, E25)', (_, statements, expected) => {
    expect(allowanceOf(statements, MARKETING, NOW).allowed).toBe(expected);
  });

  it.each([
    ['nothing', [], true],
    ['a withdrawal, whatever the address', [said('withdrawn', { addressDigest: 'old' })], false],
    [
      'one that waits, after a withdrawal',
      [said('withdrawn'), said('pending', { at: NOW })],
      false,
    ],
  ])('for reviews by e-mail with %s (E24)', (_, statements, expected) => {
    const wanted = { ...MARKETING, purpose: 'reviews' } as const;
    expect(allowanceOf(statements, wanted, NOW).allowed).toBe(expected);
    if (expected)
      expect(allowanceOf(statements, { ...wanted, neededFor: ['reviews'] }, NOW).allowed).toBe(
        false,
      );
  });

  it('in a page, unless it was withdrawn there (E24)', () => {
    const page = { ...MARKETING, channel: 'page' } as const;
    expect(allowanceOf([], page, NOW).allowed).toBe(true);
    expect(allowanceOf([said('withdrawn')], page, NOW).allowed).toBe(false);
  });
});

const anyStatement = fc.record({
  state: fc.constantFrom<Statement['state'][]>('given', 'withdrawn', 'pending', 'softOptIn'),
  at: fc.integer({ min: NOW - 400 * DAY_MS, max: NOW }),
  wordingId: fc.constantFrom('w1', null),
  addressDigest: fc.constantFrom('mika', 'old', null),
  endsAt: fc.constantFrom(null, NOW - DAY_MS, NOW + DAY_MS),
});
const anyStatements = fc.array(anyStatement, { maxLength: 6 });

describe('the consent of somebody who is merged', () => {
  it('is the stricter statement, in whatever order they are merged (E26)', () => {
    fc.assert(
      fc.property(anyStatements, anyStatements, (mine, theirs) => {
        const [a, b] = [standingOf(mine, NOW), standingOf(theirs, NOW)];
        const stands = stricterOf(a, b);
        expect(stricterOf(b, a)?.state).toBe(stands?.state);
        const states = [a, b].map(({ state }) => state);
        for (const state of ['withdrawn', 'pending', 'softOptIn', 'given'] as const)
          if (states.includes(state)) {
            expect(stands?.state).toBe(state);
            return;
          }
        expect(stands).toBeNull();
      }),
    );
  });

  it('never allows what one of the two has withdrawn', () => {
    fc.assert(
      fc.property(anyStatements, (theirs) => {
        const stands = stricterOf(standingOf([said('withdrawn')], NOW), standingOf(theirs, NOW));
        expect(stands).not.toBeNull();
        if (stands !== null)
          expect(allowanceOf([{ ...stands, at: NOW }], MARKETING, NOW).allowed).toBe(false);
      }),
    );
  });
});
