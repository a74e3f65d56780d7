import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'fixtures/shopify');

/** A sample of the documentation, to the byte: ids in it are beyond what JavaScript can count. */
export const sampleText = (name: string): string =>
  readFileSync(join(FOLDER, `${name}.json`), 'utf8');

/** A line of an order at Shopify; money as decimal text. */
export interface LineWish {
  readonly id: number;
  readonly price: string;
  readonly quantity?: number;
  readonly current?: number;
  readonly discount?: string;
  readonly tax?: string;
  readonly extra?: Record<string, unknown>;
}

/** A refund at Shopify. `paid` null where no money moved. */
export const refundOf = (wish: {
  id: number;
  orderId?: number;
  at?: string;
  lines?: readonly { id: number; subtotal: string; tax?: string; quantity?: number }[];
  shipping?: { amount: string; tax?: string };
  paid: string | null;
  status?: string;
}) => ({
  id: wish.id,
  order_id: wish.orderId ?? 1001,
  created_at: wish.at ?? '2026-11-02T10:00:00Z',
  processed_at: wish.at ?? '2026-11-02T10:00:00Z',
  refund_line_items: (wish.lines ?? []).map(({ id, subtotal, tax = '0.00', quantity = 1 }) => ({
    id: id * 10,
    line_item_id: id,
    quantity,
    subtotal,
    subtotal_set: setOf(subtotal),
    total_tax: tax,
    total_tax_set: setOf(tax),
  })),
  order_adjustments:
    wish.shipping === undefined
      ? []
      : [
          {
            kind: 'shipping_refund',
            amount: `-${wish.shipping.amount}`,
            tax_amount: wish.shipping.tax === undefined ? '0.00' : `-${wish.shipping.tax}`,
          },
        ],
  transactions:
    wish.paid === null
      ? []
      : [{ kind: 'refund', status: wish.status ?? 'success', amount: wish.paid, currency: 'USD' }],
});

/** An order at Shopify as its webhooks carry it. */
export const orderOf = (
  lines: readonly LineWish[],
  extra: Record<string, unknown> = {},
): Record<string, unknown> & { id: number } => ({
  id: 1001,
  created_at: '2026-11-01T10:00:00Z',
  processed_at: '2026-11-01T10:00:00Z',
  updated_at: '2026-11-01T10:00:00Z',
  cancelled_at: null,
  currency: 'USD',
  presentment_currency: 'USD',
  financial_status: 'paid',
  fulfillment_status: null,
  taxes_included: false,
  email: 'mika@example.com',
  customer: { id: 42, email: 'mika@example.com', first_name: 'Mika', last_name: 'Aalto' },
  discount_codes: [],
  note_attributes: [],
  source_name: 'web',
  line_items: lines.map(lineOf),
  shipping_lines: [],
  refunds: [],
  fulfillments: [],
  ...extra,
});

function setOf(amount: string) {
  return {
    shop_money: { amount, currency_code: 'USD' },
    presentment_money: { amount, currency_code: 'USD' },
  };
}

function lineOf({ id, price, quantity = 1, current, discount, tax, extra }: LineWish) {
  return {
    id,
    product_id: 632910392,
    variant_id: 808950810,
    title: 'Coffee beans',
    quantity,
    current_quantity: current ?? quantity,
    price,
    price_set: setOf(price),
    total_discount: '0.00',
    gift_card: false,
    tax_lines: tax === undefined ? [] : [{ price: tax, price_set: setOf(tax) }],
    discount_allocations:
      discount === undefined ? [] : [{ amount: discount, amount_set: setOf(discount) }],
    ...extra,
  };
}
