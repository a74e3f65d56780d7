import { z } from 'zod';
import type { Reward } from '@okaeri/shared/rewards';
import type { Deps } from '../../../deps.ts';
import type { VoucherRequest } from '../contract/voucher-request.ts';
import { minorToDecimal } from '../../../platform/lib/currency.ts';
import { whyNoDiscount } from './discount-rules.ts';
import { askShopify, ShopifyRefusedError, type ShopifyAccess } from './admin-api.ts';

export const CREATE_BASIC = /* GraphQL */ `
  mutation CreateDiscount($input: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $input) {
      codeDiscountNode {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`;

export const CREATE_FREE_SHIPPING = /* GraphQL */ `
  mutation CreateFreeShipping($input: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) {
      codeDiscountNode {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`;

export const FIND_CODE = /* GraphQL */ `
  query FindCode($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      id
    }
  }
`;

export const DELETE_CODE = /* GraphQL */ `
  mutation DeleteDiscount($id: ID!) {
    discountCodeDelete(id: $id) {
      deletedCodeDiscountId
      userErrors {
        code
        message
      }
    }
  }
`;

const errors = z.array(z.object({ code: z.string().nullish(), message: z.string() }));
const created = z.object({ userErrors: errors }).nullable();
const basicAnswer = z.object({ discountCodeBasicCreate: created });
const shippingAnswer = z.object({ discountCodeFreeShippingCreate: created });
const foundAnswer = z.object({ codeDiscountNodeByCode: z.object({ id: z.string() }).nullable() });
const deletedAnswer = z.object({ discountCodeDelete: z.object({ userErrors: errors }).nullable() });

/** Made already: an answer that was lost, and the same code again. */
const TAKEN = 'TAKEN';

/**
 * Makes a code at Shopify. Making the same again changes nothing.
 *
 * @throws ShopifyRefusedError when it cannot be made
 */
export const makeVoucher = async (
  deps: Deps,
  access: ShopifyAccess,
  order: VoucherRequest,
): Promise<void> => {
  const why = whyNoDiscount(order.reward);
  if (why !== undefined) throw new ShopifyRefusedError(why);
  const common = commonOf(order);
  const made =
    order.reward.kind === 'freeShipping'
      ? await askShopify(deps, access, {
          document: CREATE_FREE_SHIPPING,
          variables: { input: { ...common, destination: { all: true } } },
          schema: shippingAnswer.transform((said) => said.discountCodeFreeShippingCreate),
        })
      : await askShopify(deps, access, {
          document: CREATE_BASIC,
          variables: {
            input: {
              ...common,
              customerGets: { value: valueOf(order), items: itemsOf(order.reward) },
            },
          },
          schema: basicAnswer.transform((said) => said.discountCodeBasicCreate),
        });
  const [failure] = made?.userErrors ?? [];
  if (failure !== undefined && failure.code !== TAKEN)
    throw new ShopifyRefusedError(failure.message);
};

/** Deletes a code. One that is not there is deleted. */
export const deleteVoucher = async (
  deps: Deps,
  access: ShopifyAccess,
  code: string,
): Promise<void> => {
  const asked = { document: FIND_CODE, variables: { code }, schema: foundAnswer };
  const { codeDiscountNodeByCode: found } = await askShopify(deps, access, asked);
  if (found === null) return;
  const said = await askShopify(deps, access, {
    document: DELETE_CODE,
    variables: { id: found.id },
    schema: deletedAnswer,
  });
  const [failure] = said.discountCodeDelete?.userErrors ?? [];
  if (failure !== undefined) throw new ShopifyRefusedError(failure.message);
};

/**
 * Makes a code that was used good again: Shopify goes on counting its use after the order was sent back.
 *
 * @throws ShopifyRefusedError when it cannot be made
 */
export const renewVoucher = async (
  deps: Deps,
  access: ShopifyAccess,
  order: VoucherRequest,
): Promise<void> => {
  await deleteVoucher(deps, access, order.code);
  await makeVoucher(deps, access, order);
};

/** What both kinds of discount have. */
function commonOf(order: VoucherRequest): object {
  const { combinable } = order.reward;
  const isProduct = /Product|collection/.test(order.reward.kind);
  return {
    title: order.title,
    code: order.code,
    startsAt: new Date(order.startsAt).toISOString(),
    endsAt: new Date(order.endsAt).toISOString(),
    usageLimit: 1,
    appliesOncePerCustomer: true,
    context:
      order.customerId === null
        ? { all: 'ALL' }
        : { customers: { add: [gid('Customer', order.customerId)] } },
    combinesWith: {
      orderDiscounts: combinable && isProduct,
      productDiscounts: combinable,
      shippingDiscounts: combinable && order.reward.kind !== 'freeShipping',
    },
    ...minimumOf(order),
  };
}

function valueOf({ reward, valueMinor, currency }: VoucherRequest): object {
  if (reward.kind === 'percentage') return { percentage: reward.percent / 100 };
  if (reward.kind === 'freeProduct') return { percentage: 1 };
  const amount = minorToDecimal(valueMinor, currency);
  return { discountAmount: { amount, appliesOnEachItem: false } };
}

/** Everything is bought, or only these. */
function itemsOf(reward: Reward): object {
  switch (reward.kind) {
    case 'freeProduct':
      return { products: { productsToAdd: [gid('Product', reward.productId)] } };
    case 'productDiscount':
      return { products: { productsToAdd: reward.productIds.map((id) => gid('Product', id)) } };
    case 'collectionDiscount':
      return { collections: { add: reward.collectionIds.map((id) => gid('Collection', id)) } };
    default:
      return { all: true };
  }
}

function gid(kind: 'Product' | 'Collection' | 'Customer', id: string): string {
  return `gid://shopify/${kind}/${id}`;
}

function minimumOf({ reward, currency }: VoucherRequest): object {
  const basket = reward.minimumBasket[currency];
  if (basket !== undefined) {
    const least = minorToDecimal(basket, currency);
    return { minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: least } } };
  }
  if (reward.minimumItems === 0) return {};
  const quantity = { greaterThanOrEqualToQuantity: String(reward.minimumItems) };
  return { minimumRequirement: { quantity } };
}
