import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { isRelational, whyNotAsked, type Asking, type Shown } from './ask-rules.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const days = (n: number): number => NOW - n * DAY_MS;

const asking = (change: Partial<Asking> = {}): Asking => ({
  survey: { id: 'nps', state: 'running', trigger: 'relational', endedAt: null },
  wave: { key: '2026Q4', opensAt: days(1), closesAt: NOW + DAY_MS },
  invitation: { insider: false, answeredAt: null, dismissedAt: null, lapsedAt: null, shows: 0 },
  showsMax: 3,
  shown: [],
  hasOldArrival: true,
  hasResponse: false,
  now: NOW,
  ...change,
});
const invited = (change: Partial<Asking['invitation']>): Partial<Asking> => ({
  invitation: { ...asking().invitation, ...change },
});
const survey = (change: Partial<Asking['survey']>): Partial<Asking> => ({
  survey: { ...asking().survey, ...change },
});
const shown = (daysAgo: number, change: Partial<Shown> = {}): Partial<Asking> => ({
  shown: [
    { surveyId: 'nps', wave: '2026Q3', lastShownAt: days(daysAgo), isRelational: true, ...change },
  ],
});

describe('whether somebody may be asked (E33)', () => {
  it.each([
    ['nothing speaks against it', {}, null],
    ['they have answered', invited({ answeredAt: NOW }), 'answered'],
    ['they have taken their answer back', { hasResponse: true }, 'answered'],
    ['they do not want to see it', invited({ dismissedAt: NOW }), 'dismissed'],
    ['it was shown once less than at most', invited({ shows: 2 }), null],
    ['it was shown as often as at most', invited({ shows: 3 }), 'shownEnough'],
    ['there is nothing to ask about', invited({ lapsedAt: NOW }), 'lapsed'],
    ['they are of the shop', invited({ insider: true }), 'insider'],
    ['nobody new is asked', survey({ state: 'paused' }), 'paused'],
    ['the survey has ended', survey({ state: 'ended', endedAt: NOW }), 'ended'],
    ['the wave closes now', { now: NOW + DAY_MS }, 'ended'],
    ['another of the customer was shown 89 days ago', shown(89), 'tooSoon'],
    ['another of the customer was shown 90 days ago', shown(90), null],
    ['the same wave was shown yesterday', shown(1, { wave: '2026Q4' }), null],
    ['one of an order was shown 29 days ago', shown(29, { isRelational: false }), 'tooSoon'],
    ['one of an order was shown 30 days ago', shown(30, { isRelational: false }), null],
    ['no parcel came long enough ago', { hasOldArrival: false }, 'tooSoon'],
  ] as const)('%s', (_case, change, why) => {
    expect(whyNotAsked(asking(change))?.why ?? null).toBe(why);
  });

  it('of an order, waits 30 days after any other, and for no first parcel', () => {
    const order = survey({ id: 'csat', trigger: 'afterArrival' });
    expect(whyNotAsked(asking({ ...order, ...shown(29) }))).toMatchObject({
      until: days(29) + 30 * DAY_MS,
    });
    expect(whyNotAsked(asking({ ...order, ...shown(30), hasOldArrival: false }))).toBeNull();
  });

  it('what was shown last of all stands for a week, whatever was shown just before', () => {
    const [one] = shown(2).shown ?? [];
    const own = { surveyId: 'nps', wave: '2026Q4', lastShownAt: days(2), isRelational: true };
    const both = (change: Partial<Shown>): Partial<Asking> => ({
      shown: [...(one ? [one] : []), { ...own, ...change }],
    });
    const why = (change: Partial<Shown>) => whyNotAsked(asking(both(change)))?.why ?? null;
    expect(why({ lastShownAt: days(1) })).toBeNull();
    expect(why({ lastShownAt: days(3) })).toBe('tooSoon');
    // Shown at one instant, one of the two stands.
    const other = asking({ ...both({}), wave: { ...asking().wave, key: '2026Q3' } });
    expect([why({}), whyNotAsked(other)]).toEqual(['tooSoon', null]);
    expect(
      whyNotAsked(asking({ ...both({ lastShownAt: days(1) }), now: NOW + 6 * DAY_MS })),
    ).not.toBeNull();
  });

  it('is asked again when the wave opens', () => {
    const wave = { key: '2027Q1', opensAt: NOW + 5, closesAt: NOW + DAY_MS };
    expect(whyNotAsked(asking({ wave }))).toEqual({ why: 'tooSoon', until: NOW + 5 });
  });
});

it('what is asked by the calendar or between dates is of the customer, not of one order', () => {
  expect((['relational', 'dates', 'afterArrival', 'afterCase'] as const).map(isRelational)).toEqual(
    [true, true, false, false],
  );
});
