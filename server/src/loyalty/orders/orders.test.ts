import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

/** The order of the contract's example. */
const example = {
  updatedAt: '2026-11-22T09:30:00Z',
  shopper: { id: 'c-42', email: 'mika@example.com', name: 'Mika' },
  currency: 'USD',
  toShopRate: '1',
  placedAt: '2026-11-22T09:00:00Z',
  paymentStatus: 'paid',
  paidAt: '2026-11-22T09:01:00Z',
  fulfilledAt: null,
  deliveredAt: null,
  cancelledAt: null,
  channel: 'web',
  taxesIncluded: false,
  quoteId: null,
  lines: [
    {
      id: 'l1',
      productId: 'p-9',
      variantId: null,
      title: 'Coffee beans',
      quantity: 2,
      priceMinor: 1800,
      discountMinor: 0,
      taxMinor: 288,
      refundedQuantity: 0,
      refundedMinor: 0,
      tags: ['coffee', 'organic'],
    },
  ],
  shippingMinor: 500,
  shippingTaxMinor: 40,
  refundedShippingMinor: 0,
  refundedOtherMinor: 0,
  voucherCodes: [],
  voucherPayments: [],
};

describe.each(ENGINES)('orders on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  it('answers the example of the contract as the contract says', async () => {
    const answer = await world.merchant('PUT', '/v1/orders/1001', example);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      orderId: '1001',
      stale: false,
      shopperId: 'c-42',
      points: {
        target: 36,
        posted: 36,
        forgiven: 0,
        pending: 36,
        available: 0,
        matureAt: null,
        expireAt: null,
      },
      receipt: {
        ruleId: 'order',
        programVersion: 2,
        basisMinor: 3600,
        currency: 'USD',
        rate: { amountMinor: 100, points: 1 },
        multiplier: '1',
        rounding: 'floor',
        desired: 36,
        awarded: 36,
        cap: null,
        reason: null,
        lines: [{ lineId: 'l1', basisMinor: 3600, share: 36, kept: 36 }],
      },
      warnings: [],
    });
    const again = await world.merchant('PUT', '/v1/orders/1001', example);
    expect(again.status).toBe(200);
    const me = await world.storefront('GET', '/me', { token: await world.token('c-42') });
    expect(await me.json()).toMatchObject({ balance: { pending: 36, available: 100 } });
  });
});
