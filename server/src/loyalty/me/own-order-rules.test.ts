import { describe, expect, it } from 'vitest';
import { ownOrderOf } from './own-order-rules.ts';

const POINTS = {
  target: 265,
  posted: 265,
  forgiven: 0,
  pending: 265,
  available: 0,
  matureAt: null,
  expireAt: null,
};
const RULE = { hold: { days: 14, from: 'fulfilled' } } as const;
const AT = '2026-12-12T00:00:00.000Z';

describe('what a buyer is shown of an order', () => {
  it.each([
    [
      'points that wait for the parcel name it',
      {},
      { kind: 'after', days: 14, event: 'fulfilled' },
    ],
    ['points with a date name the date', { matureAt: AT }, { kind: 'on', at: AT }],
    [
      'points that are there are yours now',
      { pending: 0, available: 265, matureAt: AT },
      { kind: 'now' },
    ],
    [
      'points that were spent were yours',
      { pending: 0, available: 0, matureAt: AT },
      { kind: 'now' },
    ],
    [
      'one point that waits is one that waits',
      { pending: 1, available: 264, matureAt: AT },
      { kind: 'on', at: AT },
    ],
    ['no points are never yours', { posted: 0, pending: 0 }, { kind: 'never', reason: null }],
  ] as const)('%s', (_what, change, yours) => {
    const answer = { orderId: 'K-1', points: { ...POINTS, ...change }, receipt: null };
    expect(ownOrderOf(answer, RULE).yours).toEqual(yours);
  });

  it('gives the points as refunds left them, not as they were meant', () => {
    const points = { ...POINTS, target: 265, posted: 133 };
    expect(ownOrderOf({ orderId: 'K-1', points, receipt: null }, RULE)).toMatchObject({
      orderId: 'K-1',
      points: 133,
    });
  });

  it('waits for no days where no rule is left to say how long', () => {
    const answer = { orderId: 'K-1', points: POINTS, receipt: null };
    expect(ownOrderOf(answer, undefined).yours).toEqual({
      kind: 'after',
      days: 0,
      event: 'fulfilled',
    });
  });
});
