import { z } from 'zod';

/*
 * What is read of Shopify's payloads: the REST resources that webhooks carry
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/order), written from their documentation
 * and lenient where versions differ. Whatever else is in them is left alone.
 */

/** Decimal text; some versions have written it as a number. */
export const amount = z.union([z.string(), z.number()]).transform(String);
export const ident = z
  .union([z.int().positive(), z.string().regex(/^[1-9]\d{0,19}$/)])
  .transform(String);
const whole = z
  .union([z.int(), z.string().regex(/^\d{1,7}$/)])
  .transform(Number)
  .pipe(z.int().min(0).max(1_000_000));
/** With any offset from UTC. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const money = z.object({ amount });
/** The same sum in the shop's currency, and in the one it was shown in. */
export const moneySet = z.object({ shop_money: money, presentment_money: money });
export type MoneySet = z.output<typeof moneySet>;

export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((all) => all ?? []);

const allocation = z.object({ amount, amount_set: moneySet.nullish() });
const taxLine = z.object({ price: amount, price_set: moneySet.nullish() });

const lineItem = z.object({
  id: ident,
  product_id: ident.nullish(),
  variant_id: ident.nullish(),
  title: z.string().nullish(),
  quantity: whole,
  /** What is left of the quantity after edits and refunds; not in old versions. */
  current_quantity: whole.nullish(),
  price: amount,
  price_set: moneySet.nullish(),
  total_discount: amount.nullish(),
  total_discount_set: moneySet.nullish(),
  discount_allocations: list(allocation),
  tax_lines: list(taxLine),
  gift_card: z.boolean().nullish(),
  /** There on what a checkout adds as a tip. */
  tip: z.unknown().optional(),
  tip_payment_gateway: z.string().nullish(),
});
export type ShopifyLine = z.output<typeof lineItem>;

const shippingLine = z.object({
  price: amount,
  price_set: moneySet.nullish(),
  discounted_price: amount.nullish(),
  discounted_price_set: moneySet.nullish(),
  discount_allocations: list(allocation),
  tax_lines: list(taxLine),
  is_removed: z.boolean().nullish(),
});
export type ShopifyShipping = z.output<typeof shippingLine>;

const refundLine = z.object({
  line_item_id: ident,
  quantity: whole,
  subtotal: amount.nullish(),
  subtotal_set: moneySet.nullish(),
  total_tax: amount.nullish(),
  total_tax_set: moneySet.nullish(),
});

const adjustment = z.object({
  kind: z.string().nullish(),
  reason: z.string().nullish(),
  amount,
  amount_set: moneySet.nullish(),
  tax_amount: amount.nullish(),
  tax_amount_set: moneySet.nullish(),
});

const refundShipping = z.object({
  subtotal_amount_set: moneySet.nullish(),
  tax_amount_set: moneySet.nullish(),
});

/** A duty or an additional fee: versions name its sum in one of these. */
const charge = z.object({
  amount: amount.nullish(),
  amount_set: moneySet.nullish(),
  price: amount.nullish(),
  price_set: moneySet.nullish(),
  tax_lines: list(taxLine),
});

const transaction = z.object({
  kind: z.string(),
  status: z.string(),
  amount,
  currency: z.string().nullish(),
  amount_set: moneySet.nullish(),
});

/** A refund, within an order or by itself. */
export const refundPayload = z.object({
  id: ident,
  order_id: ident.nullish(),
  /** Both are empty in Shopify's own samples. */
  created_at: moment.nullish(),
  processed_at: moment.nullish(),
  refund_line_items: list(refundLine),
  order_adjustments: list(adjustment),
  refund_shipping_lines: list(refundShipping),
  duties: list(charge),
  additional_fees: list(charge),
  transactions: list(transaction),
});
export type ShopifyRefund = z.output<typeof refundPayload>;

const customer = z.object({
  id: ident,
  email: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
});

const fulfillment = z.object({
  status: z.string().nullish(),
  shipment_status: z.string().nullish(),
  created_at: moment,
  updated_at: moment.nullish(),
});

const address = z.object({
  address1: z.string().nullish(),
  zip: z.string().nullish(),
  country_code: z.string().nullish(),
});

/** An order as webhooks of orders carry it. */
export const orderPayload = z.object({
  id: ident,
  created_at: moment,
  processed_at: moment.nullish(),
  updated_at: moment,
  cancelled_at: moment.nullish(),
  currency: z.string(),
  presentment_currency: z.string().nullish(),
  /** Everything that was charged, before refunds. */
  total_price: amount.nullish(),
  total_price_set: moneySet.nullish(),
  /** What is left of it after edits and refunds. */
  current_total_price: amount.nullish(),
  current_total_price_set: moneySet.nullish(),
  original_total_duties_set: moneySet.nullish(),
  original_total_additional_fees_set: moneySet.nullish(),
  /** What is left of both: an answer of the GraphQL API names refunded fees nowhere else. */
  current_total_duties_set: moneySet.nullish(),
  current_total_additional_fees_set: moneySet.nullish(),
  total_tip_received: amount.nullish(),
  total_tip_received_set: moneySet.nullish(),
  /** Made to try a checkout: nobody pays for it. */
  test: z.boolean().nullish(),
  financial_status: z.string().nullish(),
  fulfillment_status: z.string().nullish(),
  taxes_included: z.boolean().nullish(),
  email: z.string().nullish(),
  customer: customer.nullish(),
  line_items: list(lineItem),
  shipping_lines: list(shippingLine),
  refunds: list(refundPayload),
  fulfillments: list(fulfillment),
  discount_codes: list(z.object({ code: z.string() })),
  note_attributes: list(z.object({ name: z.string(), value: z.string().nullish() })),
  source_name: z.string().nullish(),
  browser_ip: z.string().nullish(),
  phone: z.string().nullish(),
  shipping_address: address.nullish(),
});
export type ShopifyOrder = z.output<typeof orderPayload>;

/** `customers/create` and `customers/update`. */
export const customerPayload = customer.extend({
  created_at: moment.nullish(),
  updated_at: moment.nullish(),
});

/** `disputes/create` and `disputes/update` (https://shopify.dev/docs/api/admin-rest/latest/resources/dispute). */
export const disputePayload = z.object({
  id: ident,
  order_id: ident.nullish(),
  status: z.string(),
  amount,
  currency: z.string(),
  initiated_at: moment.nullish(),
  finalized_on: moment.nullish(),
});
export type ShopifyDispute = z.output<typeof disputePayload>;

/** `customers/merge`. */
export const mergePayload = z.object({
  admin_graphql_api_customer_kept_id: z.string(),
  admin_graphql_api_customer_deleted_id: z.string().nullish(),
  status: z.string().nullish(),
});

/** `orders/edited`: what was changed, and not what the order is now. */
export const editPayload = z.object({ order_edit: z.object({ order_id: ident }) });

// https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
const privacy = z.object({ shop_domain: z.string() });
const person = z.object({ id: ident, email: z.string().nullish() });

/** `customers/data_request`. */
export const dataRequestPayload = privacy.extend({
  customer: person,
  orders_requested: z.array(z.unknown()),
});

/** `customers/redact`. */
export const redactCustomerPayload = privacy.extend({
  customer: person,
  orders_to_redact: z.array(z.unknown()),
});

/** `shop/redact`: names the shop and nothing else. */
export const redactShopPayload = z.strictObject({ shop_id: ident, shop_domain: z.string() });

/** `app/uninstalled`: the shop. */
export const uninstalledPayload = z.object({
  myshopify_domain: z.string(),
  updated_at: moment.nullish(),
});
