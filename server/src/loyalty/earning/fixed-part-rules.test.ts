import { describe, expect, it } from 'vitest';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import { documentWith } from '../../testing/rule-inputs.ts';
import { campaignPart } from './campaign-rules.ts';
import { emptyReceipt, fixedPart } from './fixed-part-rules.ts';

const terms = { document: documentWith({ currency: 'JPY' }), programVersion: 3 };
const what = { part: 'rule', points: 10, at: 7, own: null };
const reasonOf = (points: number, awarded: number, reason: 'declined' | null = null) =>
  fixedPart(terms, { ...what, points, reason }).settle(awarded, null).receipt.reason;

it('an empty receipt says why, its programme, and nothing of everything else', () => {
  const why = { ruleId: 'rule', campaignId: 'spring', reason: 'removed' } as const;
  expect(emptyReceipt(terms, why)).toEqual({
    ...why,
    programVersion: 3,
    basisMinor: 0,
    currency: 'JPY',
    rate: null,
    multiplier: '1',
    rounding: null,
    desired: 0,
    awarded: 0,
    cap: null,
    lines: [],
  });
});

describe('a part of a plain number of points', () => {
  it('matures at once, without caps, and ends as the programme says', () => {
    const { settle: _settle, ...part } = fixedPart(terms, what);
    expect(part).toEqual({
      part: 'rule',
      desired: 10,
      matureAt: 7,
      expireAt: NEVER_AT,
      idleDays: 0,
      limited: false,
      caps: [],
      at: 7,
    });
  });

  it('may mature later, have caps, and an end of its own counted from there', () => {
    const caps = [
      { subject: 'rule:rule', cap: { count: 1, every: 'day' }, shared: false },
    ] as const;
    const own = { kind: 'perLot', days: 2 } as const;
    expect(fixedPart(terms, { ...what, matureAt: 9, own, caps })).toMatchObject({
      matureAt: 9,
      expireAt: 9 + 2 * DAY_MS,
      limited: true,
      caps,
      at: 7,
    });
  });

  it('settles on what has room', () => {
    const cap = { room: 4, until: null };
    const { target, receipt } = fixedPart(terms, what).settle(4, cap);
    expect(target).toBe(4);
    expect(receipt).toEqual({
      ...emptyReceipt(terms, { ruleId: 'rule', campaignId: null, reason: null }),
      desired: 10,
      awarded: 4,
      cap,
    });
  });

  it('says on its receipt which campaign it is of, and what is shown besides', () => {
    const part = campaignPart('spring', 'rule');
    const shown = { basisMinor: 500, multiplier: '2', desired: 99, awarded: 99 };
    expect(fixedPart(terms, { ...what, part, shown }).settle(10, null).receipt).toMatchObject({
      ruleId: 'rule',
      campaignId: 'spring',
      basisMinor: 500,
      multiplier: '2',
      desired: 10,
      awarded: 10,
    });
  });
});

describe('the reason of a part', () => {
  it.each([
    ['is none where a single point was awarded', 10, 1, null],
    ['is the limit where points were wanted and had no room', 10, 0, 'limitReached'],
    ['is the limit where a single point had no room', 1, 0, 'limitReached'],
    ['is that there is not one point where none was wanted', 0, 0, 'belowOnePoint'],
  ])('%s', (_, points, awarded, reason) => {
    expect(reasonOf(points, awarded)).toBe(reason);
  });

  it.each([
    ['is what was said where none was wanted', 0, 0, 'declined'],
    ['is the limit, whatever was said, where points had no room', 10, 0, 'limitReached'],
    ['is none, whatever was said, where points were awarded', 10, 10, null],
  ])('%s', (_, points, awarded, reason) => {
    expect(reasonOf(points, awarded, 'declined')).toBe(reason);
  });
});
