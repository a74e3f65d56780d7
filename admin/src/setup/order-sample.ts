import { minorUnitsOf } from '@okaeri/shared/currencies';

const PRICE = 24;

/** How a shop's server tells of an order: its full present state, as often as it changes. */
export const orderSample = (
  host: string,
  currency: string,
): string => `curl -X PUT ${host}/v1/orders/1001 \\
  -H "Authorization: Bearer $OKAERI_SECRET_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify(orderOf(currency), null, 2)}'`;

/** The order of the sample. */
export const orderOf = (currency: string) => ({
  updatedAt: '2026-11-28T13:37:00Z',
  placedAt: '2026-11-28T13:37:00Z',
  paidAt: '2026-11-28T13:37:00Z',
  paymentStatus: 'paid',
  currency,
  shopper: { id: '17', email: 'ada@example.com' },
  lines: [{ id: '1', productId: 'mug', quantity: 1, priceMinor: PRICE * minorUnitsOf(currency) }],
});
