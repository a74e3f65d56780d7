import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterOffer, shownOffer, type KeptReviewOffer } from './offer-rules.ts';

const offer = (change: Partial<KeptReviewOffer> = {}): KeptReviewOffer => ({
  points: 50,
  photoPoints: 20,
  programVersion: 7,
  shownAt: '2026-11-22T10:00:00.000Z',
  ...change,
});

describe('what is said of an offer for a review', () => {
  it.each([
    [0, 0, false],
    [1, 0, true],
    [0, 1, true],
    [50, 20, true],
  ])('of %i points and %i for a photo is said: %s', (points, photoPoints, isSaid) => {
    const made = offer({ points, photoPoints });
    expect(shownOffer(made)).toEqual(isSaid ? made : null);
  });

  it('is nothing where none was made', () => {
    expect(shownOffer(null)).toBeNull();
  });

  it('is not how it was counted: the tier and segments of its author are nobody’s to read', () => {
    const who = { tierId: 'gold', segmentIds: ['vip'], first: false };
    expect(shownOffer(offer({ terms: { who, granted: { review: 50 } } }))).toEqual(offer());
  });
});

describe('of two offers to one person', () => {
  it('the one that promises more stands', () => {
    const [less, more] = [offer(), offer({ points: 45, photoPoints: 30 })];
    expect(betterOffer(less, more)).toBe(more);
    expect(betterOffer(more, less)).toBe(more);
  });

  it('the earlier stands where both promise the same', () => {
    const later = offer({ shownAt: '2026-11-23T10:00:00.000Z' });
    expect(betterOffer(later, offer())).toEqual(offer());
    expect(betterOffer(offer(), later)).toEqual(offer());
  });

  it('stands the same, in whatever order shoppers are merged', () => {
    const any = fc
      .record({
        points: fc.nat(2),
        photoPoints: fc.nat(2),
        shownAt: fc.constantFrom('2026-11-22T10:00:00.000Z', '2026-11-23T10:00:00.000Z'),
      })
      .map(offer);
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const first = betterOffer(betterOffer(a, b), c);
        expect(betterOffer(betterOffer(c, b), a)).toEqual(first);
        expect(betterOffer(b, betterOffer(c, a))).toEqual(first);
      }),
    );
  });
});
