import { z } from 'zod';
import type { Reward } from '@okaeri/shared/rewards';
import type { Deps } from '../../../deps.ts';
import type { VoucherRequest } from '../contract/voucher-request.ts';
import { minorToDecimal } from '../../../platform/lib/currency.ts';
import { couponIds, whyNoCoupon } from './coupon-rules.ts';
import { askWoo, WooRefusedError, type WooAccess } from './rest-api.ts';

const coupon = z.object({
  id: z.union([z.number(), z.string()]).transform(String),
  code: z.string(),
  /** How often it was used, and not undone since. */
  usage_count: z.coerce.number().optional(),
});

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
  order: VoucherRequest,
): Promise<void> => {
  const { reward, code, email } = order;
  const why = whyNoCoupon(reward);
  if (why !== undefined) throw new WooRefusedError(0, '', why);
  const body = {
    code,
    description: order.title,
    ...valueOf(order),
    ...minimumOf(reward, order.currency),
    individual_use: !reward.combinable,
    usage_limit: 1,
    usage_limit_per_user: 1,
    date_expires: instantFor(order.endsAt),
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
  const known = await findCoupon(deps, access, code);
  if (known !== undefined) await deleteCoupon(deps, access, known.id);
};

/**
 * Makes a coupon that was used good again. WooCommerce undoes a use itself where an order is cancelled, not
 * where it is refunded; what it has undone is left as it is.
 *
 * @throws WooRefusedError when it cannot be made
 */
export const renewVoucher = async (
  deps: Deps,
  access: WooAccess,
  order: VoucherRequest,
): Promise<void> => {
  const known = await findCoupon(deps, access, order.code);
  if (known?.usage_count === 0) return;
  if (known !== undefined) await deleteCoupon(deps, access, known.id);
  await makeVoucher(deps, access, order);
};

/** What is taken off, and of what (https://woocommerce.github.io/woocommerce-rest-api-docs/#coupon-properties). */
function valueOf({ reward, valueMinor, currency }: VoucherRequest): object {
  const amount = minorToDecimal(valueMinor, currency);
  // `fixed_cart` spreads over all that is in the cart, whatever goods it names. Off one piece of them, the
  // dearest, it is off what the reward says, once.
  const fixedOnce = { discount_type: 'fixed_product', amount, limit_usage_to_x_items: 1 };
  switch (reward.kind) {
    case 'percentage':
      return { discount_type: 'percent', amount: String(reward.percent) };
    case 'freeShipping':
      return { discount_type: 'fixed_cart', amount: '0', free_shipping: true };
    case 'freeProduct':
      return {
        discount_type: 'percent',
        amount: '100',
        product_ids: couponIds([reward.productId]),
        limit_usage_to_x_items: 1,
      };
    case 'productDiscount':
      return { ...fixedOnce, product_ids: couponIds(reward.productIds) };
    case 'collectionDiscount':
      return { ...fixedOnce, product_categories: couponIds(reward.collectionIds) };
    default:
      return { discount_type: 'fixed_cart', amount };
  }
}

function minimumOf(reward: Reward, currency: string): object {
  const basket = reward.minimumBasket[currency];
  return basket === undefined ? {} : { minimum_amount: minorToDecimal(basket, currency) };
}

/**
 * An instant as WooCommerce takes it: without a zone it would be the site's own time, with one it is read to the
 * second and without parts of it. `date_expires_gmt` can only be read.
 */
function instantFor(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

async function findCoupon(
  deps: Deps,
  access: WooAccess,
  code: string,
): Promise<z.output<typeof coupon> | undefined> {
  const query = { code: code.toLowerCase() };
  const found = await askWoo(deps, access, {
    method: 'GET',
    path: 'coupons',
    query,
    schema: z.array(coupon),
  });
  return found.find((one) => one.code.toLowerCase() === query.code);
}

async function deleteCoupon(deps: Deps, access: WooAccess, id: string): Promise<void> {
  try {
    await askWoo(deps, access, {
      method: 'DELETE',
      path: `coupons/${id}`,
      query: { force: 'true' },
      schema: coupon,
    });
  } catch (error) {
    if (!(error instanceof WooRefusedError && error.status === 404)) throw error;
  }
}
