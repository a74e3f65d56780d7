import fc from 'fast-check';
import type { OrderState } from '@okaeri/shared/orders';
import { TODAY } from './today.ts';

const HOUR_MS = 3_600_000;

/** An order of two lines, paid today; a test changes what it is about. */
export const anOrder = (change: Partial<OrderState> = {}): OrderState => ({
  updatedAt: at(0),
  shopper: { id: 'ada' },
  currency: 'USD',
  placedAt: at(-1),
  paymentStatus: 'paid',
  paidAt: at(-1),
  fulfilledAt: null,
  deliveredAt: null,
  cancelledAt: null,
  taxesIncluded: false,
  lines: [aLine('a', 4000), aLine('b', 6000)],
  shippingMinor: 0,
  shippingTaxMinor: 0,
  refundedShippingMinor: 0,
  refundedOtherMinor: 0,
  voucherCodes: [],
  voucherPayments: [],
  ...change,
});

/** A line of one piece. */
export const aLine = (
  id: string,
  priceMinor: number,
  change: Partial<OrderState['lines'][number]> = {},
): OrderState['lines'][number] => ({
  id,
  productId: `p-${id}`,
  quantity: 1,
  priceMinor,
  discountMinor: 0,
  taxMinor: 0,
  refundedQuantity: 0,
  refundedMinor: 0,
  tags: [],
  collectionIds: [],
  ...change,
});

/** The instant `hours` after today, for `updatedAt`. */
export const hours = at;

/** One state an order may be in. `hour` orders the states; some share one. */
export const arbitraryState = (owners: readonly string[]): fc.Arbitrary<OrderState> =>
  fc
    .record({
      hour: fc.integer({ min: 1, max: 6 }),
      owner: fc.constantFrom(...owners),
      lines: fc.tuple(line('a'), line('b'), line('c')),
      many: fc.integer({ min: 1, max: 3 }),
      paymentStatus: fc.constantFrom<OrderState['paymentStatus']>(
        'paid',
        'paid',
        'paid',
        'unpaid',
        'partiallyPaid',
        'voided',
      ),
      fulfilled: fc.boolean(),
      cancelled: fc.constantFrom(false, false, false, true),
      taxesIncluded: fc.boolean(),
      shippingMinor: fc.constantFrom(0, 500),
      refundedShippingMinor: fc.constantFrom(0, 0, 500),
      refundedOtherMinor: fc.constantFrom(0, 0, 0, 700, 50_000),
      voucherMinor: fc.constantFrom(0, 0, 0, 400),
    })
    .map((draft) =>
      anOrder({
        updatedAt: at(draft.hour),
        shopper: { id: draft.owner },
        lines: draft.lines.slice(0, draft.many),
        paymentStatus: draft.paymentStatus,
        fulfilledAt: draft.fulfilled ? at(0) : null,
        cancelledAt: draft.cancelled ? at(draft.hour) : null,
        taxesIncluded: draft.taxesIncluded,
        shippingMinor: draft.shippingMinor,
        refundedShippingMinor: draft.refundedShippingMinor,
        refundedOtherMinor: draft.refundedOtherMinor,
        voucherPayments:
          draft.voucherMinor > 0 ? [{ code: 'gift', amountMinor: draft.voucherMinor }] : [],
      }),
    );

function at(hours: number): string {
  return new Date(TODAY + hours * HOUR_MS).toISOString();
}

function line(id: string): fc.Arbitrary<OrderState['lines'][number]> {
  return fc
    .record({
      priceMinor: fc.nat(9999),
      quantity: fc.integer({ min: 1, max: 3 }),
      discountMinor: fc.nat(500),
      taxMinor: fc.nat(300),
      refund: fc.constantFrom(0, 0, 0.3, 0.5, 1, 1.2),
    })
    .map(({ refund, priceMinor, quantity, discountMinor, taxMinor }) =>
      aLine(id, priceMinor, {
        quantity,
        discountMinor,
        taxMinor,
        refundedMinor: Math.floor(Math.max(0, priceMinor * quantity - discountMinor) * refund),
      }),
    );
}
