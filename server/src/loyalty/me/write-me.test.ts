import type { Me } from '@okaeri/shared/storefront';
import { describe, expect, it } from 'vitest';
import { writeMe } from './write-me.ts';

const me = (change: Partial<Me> = {}): Me => ({
  shopper: {
    id: 'ada',
    name: ',"asOf":"2026',
    status: 'member',
    locale: null,
    timeZone: null,
    personalised: true,
    birthday: null,
    newsletter: false,
  },
  balance: {
    available: 1,
    pending: 0,
    held: 0,
    debt: 0,
    worthMinor: 1,
    currency: 'USD',
    nextExpiry: null,
    nextPending: null,
  },
  tier: null,
  stage: 'loyal',
  rewards: [],
  earning: [],
  challenges: [],
  streaks: [],
  badges: [],
  vouchers: [],
  nudges: [],
  asOf: '2026-11-29T10:00:00.000Z',
  ...change,
});

describe('the text and the tag of a shopper’s view', () => {
  it('writes the view as JSON', () => {
    expect(JSON.parse(writeMe(me()).text)).toEqual(me());
  });

  it('gives a view the same tag at another time', () => {
    const later = me({ asOf: '2026-11-29T11:00:00.000Z' });
    expect(writeMe(later).etag).toBe(writeMe(me()).etag);
    expect(writeMe(later).text).not.toBe(writeMe(me()).text);
  });

  it.each<[string, Partial<Me>]>([
    ['the balance', { balance: { ...me().balance, available: 2 } }],
    ['the name, which holds the words before the time', { shopper: { ...me().shopper, name: '' } }],
    [
      'what comes last before the time',
      { nudges: [{ kind: 'codeExpires', redemptionId: 'r', at: '' }] },
    ],
  ])('gives another tag when %s is another', (_what, change) => {
    expect(writeMe(me(change)).etag).not.toBe(writeMe(me()).etag);
  });

  it('gives a tag that HTTP takes for a weak one', () => {
    expect(writeMe(me()).etag).toMatch(/^W\/"[\w-]{43}"$/);
  });
});
