import { describe, expect, it } from 'vitest';
import { isFor, pointsFor } from './audience-rules.ts';

const who = { tierId: 'gold', segmentIds: ['new', 'big'], first: false };
const place = { channel: 'web', market: 'jp' };
const nobody = { tierId: null, segmentIds: [], first: false };
const nowhere = { channel: null, market: null };

describe('an audience', () => {
  it.each([
    ['that says nothing is everybody', {}, true],
    ['of the tier fits', { tierIds: ['silver', 'gold'] }, true],
    ['of another tier does not', { tierIds: ['silver'] }, false],
    ['of one of the segments fits', { segmentIds: ['old', 'big'] }, true],
    ['of another segment does not', { segmentIds: ['old'] }, false],
    ['of the channel fits', { channels: ['pos', 'web'] }, true],
    ['of another channel does not', { channels: ['pos'] }, false],
    ['of the market fits', { markets: ['us', 'jp'] }, true],
    ['of another market does not', { markets: ['us'] }, false],
    [
      'that fits in all fits',
      { tierIds: ['gold'], segmentIds: ['new'], channels: ['web'], markets: ['jp'] },
      true,
    ],
    [
      'that fits in all but its tier does not',
      { tierIds: ['silver'], segmentIds: ['new'], channels: ['web'], markets: ['jp'] },
      false,
    ],
    [
      'that fits in all but its segment does not',
      { tierIds: ['gold'], segmentIds: ['old'], channels: ['web'], markets: ['jp'] },
      false,
    ],
    [
      'that fits in all but its channel does not',
      { tierIds: ['gold'], segmentIds: ['new'], channels: ['pos'], markets: ['jp'] },
      false,
    ],
    [
      'that fits in all but its market does not',
      { tierIds: ['gold'], segmentIds: ['new'], channels: ['web'], markets: ['us'] },
      false,
    ],
  ])('%s', (_, audience, fits) => {
    expect(isFor(audience, who, place)).toBe(fits);
  });

  it.each([
    ['a tier', { tierIds: ['gold'] }],
    ['a segment', { segmentIds: ['new'] }],
    ['a channel', { channels: ['web'] }],
    ['a market', { markets: ['jp'] }],
  ])('of %s is not somebody of whom it is not known', (_, audience) => {
    expect(isFor(audience, nobody, nowhere)).toBe(false);
  });

  it('that says nothing is somebody of whom nothing is known', () => {
    expect(isFor({}, nobody, nowhere)).toBe(true);
  });
});

describe('the points of a rule', () => {
  const rule = {
    points: { fixed: 1 },
    variants: [
      { tierIds: ['silver'], points: { fixed: 2 } },
      { markets: ['jp'], points: { fixed: 3 } },
      { tierIds: ['gold'], points: { fixed: 4 } },
    ],
  };
  it.each([
    ['are those of the first variant that fits', who, place, 3],
    ['are those of a later one where the first do not fit', who, nowhere, 4],
    ['are its own where none fits', nobody, nowhere, 1],
  ])('%s', (_, shopper, here, fixed) => {
    expect(pointsFor(rule, shopper, here)).toEqual({ fixed });
  });
});
