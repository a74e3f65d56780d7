import fc from 'fast-check';
import { withTotal } from './woocommerce-total.ts';

/* Orders as WooCommerce tells them, in whole dollars, and beside them the money that was kept, counted by itself. */

const event = fc.oneof(
  fc.record({
    kind: fc.constant('refund' as const),
    line: fc.nat(7),
    amount: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ kind: fc.constant('typed' as const), amount: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constant('fee' as const) }),
  fc.record({ kind: fc.constant('shipping' as const) }),
  fc.record({ kind: fc.constant('delete' as const) }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(
      'processing',
      'completed',
      'on-hold',
      'partial-payment',
      'failed',
      'cancelled',
      'quote',
    ),
  }),
);

/** What a shopper buys, and what becomes of it. */
export const arbitraryWooPurchase = fc.record({
  lines: fc.array(
    fc.record({
      price: fc.integer({ min: 10, max: 60 }),
      quantity: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  /** A trade-in as a line, and a discount as a fee: both below zero. */
  tradeIn: fc.nat(5),
  discount: fc.nat(4),
  fee: fc.nat(9),
  shipping: fc.nat(9),
  /** Whether a marketplace sends each seller an order of their own. */
  hasParts: fc.boolean(),
  events: fc.array(event, { maxLength: 5 }),
});
export type WooPurchase = typeof arbitraryWooPurchase extends fc.Arbitrary<infer T> ? T : never;

type Loose = Record<string, unknown>;

/** Money that was paid back: of a line (by its place), of shipping or a fee, or of nothing that is named. */
interface PaidBack {
  readonly of: number | 'shipping' | 'fee' | 'typed';
  readonly amount: number;
  readonly payload: Loose;
}

const UNPAID = new Set(['on-hold', 'partial-payment', 'quote']);

/** One moment of an order: as it is told, with the refunds that can be asked for. */
export interface WooMoment {
  readonly order: Loose;
  readonly refunds: readonly Loose[];
  readonly parts: readonly Loose[];
}

/** A purchase from its first moment to its last, and the dollars of goods that were kept at the end. */
export const wooStoryOf = (bought: WooPurchase, timeOf: (second: number) => string) => {
  const goods = bought.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const paid = Math.max(0, goods - bought.tradeIn - bought.discount);
  let back: PaidBack[] = [];
  let made = 0;
  let status = 'processing';

  const sumOf = (wanted: (of: PaidBack['of']) => boolean): number =>
    back.reduce((sum, { of, amount }) => sum + (wanted(of) ? amount : 0), 0);
  const goodsBack = (): number => sumOf((of) => typeof of === 'number' || of === 'typed');

  const line = (id: number, total: number, quantity = 1): Loose => ({
    id,
    name: 'Tea',
    product_id: 93,
    quantity,
    subtotal: money(total),
    ...charge(total),
  });
  const moment = (second: number): WooMoment => {
    const at = timeOf(second);
    const lines = bought.lines.map(({ price, quantity }, i) =>
      line(i + 1, price * quantity, quantity),
    );
    const order = withTotal({
      id: 9,
      status,
      currency: 'USD',
      customer_id: 42,
      date_created_gmt: timeOf(0),
      date_modified_gmt: at,
      date_paid_gmt: timeOf(0),
      line_items: bought.tradeIn > 0 ? [...lines, line(90, -bought.tradeIn)] : lines,
      fee_lines: [bought.fee, -bought.discount].filter((fee) => fee !== 0).map(charge),
      shipping_lines: bought.shipping > 0 ? [charge(bought.shipping)] : [],
      refunds: back.map(({ payload, amount }) => ({
        id: payload['id'],
        total: `-${money(amount)}`,
      })),
    });
    const part = { ...order, id: 10, parent_id: 9, refunds: [] };
    return {
      order,
      refunds: back.map(({ payload }) => payload),
      parts: bought.hasParts ? [part] : [],
    };
  };
  const payBack = (of: PaidBack['of'], amount: number, second: number): void => {
    if (amount <= 0) return;
    made += 1;
    const named = { total: money(-amount), total_tax: '0.00' };
    const meta_data = [
      { key: '_refunded_item_id', value: String(of === 'shipping' ? 0 : Number(of) + 1) },
    ];
    const payload = {
      id: 100 + made,
      date_created_gmt: timeOf(second),
      amount: money(amount),
      line_items: typeof of === 'number' ? [{ quantity: -1, ...named, meta_data }] : [],
      shipping_lines: of === 'shipping' ? [named] : [],
      fee_lines: of === 'fee' ? [named] : [],
    };
    back = [...back, { of, amount, payload }];
  };
  const act = (one: WooPurchase['events'][number], second: number): void => {
    // WooCommerce pays back no more than is left.
    const left = paid - goodsBack();
    if (one.kind === 'refund') {
      const place = one.line % bought.lines.length;
      const { price = 0, quantity = 0 } = bought.lines[place] ?? {};
      const ofLine = price * quantity - sumOf((of) => of === place);
      payBack(place, Math.min(one.amount, ofLine, left), second);
    }
    if (one.kind === 'typed') payBack('typed', Math.min(one.amount, left), second);
    if (one.kind === 'fee') payBack('fee', bought.fee - sumOf((of) => of === 'fee'), second);
    if (one.kind === 'shipping')
      payBack('shipping', bought.shipping - sumOf((of) => of === 'shipping'), second);
    if (one.kind === 'delete') back = back.slice(0, -1);
    if (one.kind === 'status') status = one.status;
  };

  const moments = [moment(0)];
  bought.events.forEach((one, i) => {
    act(one, i * 2 + 1);
    moments.push(moment(i * 2 + 1));
  });
  const isVoid = status === 'failed' || status === 'cancelled';
  return {
    moments,
    kept: isVoid ? 0 : paid - goodsBack(),
    isUnpaid: UNPAID.has(status),
    /** A line of which a part is left is rounded up. */
    roundedUpMax: back.length > 0 ? bought.lines.length : 0,
  };
};

function money(dollars: number): string {
  return `${dollars}.00`;
}

function charge(dollars: number): Loose {
  return { total: money(dollars), total_tax: '0.00' };
}
