import { expect, it } from 'vitest';
import { subjectOf, UnreadableMessageError, type PlatformEvent } from './platform-event-rules.ts';

type Snapshot = Extract<PlatformEvent, { kind: 'order' }>['snapshot'];
type Refund = Extract<PlatformEvent, { kind: 'refund' }>['refund'];

const AT = Date.parse('2026-11-01T10:00:00Z');

const SNAPSHOT: Snapshot = {
  orderId: 'order',
  toldAt: AT,
  isFetched: false,
  namedAt: AT,
  leftOut: [],
  state: {
    updatedAt: '2026-11-01T10:00:00.000Z',
    currency: 'USD',
    placedAt: '2026-11-01T10:00:00.000Z',
    paymentStatus: 'paid',
    shopper: { id: 'customer' },
    taxesIncluded: false,
    lines: [],
    shippingMinor: 0,
    shippingTaxMinor: 0,
    refundedShippingMinor: 0,
    refundedOtherMinor: 0,
    voucherCodes: [],
    voucherPayments: [],
  },
  refunds: {},
};
const REFUND: Refund = {
  at: AT,
  lines: [],
  shippingNetMinor: 0,
  shippingTaxMinor: 0,
  paidBackMinor: null,
};

const CASES: readonly (readonly [PlatformEvent, string | null])[] = [
  [{ kind: 'order', snapshot: SNAPSHOT }, 'order'],
  [{ kind: 'refund', orderId: 'order', refundId: 'refund', refund: REFUND }, 'order'],
  [{ kind: 'look', orderId: 'order' }, 'order'],
  [{ kind: 'orderGone', orderId: 'order' }, 'order'],
  [
    { kind: 'customer', customerId: 'customer', toldAt: AT, email: 'a@shop.example', name: 'Ada' },
    'customer',
  ],
  [{ kind: 'dataRequest', customerId: 'customer', email: null }, 'customer'],
  [{ kind: 'redactCustomer', customerId: 'customer', email: 'a@shop.example' }, 'customer'],
  [{ kind: 'merge', keptId: 'kept', goneId: 'gone' }, 'kept'],
  [{ kind: 'redactShop' }, null],
  [{ kind: 'uninstalled', toldAt: AT }, null],
  [{ kind: 'ignored', why: 'nothing is done about it' }, null],
];

it.each(CASES.map(([meaning, subject]) => ({ kind: meaning.kind, meaning, subject })))(
  'a message that means "$kind" is about $subject',
  ({ meaning, subject }) => {
    expect(subjectOf(meaning)).toBe(subject);
  },
);

it('an unreadable message is told apart from other errors by its name', () => {
  const error = new UnreadableMessageError('it is none');
  expect([error.name, error.message, error instanceof Error]).toEqual([
    'UnreadableMessageError',
    'it is none',
    true,
  ]);
});
