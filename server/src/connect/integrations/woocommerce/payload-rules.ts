import { z } from 'zod';

/*
 * What is read of WooCommerce's payloads: the resources of its REST API v3, which webhooks carry as
 * they are when they are sent (https://woocommerce.github.io/woocommerce-rest-api-docs, and
 * `class-wc-webhook.php`). Whatever else is in them is left alone.
 */

export const amount = z.union([z.string(), z.number()]).transform(String);
export const ident = z.union([z.int().min(0), z.string().regex(/^\d{1,20}$/)]).transform(String);
/** In UTC, and without saying so. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  .transform((text) => Date.parse(`${text}Z`));

export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((all) => all ?? []);

const meta = list(z.object({ key: z.string(), value: z.unknown() }));

const lineItem = z.object({
  id: ident,
  name: z.string().nullish(),
  product_id: ident.nullish(),
  variation_id: ident.nullish(),
  /** Whole, but for shops that sell by weight. */
  quantity: z.union([z.number(), z.string().transform(Number)]).pipe(z.number().min(0).max(1e6)),
  subtotal: amount,
  total: amount,
  total_tax: amount.nullish(),
});
export type WooLine = z.output<typeof lineItem>;

const charge = z.object({ total: amount, total_tax: amount.nullish() });

const person = z.object({
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
});

const place = z.object({
  address_1: z.string().nullish(),
  postcode: z.string().nullish(),
  country: z.string().nullish(),
});

/** An order. */
export const orderPayload = z.object({
  id: ident,
  /** The order it is a part of, of what a marketplace sends on to each of its sellers; 0 for none. */
  parent_id: ident.nullish(),
  status: z.string(),
  currency: z.string(),
  date_created_gmt: moment,
  date_modified_gmt: moment,
  date_paid_gmt: moment.nullish(),
  date_completed_gmt: moment.nullish(),
  /** Everything the order charged, before refunds. */
  total: amount.nullish(),
  customer_id: ident,
  customer_ip_address: z.string().nullish(),
  created_via: z.string().nullish(),
  billing: person.nullish(),
  shipping: place.nullish(),
  line_items: list(lineItem),
  shipping_lines: list(charge),
  fee_lines: list(charge),
  coupon_lines: list(z.object({ code: z.string() })),
  refunds: list(z.object({ id: ident, total: amount })),
  meta_data: meta,
});
export type WooOrder = z.output<typeof orderPayload>;

/** A refund of an order, as it is asked for: lines name whose they are in their notes. */
export const refundPayload = z.object({
  id: ident,
  date_created_gmt: moment,
  amount,
  line_items: list(
    z.object({
      quantity: z.union([z.number(), z.string().transform(Number)]),
      total: amount,
      total_tax: amount.nullish(),
      meta_data: meta,
    }),
  ),
  shipping_lines: list(charge),
  fee_lines: list(charge),
});
export type WooRefund = z.output<typeof refundPayload>;

/** A customer. */
export const customerPayload = z.object({
  id: ident,
  date_modified_gmt: moment.nullish(),
  date_created_gmt: moment,
  email: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
});

/** `order.deleted` carries nothing but the id. */
export const gonePayload = z.object({ id: ident });
