import { describe, expect, it } from 'vitest';
import { campaignPart } from '../earning/campaign-rules.ts';
import { promisedBy, toldOffer, useOf, usesOf } from './promise-rules.ts';

const SHOWN_AT = '2026-11-22T10:00:00.000Z';
const AT = Date.parse(SHOWN_AT);
const WHO = { tierId: 'gold', segmentIds: ['vip'], first: false };
const offerWith = (granted: Record<string, number>) => ({
  points: 40,
  programVersion: 7,
  shownAt: SHOWN_AT,
  terms: { who: WHO, granted },
});

describe('an offer that is kept', () => {
  it('says when, to whom and how much was promised to the act it is for', () => {
    expect(promisedBy(offerWith({ survey: 20 }))).toEqual({
      promise: { at: AT, granted: { survey: 20 } },
      who: WHO,
    });
  });

  it('of a release that noted no terms leaves tier and limits to when it is taken up', () => {
    expect(promisedBy({ programVersion: 7, shownAt: SHOWN_AT })).toEqual({
      promise: { at: AT, granted: {} },
      who: null,
    });
  });

  it('is told without how it was counted', () => {
    expect(toldOffer(offerWith({ survey: 20 }))).toEqual({
      points: 40,
      programVersion: 7,
      shownAt: SHOWN_AT,
    });
  });

  it('has taken its room of the rule, and of the campaign that adds to it', () => {
    const offers = [offerWith({ survey: 20, [campaignPart('double', 'survey')]: 5 })];
    expect(usesOf(offers)).toEqual([
      { subject: 'rule:survey', at: AT, points: 20 },
      { subject: 'campaign:double', at: AT, points: 5 },
    ]);
  });

  it('has taken none where nothing was limited, or left', () => {
    expect(usesOf([offerWith({}), { programVersion: 7, shownAt: SHOWN_AT }])).toEqual([]);
    expect(useOf('survey', 0, AT)).toEqual([]);
    expect(useOf('survey', 1, AT)).toEqual([{ subject: 'rule:survey', at: AT, points: 1 }]);
  });
});
