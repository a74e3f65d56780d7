import { describe, expect, it } from 'vitest';
import {
  compareSnapshots,
  DELETED,
  rankOf,
  SETTLED_MS,
  breaksTie,
} from './snapshot-order-rules.ts';

type Snapshot = Parameters<typeof rankOf>[0];

const AT = Date.parse('2026-11-01T10:00:00Z');

const snapshot = (isFetched: boolean): Snapshot => ({
  orderId: '1',
  toldAt: AT,
  isFetched,
  namedAt: AT,
  leftOut: [],
  refunds: {},
  state: {
    updatedAt: '2026-11-01T10:00:00.000Z',
    currency: 'USD',
    placedAt: '2026-11-01T10:00:00.000Z',
    paymentStatus: 'paid',
    taxesIncluded: false,
    lines: [],
    shippingMinor: 0,
    shippingTaxMinor: 0,
    refundedShippingMinor: 0,
    refundedOtherMinor: 0,
    voucherCodes: [],
    voucherPayments: [],
  },
});

describe('the rank of a snapshot', () => {
  it.each([
    ['in its own second', 0, 0],
    ['before its time, by a clock that is behind', -60_000, 0],
    ['at the end of the time that settles it', 5000, 0],
    ['a millisecond after that', 5001, 1],
    ['a day later', 86_400_000, 1],
  ])('of an order fetched %s (%i ms) is %i', (_when, sinceMs, rank) => {
    expect(SETTLED_MS).toBe(5000);
    expect(rankOf(snapshot(true), AT + sinceMs)).toBe(rank);
  });

  it('of an order that was sent and not fetched is 0, however old it is', () => {
    expect(rankOf(snapshot(false), AT + 86_400_000)).toBe(0);
  });
});

describe('a snapshot of an order, beside a known one with digest a,', () => {
  it.each([
    ['later, and sent', 1, false, 'b', 'newer'],
    ['later, and the same', 1, false, 'a', 'newer'],
    ['later, and fetched', 1, true, 'b', 'newer'],
    ['earlier, and sent', -1, false, 'b', 'older'],
    ['earlier, and fetched', -1, true, 'b', 'older'],
    ['of the same time, fetched and different', 0, true, 'b', 'newer'],
    ['of the same time, fetched and the same', 0, true, 'a', 'newer'],
    ['of the same time, sent and the same', 0, false, 'a', 'same'],
    ['of the same time, sent and different', 0, false, 'b', 'tie'],
  ] as const)('%s (%i ms, fetched %s, digest %s), is %s', (...row) => {
    const [, sinceMs, isFetched, digest, outcome] = row;
    const known = { toldAt: AT, rank: 0, digest: 'a' };
    expect(compareSnapshots(known, { toldAt: AT + sinceMs, isFetched, digest })).toBe(outcome);
  });
});

it.each([
  ['greater', 'b', 'c', 0, true],
  ['equal', 'b', 'b', 0, false],
  ['smaller', 'b', 'a', 0, false],
  ['greater, but the known one is settled', 'b', 'c', 1, false],
])(
  'in a tie, a digest that is %s (known %s, arriving %s, rank %i) makes the arriving one count: %s',
  (...[, digest, other, rank, wins]) => {
    expect(breaksTie({ toldAt: AT, rank, digest }, { digest: other })).toBe(wins);
  },
);

it('an order that is gone is known by no digest that a snapshot can have', () => {
  expect(DELETED).toBe('gone');
  expect(DELETED).not.toMatch(/^[\da-f]+$/);
});
