import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is written to be sent, as WooCommerce writes it. */
export type Loose = Record<string, unknown>;

/** The order that WooCommerce documents. */
export const SAMPLE_ORDER = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/woocommerce/order.json'), 'utf8'),
) as Loose;

/** The product that WooCommerce documents. */
export const SAMPLE_PRODUCT = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/woocommerce/product.json'), 'utf8'),
) as Loose;
