import fc from 'fast-check';
import { orderOf, refundOf, type LineWish } from './shopify-payloads.ts';

/* Orders as Shopify tells them, in whole dollars, and beside them the money that was kept, counted by itself. */

const index = fc.nat(7);
const event = fc.oneof(
  fc.record({
    kind: fc.constant('refund' as const),
    line: index,
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('restock' as const),
    line: index,
    fee: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant('typed' as const), amount: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    kind: fc.constant('edit' as const),
    line: index,
    quantity: fc.integer({ min: 1, max: 3 }),
    how: fc.constantFrom('current' as const, 'refund' as const),
    isPaid: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('exchange' as const),
    line: index,
    price: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ kind: fc.constant('duty' as const) }),
  fc.record({ kind: fc.constant('fee' as const) }),
  fc.record({ kind: fc.constant('shipping' as const) }),
  fc.record({
    kind: fc.constant('dispute' as const),
    status: fc.constantFrom('won', 'lost', 'under_review'),
  }),
);

/** What a shopper buys, and what becomes of it. */
export const arbitraryPurchase = fc.record({
  lines: fc.array(
    fc.record({
      price: fc.integer({ min: 10, max: 60 }),
      quantity: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  shipping: fc.nat(9),
  duty: fc.nat(9),
  fee: fc.nat(9),
  tip: fc.nat(9),
  isPaid: fc.boolean(),
  events: fc.array(event, { maxLength: 5 }),
});
export type Purchase = typeof arbitraryPurchase extends fc.Arbitrary<infer T> ? T : never;

/** A message as Shopify sends it. */
type Message = readonly [topic: string, payload: Record<string, unknown>];

interface Line {
  readonly id: number;
  readonly price: number;
  readonly quantity: number;
  /** Pieces that are still in the order. */
  left: number;
  /** Of the money of pieces that are gone, what the merchant kept. */
  fee: number;
}

/**
 * A purchase from its first message to its last. `kept`: dollars of goods that were paid and not paid back, which
 * is what the points must equal; `spread`: whether money fell on no line, so that each line may round up.
 */
export const storyOf = (bought: Purchase, timeOf: (second: number) => string) => {
  const lines: Line[] = bought.lines.map(({ price, quantity }, i) => {
    const line = { id: i + 1, price, quantity };
    return { ...line, left: quantity, fee: 0 };
  });
  const refunds: Record<string, unknown>[] = [];
  const messages: Message[] = [];
  let other = 0;
  let shippingLeft = bought.shipping;
  let dutyLeft = bought.duty;
  let feeLeft = bought.fee;
  let second = 0;

  const goods = (): number =>
    lines.reduce((sum, { price, left, fee }) => sum + price * left + fee, 0);
  const total = (): number => {
    const all = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
    return all + bought.shipping + bought.duty + bought.fee + bought.tip;
  };
  const order = (): Record<string, unknown> => {
    const wishes: LineWish[] = lines.map(({ id, price, quantity, left }) => ({
      id,
      price: money(price),
      quantity,
      current: left,
    }));
    return orderOf(wishes, {
      id: 9,
      updated_at: timeOf(second),
      financial_status: bought.isPaid ? 'paid' : 'partially_paid',
      total_price: money(total()),
      current_total_price: money(
        Math.max(0, goods() - other) + shippingLeft + dutyLeft + feeLeft + bought.tip,
      ),
      total_tip_received: money(bought.tip),
      original_total_duties_set: set(bought.duty),
      original_total_additional_fees_set: set(bought.fee),
      current_total_duties_set: set(dutyLeft),
      current_total_additional_fees_set: set(feeLeft),
      shipping_lines: [{ price: money(bought.shipping), price_set: set(bought.shipping) }],
      refunds: [...refunds],
    });
  };
  const tell = (): void => void messages.push(['orders/updated', order()]);
  const refund = (wish: Omit<Parameters<typeof refundOf>[0], 'id'>, extra = {}): void => {
    const made = {
      ...refundOf({ id: 100 + refunds.length, orderId: 9, at: timeOf(second), ...wish }),
      ...extra,
    };
    refunds.push(made);
    messages.push(['refunds/create', made]);
  };
  const named = (line: Line, quantity: number) => [
    { id: line.id, subtotal: money(line.price * quantity), quantity },
  ];
  /** A line that has pieces left, and how many of them are meant. */
  const pick = (at: number, wanted: number): [Line, number] | undefined => {
    const line = lines[at % lines.length];
    return line === undefined || line.left === 0 ? undefined : [line, Math.min(wanted, line.left)];
  };

  const act = (one: Purchase['events'][number]): void => {
    switch (one.kind) {
      case 'refund': {
        const [line, quantity] = pick(one.line, one.quantity) ?? [];
        if (line === undefined || quantity === undefined) return;
        line.left -= quantity;
        return refund({ lines: named(line, quantity), paid: money(line.price * quantity) });
      }
      case 'restock': {
        const [line] = pick(one.line, 1) ?? [];
        if (line === undefined) return;
        line.left -= 1;
        line.fee += one.fee;
        return refund(
          { lines: named(line, 1), paid: money(line.price - one.fee) },
          { order_adjustments: [{ kind: 'refund_discrepancy', amount: money(one.fee) }] },
        );
      }
      case 'typed': {
        const amount = Math.min(one.amount, Math.max(0, goods() - other));
        if (amount === 0) return;
        other += amount;
        return refund({ paid: money(amount) });
      }
      case 'edit': {
        const [line, quantity] = pick(one.line, one.quantity) ?? [];
        if (line === undefined || quantity === undefined) return;
        line.left -= quantity;
        if (one.how === 'refund') refund({ lines: named(line, quantity), paid: null });
        // Else the order alone shows it, by how many are left.
        if (!one.isPaid) return;
        tell();
        second += 1;
        return refund({ paid: money(line.price * quantity) });
      }
      case 'exchange': {
        const [line] = pick(one.line, 1) ?? [];
        if (line === undefined) return;
        line.left -= 1;
        const added = { id: lines.length + 1, price: one.price, quantity: 1, left: 1, fee: 0 };
        lines.push(added);
        const back = line.price - one.price;
        return refund({ lines: named(line, 1), paid: back > 0 ? money(back) : null });
      }
      case 'duty': {
        const duty = dutyLeft;
        dutyLeft = 0;
        return duty === 0
          ? undefined
          : refund({ paid: money(duty) }, { duties: [{ amount: money(duty) }] });
      }
      case 'fee': {
        const fee = feeLeft;
        feeLeft = 0;
        return fee === 0
          ? undefined
          : refund({ paid: money(fee) }, { additional_fees: [{ price: money(fee) }] });
      }
      case 'shipping': {
        const back = shippingLeft;
        shippingLeft = 0;
        const shipping = { amount: money(back) };
        return back === 0 ? undefined : refund({ shipping, paid: money(back) });
      }
      case 'dispute': {
        const amount = Math.max(0, goods() - other);
        const dispute = { id: 7, order_id: 9, amount: money(amount), currency: 'USD' };
        const bill = { initiated_at: timeOf(second), finalized_on: null };
        messages.push(['disputes/create', { ...dispute, ...bill, status: 'needs_response' }]);
        if (one.status === 'lost') other += amount;
        const isOver = one.status !== 'under_review';
        const finalized_on = isOver ? timeOf(second + 1) : null;
        messages.push([
          'disputes/update',
          { ...dispute, ...bill, status: one.status, finalized_on },
        ]);
      }
    }
  };

  tell();
  let disputed = false;
  for (const one of bought.events) {
    // An order is disputed once, and nothing is done with it afterwards.
    if (disputed) break;
    second += 2;
    act(one);
    disputed = one.kind === 'dispute';
    tell();
  }
  const kept = Math.max(0, goods() - other);
  const spread = other > 0 || lines.some(({ fee }) => fee > 0);
  return { messages, kept, lineCount: lines.length, spread, last: order() };
};

function money(dollars: number): string {
  return `${dollars}.00`;
}

function set(dollars: number) {
  return {
    shop_money: { amount: money(dollars), currency_code: 'USD' },
    presentment_money: { amount: money(dollars), currency_code: 'USD' },
  };
}
