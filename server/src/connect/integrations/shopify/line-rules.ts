import { textOf } from '../contract/reading-rules.ts';
import type { Purse } from './money-rules.ts';
import type { ShopifyLine } from './payload-rules.ts';

/** Products of lines that name none: something a merchant typed in. */
const CUSTOM_PRODUCT = 'custom';

/** Tips and gift cards are money given or kept, not something bought: they earn nothing. */
export const earns = (line: ShopifyLine): boolean =>
  line.gift_card !== true && line.tip == null && line.tip_payment_gateway == null;

/** What discounts took off a line, or off the shipping. */
export const discountOf = (of: Pick<ShopifyLine, 'discount_allocations'>, purse: Purse): number =>
  sum(of.discount_allocations.map((one) => purse.of({ plain: one.amount, set: one.amount_set })));

/** The tax of a line, or of the shipping. */
export const taxOf = (of: Pick<ShopifyLine, 'tax_lines'>, purse: Purse): number =>
  sum(of.tax_lines.map((one) => purse.of({ plain: one.price, set: one.price_set })));

/** A line as the state of an order has it. */
export const lineOf = (line: ShopifyLine, purse: Purse) => ({
  id: line.id,
  productId: line.product_id ?? CUSTOM_PRODUCT,
  variantId: line.variant_id ?? null,
  title: textOf(line.title),
  quantity: line.quantity,
  priceMinor: purse.of({ plain: line.price, set: line.price_set }),
  discountMinor: lineDiscount(line, purse),
  taxMinor: taxOf(line, purse),
});

/** What was charged for a line without the tax that stands beside it. */
export const netOf = (line: ShopifyLine, purse: Purse): { netMinor: number; taxMinor: number } => {
  const { priceMinor, discountMinor, taxMinor } = lineOf(line, purse);
  return { netMinor: Math.max(0, priceMinor * line.quantity - discountMinor), taxMinor };
};

/** The sum of some amounts. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}

function lineDiscount(line: ShopifyLine, purse: Purse): number {
  // Allocations hold the line's share of discounts of the whole order too; `total_discount` does not.
  if (line.discount_allocations.length > 0) return discountOf(line, purse);
  return purse.of({ plain: line.total_discount, set: line.total_discount_set });
}
