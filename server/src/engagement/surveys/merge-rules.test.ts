import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedInvitation, precedes, type Taken } from './merge-rules.ts';
import type { ResponseRow } from './response-tables.ts';
import type { InvitationRow } from './tables.ts';

const instant = fc.integer({ min: 1, max: 5 });
const maybe = fc.option(instant);

let made = 0;
const invitation = (change: Partial<InvitationRow>): InvitationRow => ({
  shopId: 's',
  id: `in_${(made += 1)}`,
  surveyId: 'nps',
  wave: '2026Q4',
  shopperId: 'p',
  version: 1,
  insider: false,
  drawnAt: 1,
  period: null,
  mailAt: null,
  firstShownAt: null,
  lastShownAt: null,
  shows: 0,
  channel: null,
  openedAt: null,
  offer: null,
  dismissedAt: null,
  answeredAt: null,
  lapsedAt: null,
  ...change,
});
const response = (change: Partial<ResponseRow>): ResponseRow => ({
  shopId: 's',
  id: `rs_${(made += 1)}`,
  surveyId: 'nps',
  wave: '2026Q4',
  shopperId: 'p',
  version: 1,
  state: 'complete',
  insider: false,
  score: 9,
  incentivised: true,
  tierId: null,
  channel: 'page',
  locale: null,
  orderId: null,
  startedAt: 1,
  savedAt: 1,
  scoredAt: 1,
  completedAt: 1,
  withdrawnAt: null,
  signalAt: null,
  actId: 'act',
  ...change,
});

const offer = fc.option(
  fc.record({
    points: fc.integer({ min: 0, max: 2 }),
    programVersion: fc.integer({ min: 1, max: 2 }),
    shownAt: fc.constantFrom('2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'),
  }),
);

const taken: fc.Arbitrary<Taken> = fc
  .record({
    offer,
    drawnAt: instant,
    shows: fc.integer({ min: 0, max: 3 }),
    mailAt: maybe,
    firstShownAt: maybe,
    dismissedAt: maybe,
    state: fc.option(
      fc.constantFrom('complete' as const, 'partial' as const, 'withdrawn' as const),
    ),
    startedAt: instant,
    completedAt: instant,
  })
  .map(({ state, startedAt, completedAt, ...invited }) => ({
    invitation: invitation(invited),
    response:
      state === null
        ? null
        : response({
            state,
            startedAt,
            completedAt: state === 'complete' ? completedAt : null,
          }),
  }));

const merge = (one: Taken, other: Taken): Taken => {
  const [stands, goes] = precedes(one, other) ? [one, other] : [other, one];
  return { ...stands, invitation: mergedInvitation(stands, goes.invitation) };
};

describe('two invitations of one wave become one (E11)', () => {
  it('invariant 9: in whatever order shoppers are merged, the same stands', () => {
    fc.assert(
      fc.property(taken, taken, taken, (a, b, c) => {
        const ends = [
          merge(merge(a, b), c),
          merge(a, merge(b, c)),
          merge(merge(c, a), b),
          merge(merge(b, c), a),
        ];
        for (const end of ends) expect(end).toEqual(ends[0]);
      }),
    );
  });

  it.each([
    [
      'a complete one before a partial one',
      { state: 'complete' },
      { state: 'partial', completedAt: 9 },
    ],
    ['the later completed', { completedAt: 5 }, { completedAt: 4 }],
    ['the earlier begun', { startedAt: 1 }, { startedAt: 2 }],
    ['the smaller id', { id: 'rs_a' }, { id: 'rs_b' }],
  ] as const)('%s', (_case, first, second) => {
    const [one, other] = [first, second].map((change) => ({
      invitation: invitation({}),
      response: response(change),
    })) as [Taken, Taken];
    expect([precedes(one, other), precedes(other, one)]).toEqual([true, false]);
  });

  it('what was answered keeps what was promised for it; else the better promise stands (E38)', () => {
    const promised = (points: number): InvitationRow =>
      invitation({
        offer: { points, programVersion: 1, shownAt: `2026-11-0${points}T00:00:00.000Z` },
      });
    const [less, more] = [promised(1), promised(2)];
    const merged = (one: Taken, other: InvitationRow): number | undefined =>
      mergedInvitation(one, other).offer?.points;
    expect(merged({ invitation: less, response: response({}) }, more)).toBe(1);
    expect(merged({ invitation: less, response: null }, more)).toBe(2);
    expect(merged({ invitation: more, response: null }, less)).toBe(2);
    expect(merged({ invitation: invitation({}), response: null }, less)).toBe(1);
  });

  it('one with an answer before one without', () => {
    const one = { invitation: invitation({}), response: response({ state: 'withdrawn' }) };
    const other = { invitation: invitation({ drawnAt: 0 }), response: null };
    expect([precedes(one, other), precedes(other, one)]).toEqual([true, false]);
  });
});
