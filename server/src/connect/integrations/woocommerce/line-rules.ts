import { textOf } from '../contract/reading-rules.ts';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { decimalToMinor } from '../../../platform/lib/currency.ts';
import { splitByLargestRemainder } from '../../../platform/lib/fractions.ts';
import type { WooLine, WooOrder } from './payload-rules.ts';

/** Products of lines that name none. */
const CUSTOM_PRODUCT = 'custom';

/**
 * The lines of an order, with what was paid for each. A line or a fee below zero (a trade-in, a discount that is
 * no coupon) takes its money and its tax off all others, in proportion. What a fee adds is nothing bought.
 */
export function linesOf(order: WooOrder) {
  const { currency } = order;
  const lines = order.line_items
    .filter((line) => minorOf(line.total, currency) >= 0)
    .map((line) => lineOf(line, currency));
  const off = [...order.line_items, ...order.fee_lines].map((one) => ({
    net: Math.max(0, -minorOf(one.total, currency)),
    tax: Math.max(0, -minorOf(one.total_tax, currency)),
  }));
  const sum = (pick: 'net' | 'tax'): number => off.reduce((all, one) => all + one[pick], 0);
  const nets = shares(sum('net'), lines.map(netOf));
  const taxes = shares(
    sum('tax'),
    lines.map(({ taxMinor }) => taxMinor),
  );
  return lines.map((line, index) => ({
    ...line,
    discountMinor: line.discountMinor + (nets[index] ?? 0),
    taxMinor: line.taxMinor - (taxes[index] ?? 0),
  }));
}

/**
 * Decimal text in minor units; nothing is 0.
 *
 * @throws UnreadableMessageError where it is no amount
 */
export function minorOf(text: string | null | undefined, currency: string): number {
  const minor = decimalToMinor(text ?? '0', currency);
  if (minor === undefined)
    throw new UnreadableMessageError(`"${text ?? ''}" is no amount of money`);
  return minor;
}

type Line = ReturnType<typeof lineOf>;

/**
 * A line: totals are without tax whatever the shop enters, and need not be a price times a quantity.
 * The price is rounded up and what is too much is a discount, so that the line's money is exact.
 */
function lineOf(line: WooLine, currency: string) {
  const quantity = Number.isInteger(line.quantity) ? Math.max(1, line.quantity) : 1;
  const [subtotal, total] = [minorOf(line.subtotal, currency), minorOf(line.total, currency)];
  const priceMinor = Math.ceil(Math.max(subtotal, total, 0) / quantity);
  return {
    id: line.id,
    productId:
      line.product_id == null || line.product_id === '0' ? CUSTOM_PRODUCT : line.product_id,
    variantId: line.variation_id == null || line.variation_id === '0' ? null : line.variation_id,
    title: textOf(line.name),
    quantity,
    priceMinor,
    discountMinor: priceMinor * quantity - total,
    taxMinor: Math.max(0, minorOf(line.total_tax, currency)),
  };
}

/** A sum spread over what there is; no more than there is. */
function shares(sum: number, over: readonly number[]): readonly number[] {
  const whole = over.reduce((all, one) => all + one, 0);
  return whole === 0 ? over.map(() => 0) : splitByLargestRemainder(Math.min(sum, whole), over);
}

function netOf({ priceMinor, quantity, discountMinor }: Line): number {
  return priceMinor * quantity - discountMinor;
}
