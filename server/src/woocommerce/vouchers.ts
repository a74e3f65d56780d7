import { z } from 'zod';
import type { Reward } from '@okaeri/shared/rewards';
import type { Deps } from '../deps.ts';
import type { VoucherOrder } from '../integrations/voucher-order.ts';
import { minorToDecimal } from '../lib/currency.ts';
import { askWoo, WooRefusedError, type WooAccess } from './rest-api.ts';

const coupon = z.object({
  id: z.union([z.number(), z.string()]).transform(String),
  code: z.string(),
});

const numbers = (ids: readonly string[]): number[] => ids.map(Number).filter(Number.isSafeInteger);

/** What is taken off, and of what (https://woocommerce.github.io/woocommerce-rest-api-docs/#coupon-properties). */
const valueOf = ({ reward, valueMinor, currency }: VoucherOrder): object | undefined => {
  const fixed = { discount_type: 'fixed_cart', amount: minorToDecimal(valueMinor, currency) };
  switch (reward.kind) {
    case 'fixedDiscount':
    case 'variableDiscount':
      return fixed;
    case 'percentage':
      return { discount_type: 'percent', amount: String(reward.percent) };
    case 'freeShipping':
      return { discount_type: 'fixed_cart', amount: '0', free_shipping: true };
    case 'freeProduct':
      return {
        discount_type: 'percent',
        amount: '100',
        product_ids: numbers([reward.productId]),
        limit_usage_to_x_items: 1,
      };
    case 'productDiscount':
      return { ...fixed, product_ids: numbers(reward.productIds) };
    case 'collectionDiscount':
      return { ...fixed, product_categories: numbers(reward.collectionIds) };
    default:
      return undefined;
  }
};

const minimumOf = (reward: Reward, currency: string): object => {
  const basket = reward.minimumBasket[currency];
  return basket === undefined ? {} : { minimum_amount: minorToDecimal(basket, currency) };
};

/** Made already: an answer that was lost, and the same code again. */
const TAKEN = 'woocommerce_rest_coupon_code_already_exists';

/**
 * Makes a coupon. Making the same again changes nothing.
 *
 * @throws WooRefusedError when it cannot be made
 */
export const makeVoucher = async (
  deps: Deps,
  access: WooAccess,
  order: VoucherOrder,
): Promise<void> => {
  const { reward, code, email } = order;
  const value = valueOf(order);
  if (value === undefined)
    throw new WooRefusedError(
      0,
      '',
      `WooCommerce has no coupons for a reward of kind ${reward.kind}`,
    );
  const body = {
    code,
    description: order.title,
    ...value,
    ...minimumOf(reward, order.currency),
    individual_use: !reward.combinable,
    usage_limit: 1,
    usage_limit_per_user: 1,
    // Without an offset and in UTC.
    date_expires_gmt: new Date(order.endsAt).toISOString().slice(0, 19),
    ...(email !== null && { email_restrictions: [email] }),
  };
  try {
    await askWoo(deps, access, { method: 'POST', path: 'coupons', body, schema: coupon });
  } catch (error) {
    if (!(error instanceof WooRefusedError && error.code === TAKEN)) throw error;
  }
};

/** Deletes a coupon. One that is not there is deleted. */
export const deleteVoucher = async (deps: Deps, access: WooAccess, code: string): Promise<void> => {
  const query = { code: code.toLowerCase() };
  const found = await askWoo(deps, access, {
    method: 'GET',
    path: 'coupons',
    query,
    schema: z.array(coupon),
  });
  const [known] = found.filter((one) => one.code.toLowerCase() === query.code);
  if (known === undefined) return;
  try {
    await askWoo(deps, access, {
      method: 'DELETE',
      path: `coupons/${known.id}`,
      query: { force: 'true' },
      schema: coupon,
    });
  } catch (error) {
    if (!(error instanceof WooRefusedError && error.status === 404)) throw error;
  }
};
