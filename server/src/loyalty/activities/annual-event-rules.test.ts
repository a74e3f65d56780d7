import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { documentWith, ruleOf } from '../../testing/rule-inputs.ts';
import { OCCASION_LATE_MS, annualEventsOf, type AnnualEventDates } from './annual-event-rules.ts';

const birthday = ruleOf({ id: 'birthday', on: 'birthday', noticeDays: 7 });
const anniversary = ruleOf({ id: 'anniversary', on: 'anniversary' });
const of = (...earning: (typeof birthday)[]) => documentWith({ earning, timeZone: 'Asia/Tokyo' });
const tokyo = (day: string): number => Date.parse(`${day}T00:00:00+09:00`);
const DAY = tokyo('2026-03-10');

const celebrant = (change: Partial<AnnualEventDates> = {}): AnnualEventDates => ({
  id: 'ada',
  status: 'member',
  birthday: '03-10',
  birthdaySetAt: 0,
  enrolledAt: 0,
  joinedOn: '03-10',
  occasionsAt: 0,
  ...change,
});
const idsOf = (now: number, change: Partial<AnnualEventDates> = {}, document = of(birthday)) =>
  annualEventsOf(celebrant(change), document, now).map(({ id }) => id);
const THIS = ['birthday:ada:2026'];

it('an occasion may be three days late', () => {
  expect(OCCASION_LATE_MS).toBe(3 * DAY_MS);
});

describe('a birthday', () => {
  it('is an act of its day, in the programme’s zone', () => {
    expect(annualEventsOf(celebrant(), of(birthday), DAY)).toEqual([
      {
        id: 'birthday:ada:2026',
        facts: { kind: 'birthday', name: null, at: DAY, amountMinor: null, currency: null },
      },
    ]);
  });

  it.each([
    ['not an instant before its day', DAY - 1, []],
    ['as its day begins', DAY, THIS],
    ['an instant before it is three days late', DAY + OCCASION_LATE_MS - 1, THIS],
    ['not once it is three days late', DAY + OCCASION_LATE_MS, []],
  ])('is due %s', (_, now, ids) => {
    expect(idsOf(now)).toEqual(ids);
  });

  it.each([
    ['was celebrated until an instant before', DAY - 1, THIS],
    ['was celebrated', DAY, []],
  ])('is due or not where it %s', (_, occasionsAt, ids) => {
    expect(idsOf(DAY, { occasionsAt })).toEqual(ids);
  });

  it('of the last days of a year is due in the first of the next, as that year’s', () => {
    expect(idsOf(tokyo('2027-01-01'), { birthday: '12-31' })).toEqual(['birthday:ada:2026']);
  });

  it.each([
    ['as long before as it must be', DAY - 7 * DAY_MS, THIS],
    ['an instant too late', DAY - 7 * DAY_MS + 1, []],
    ['nobody knows when', null, THIS],
  ])('is due or not where it was entered %s', (_, birthdaySetAt, ids) => {
    expect(idsOf(DAY, { birthdaySetAt })).toEqual(ids);
  });

  it.each([
    ['is not known', { birthday: null }, of(birthday)],
    ['is that of a guest', { status: 'guest' }, of(birthday)],
    ['has no rule', {}, of(anniversary)],
    ['has a rule that is switched off', {}, of({ ...birthday, enabled: false })],
  ])('is nothing where it %s', (_, change, document) => {
    expect(idsOf(DAY, { joinedOn: null, ...change }, document)).toEqual([]);
  });

  it('is one, though two rules are on it', () => {
    expect(idsOf(DAY, {}, of(birthday, { ...birthday, id: 'second' }))).toEqual(THIS);
  });
});

describe('an anniversary of joining', () => {
  it.each([
    ['nearly a year ago', DAY - 300 * DAY_MS, ['anniversary:ada:2026']],
    ['less than three hundred days ago', DAY - 300 * DAY_MS + 1, []],
    ['today', DAY, []],
    ['nobody knows when', null, []],
  ])('is due or not for who joined %s', (_, enrolledAt, ids) => {
    expect(idsOf(DAY, { enrolledAt }, of(anniversary))).toEqual(ids);
  });

  it('comes with a birthday on the same day', () => {
    expect(idsOf(DAY, {}, of(anniversary, birthday))).toEqual(['anniversary:ada:2026', ...THIS]);
  });
});
