import type { Graph, ShopifyServer } from './shopify-server.ts';

type Sets = { shop_money: { amount: string }; presentment_money: { amount: string } };
type Loose = Record<string, unknown>;

/** An order, as webhooks carry it, with what it comes to and what is left of that. */
export const withTotals = (payload: Loose): Loose => ({
  ...payload,
  total_price: totalOf(payload),
  current_total_price: leftOf(payload),
});

/** Puts a product, as webhooks carry it, where the GraphQL API of the test's server finds it. */
export const putProductAtShopify = (server: ShopifyServer, payload: Loose): void => {
  const id = String(payload['id']);
  const image = payload['image'] as { src: string } | null;
  const variants = all(payload['variants']).map((one) => ({
    legacyResourceId: String(one['id']),
    price: one['price'],
    availableForSale:
      one['inventory_policy'] === 'continue' || Number(one['inventory_quantity']) > 0,
  }));
  server.products.set(id, {
    legacyResourceId: id,
    title: payload['title'],
    handle: payload['handle'],
    status: String(payload['status']).toUpperCase(),
    publishedAt: payload['published_at'] ?? null,
    updatedAt: String(payload['updated_at']),
    tags: String(payload['tags']).split(', '),
    featuredMedia: image && { __typename: 'MediaImage', image: { url: image.src } },
    variants: (asked: { first: number; after?: string }) => {
      const from = Number(asked.after ?? 0);
      const nodes = variants.slice(from, from + asked.first);
      const end = from + nodes.length;
      return { nodes, pageInfo: { hasNextPage: end < variants.length, endCursor: String(end) } };
    },
  });
};

/** Puts an order, as webhooks carry it, where the GraphQL API of the test's server finds it. */
export const putAtShopify = (server: ShopifyServer, payload: Loose): void => {
  const id = String(payload['id']);
  const refunds = all(payload['refunds']);
  for (const refund of refunds)
    server.refunds.set(`gid://shopify/Refund/${String(refund['id'])}`, refundOf(refund));
  const order: Graph = {
    legacyResourceId: id,
    createdAt: payload['created_at'],
    processedAt: payload['processed_at'],
    updatedAt: String(payload['updated_at']),
    cancelledAt: payload['cancelled_at'] ?? null,
    currencyCode: payload['currency'],
    presentmentCurrencyCode: payload['presentment_currency'],
    totalPriceSet: bag(payload['total_price'] ?? totalOf(payload), payload['total_price_set']),
    test: payload['test'] ?? false,
    currentTotalPriceSet: bag(
      payload['current_total_price'] ?? leftOf(payload),
      payload['current_total_price_set'],
    ),
    originalTotalDutiesSet: bagIfAny(payload['original_total_duties_set']),
    originalTotalAdditionalFeesSet: bagIfAny(payload['original_total_additional_fees_set']),
    currentTotalDutiesSet: bagIfAny(payload['current_total_duties_set']),
    currentTotalAdditionalFeesSet: bagIfAny(payload['current_total_additional_fees_set']),
    totalTipReceivedSet: bag(payload['total_tip_received']),
    displayFinancialStatus: String(payload['financial_status']).toUpperCase(),
    displayFulfillmentStatus: 'UNFULFILLED',
    taxesIncluded: payload['taxes_included'],
    email: payload['email'] ?? null,
    phone: null,
    clientIp: null,
    sourceName: payload['source_name'],
    discountCodes: all(payload['discount_codes']).map((one) => one['code']),
    customAttributes: [],
    customer: customerOf(payload['customer'] as Loose | null),
    shippingAddress: null,
    fulfillments: [],
    shippingLines: page(
      all(payload['shipping_lines']).map((one) => ({
        originalPriceSet: bag(one['price']),
        discountAllocations: [],
        taxLines: all(one['tax_lines']).map((tax) => ({ priceSet: bag(tax['price']) })),
      })),
    ),
    refunds: refunds.map((refund) => ({ id: `gid://shopify/Refund/${String(refund['id'])}` })),
    lineItems: page(all(payload['line_items']).map(lineOf)),
  };
  server.orders.set(id, order);
};

/** What its lines and shipping come to. */
function totalOf(payload: Loose): string {
  const isIn = payload['taxes_included'] === true;
  const taxes = (of: Loose): number =>
    isIn ? 0 : all(of['tax_lines']).reduce((sum, tax) => sum + Number(tax['price']), 0);
  const off = (of: Loose): number =>
    all(of['discount_allocations']).reduce((sum, one) => sum + Number(one['amount']), 0);
  let sum = 0;
  for (const line of all(payload['line_items']))
    sum += Number(line['price']) * Number(line['quantity']) - off(line) + taxes(line);
  for (const line of all(payload['shipping_lines'])) sum += Number(line['price']) + taxes(line);
  return sum.toFixed(2);
}

/** What is left of it once everything was paid back that was. */
function leftOf(payload: Loose): string {
  const paid = all(payload['refunds'])
    .flatMap((refund) => all(refund['transactions']))
    .filter(({ status }) => status === 'success')
    .reduce((sum, { amount }) => sum + Number(amount), 0);
  return Math.max(0, Number(payload['total_price'] ?? totalOf(payload)) - paid).toFixed(2);
}

function all(value: unknown): Loose[] {
  return (value ?? []) as Loose[];
}

function refundOf(refund: Loose): Loose {
  return {
    legacyResourceId: String(refund['id']),
    createdAt: refund['created_at'],
    processedAt: refund['processed_at'],
    refundLineItems: page(
      all(refund['refund_line_items']).map((line) => ({
        lineItem: { id: `gid://shopify/LineItem/${String(line['line_item_id'])}` },
        quantity: line['quantity'],
        subtotalSet: bag(line['subtotal']),
        totalTaxSet: bag(line['total_tax']),
      })),
    ),
    refundShippingLines: page(
      all(refund['order_adjustments'])
        .filter(isShipping)
        .map((one) => ({
          subtotalAmountSet: bag(String(one['amount']).replace('-', '')),
          taxAmountSet: bag(String(one['tax_amount']).replace('-', '')),
        })),
    ),
    duties: all(refund['duties']).map((one) => ({ amountSet: bag(one['amount']) })),
    orderAdjustments: page(
      all(refund['order_adjustments'])
        .filter((one) => !isShipping(one))
        .map((one) => ({
          reason: 'REFUND_DISCREPANCY',
          amountSet: bag(one['amount']),
          taxAmountSet: bag(one['tax_amount']),
        })),
    ),
    transactions: page(
      all(refund['transactions']).map((one) => ({
        kind: String(one['kind']).toUpperCase(),
        status: String(one['status']).toUpperCase(),
        amountSet: bag(one['amount']),
      })),
    ),
  };
}

function bag(amount: unknown, set?: unknown): unknown {
  const { shop_money: shop, presentment_money: shown } = (set ?? {}) as Partial<Sets>;
  const text = typeof amount === 'string' ? amount : '0.00';
  return {
    shopMoney: { amount: shop?.amount ?? text },
    presentmentMoney: { amount: shown?.amount ?? text },
  };
}

function bagIfAny(set: unknown): unknown {
  return set == null ? null : bag(undefined, set);
}

function customerOf(customer: Loose | null): Loose | null {
  return (
    customer && {
      legacyResourceId: String(customer['id']),
      firstName: customer['first_name'] ?? null,
      lastName: customer['last_name'] ?? null,
      defaultEmailAddress: { emailAddress: customer['email'] },
    }
  );
}

function page(nodes: unknown[]) {
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
}

function lineOf(line: Loose): Loose {
  return {
    id: `gid://shopify/LineItem/${String(line['id'])}`,
    title: line['title'],
    quantity: line['quantity'],
    currentQuantity: line['current_quantity'],
    isGiftCard: line['gift_card'] ?? false,
    product: { legacyResourceId: String(line['product_id']) },
    variant: { legacyResourceId: String(line['variant_id']) },
    originalUnitPriceSet: bag(line['price'], line['price_set']),
    discountAllocations: all(line['discount_allocations']).map((one) => ({
      allocatedAmountSet: bag(one['amount'], one['amount_set']),
    })),
    taxLines: all(line['tax_lines']).map((one) => ({
      priceSet: bag(one['price'], one['price_set']),
    })),
  };
}

function isShipping(adjustment: Loose): boolean {
  return adjustment['kind'] === 'shipping_refund';
}
