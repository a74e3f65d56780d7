import { z } from 'zod';

/* What is read of the answers to the questions of `order-documents.ts`. */

const number = z.union([z.string(), z.number()]).transform(String);
const money = z.object({ amount: z.string() });
const bag = z.object({ shopMoney: money, presentmentMoney: money });
const named = z.object({ legacyResourceId: number }).nullable();
const priced = z.object({ priceSet: bag });
const allocated = z.object({ allocatedAmountSet: bag });
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const line = z.object({
  id: z.string(),
  title: z.string(),
  quantity: z.number(),
  currentQuantity: z.number(),
  isGiftCard: z.boolean(),
  product: named,
  variant: named,
  originalUnitPriceSet: bag,
  discountAllocations: z.array(allocated),
  taxLines: z.array(priced),
});
const lineItems = z.object({ nodes: z.array(line), pageInfo });

const refund = z.object({
  legacyResourceId: number,
  createdAt: z.string().nullable(),
  processedAt: z.string(),
  refundLineItems: z.object({
    nodes: z.array(
      z.object({
        lineItem: z.object({ id: z.string() }),
        quantity: z.number(),
        subtotalSet: bag,
        totalTaxSet: bag,
      }),
    ),
  }),
  refundShippingLines: z.object({
    nodes: z.array(z.object({ subtotalAmountSet: bag, taxAmountSet: bag })),
  }),
  duties: z.array(z.object({ amountSet: bag })).nullable(),
  orderAdjustments: z.object({
    nodes: z.array(z.object({ reason: z.string().nullable(), amountSet: bag, taxAmountSet: bag })),
  }),
  transactions: z.object({
    nodes: z.array(z.object({ kind: z.string(), status: z.string(), amountSet: bag })),
  }),
});

const order = z.object({
  legacyResourceId: number,
  createdAt: z.string(),
  processedAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullable(),
  currencyCode: z.string(),
  presentmentCurrencyCode: z.string(),
  test: z.boolean(),
  totalPriceSet: bag,
  currentTotalPriceSet: bag,
  originalTotalDutiesSet: bag.nullable(),
  originalTotalAdditionalFeesSet: bag.nullable(),
  currentTotalDutiesSet: bag.nullable(),
  currentTotalAdditionalFeesSet: bag.nullable(),
  totalTipReceivedSet: bag,
  displayFinancialStatus: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  taxesIncluded: z.boolean(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  clientIp: z.string().nullable(),
  sourceName: z.string().nullable(),
  discountCodes: z.array(z.string()),
  customAttributes: z.array(z.object({ key: z.string(), value: z.string().nullable() })),
  customer: z
    .object({
      legacyResourceId: number,
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      defaultEmailAddress: z.object({ emailAddress: z.string() }).nullable(),
    })
    .nullable(),
  shippingAddress: z
    .object({
      address1: z.string().nullable(),
      zip: z.string().nullable(),
      countryCodeV2: z.string().nullable(),
    })
    .nullable(),
  fulfillments: z.array(
    z.object({
      status: z.string(),
      displayStatus: z.string().nullable(),
      createdAt: z.string(),
      updatedAt: z.string(),
    }),
  ),
  shippingLines: z.object({
    nodes: z.array(
      z.object({
        originalPriceSet: bag,
        discountAllocations: z.array(allocated),
        taxLines: z.array(priced),
      }),
    ),
  }),
  refunds: z.array(z.object({ id: z.string() })),
  lineItems,
});

export type AskedBag = z.output<typeof bag>;
export type AskedLine = z.output<typeof line>;
export type AskedRefund = z.output<typeof refund>;
export type AskedOrder = z.output<typeof order>;

export const orderAnswer = z.object({ order: order.nullable() });
export const linesAnswer = z.object({ order: z.object({ lineItems }).nullable() });
export const refundAnswer = z.object({ refund: refund.nullable() });
export const changedOrdersAnswer = z.object({
  orders: z.object({
    nodes: z.array(z.object({ legacyResourceId: number, updatedAt: z.string() })),
    pageInfo,
  }),
});
