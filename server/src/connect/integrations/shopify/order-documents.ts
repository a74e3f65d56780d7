/*
 * What is asked of the GraphQL Admin API about orders. A test holds every document against the
 * published schema of each version that is offered.
 */

const MONEY = /* GraphQL */ `
  fragment Money on MoneyBag {
    shopMoney {
      amount
    }
    presentmentMoney {
      amount
    }
  }
`;

const LINE = /* GraphQL */ `
  fragment Line on LineItem {
    id
    title
    quantity
    currentQuantity
    isGiftCard
    product {
      legacyResourceId
    }
    variant {
      legacyResourceId
    }
    originalUnitPriceSet {
      ...Money
    }
    discountAllocations {
      allocatedAmountSet {
        ...Money
      }
    }
    taxLines(first: 20) {
      priceSet {
        ...Money
      }
    }
  }
  ${MONEY}
`;

/** An order with its first lines; refunds are named, and asked for one by one, as costs have a bound. */
export const ORDER = /* GraphQL */ `
  query Order($id: ID!) {
    order(id: $id) {
      legacyResourceId
      createdAt
      processedAt
      updatedAt
      cancelledAt
      currencyCode
      presentmentCurrencyCode
      test
      totalPriceSet {
        ...Money
      }
      currentTotalPriceSet {
        ...Money
      }
      originalTotalDutiesSet {
        ...Money
      }
      originalTotalAdditionalFeesSet {
        ...Money
      }
      currentTotalDutiesSet {
        ...Money
      }
      currentTotalAdditionalFeesSet {
        ...Money
      }
      totalTipReceivedSet {
        ...Money
      }
      displayFinancialStatus
      displayFulfillmentStatus
      taxesIncluded
      email
      phone
      clientIp
      sourceName
      discountCodes
      customAttributes {
        key
        value
      }
      customer {
        legacyResourceId
        firstName
        lastName
        defaultEmailAddress {
          emailAddress
        }
      }
      shippingAddress {
        address1
        zip
        countryCodeV2
      }
      fulfillments(first: 20) {
        status
        displayStatus
        createdAt
        updatedAt
      }
      shippingLines(first: 5) {
        nodes {
          originalPriceSet {
            ...Money
          }
          discountAllocations {
            allocatedAmountSet {
              ...Money
            }
          }
          taxLines {
            priceSet {
              ...Money
            }
          }
        }
      }
      refunds(first: 50) {
        id
      }
      lineItems(first: 40) {
        nodes {
          ...Line
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${LINE}
`;

/** The lines of an order behind the first. */
export const LINES_OF_ORDER = /* GraphQL */ `
  query LinesOfOrder($id: ID!, $after: String!) {
    order(id: $id) {
      lineItems(first: 40, after: $after) {
        nodes {
          ...Line
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${LINE}
`;

/** A refund with everything it names. */
export const REFUND = /* GraphQL */ `
  query Refund($id: ID!) {
    refund(id: $id) {
      legacyResourceId
      createdAt
      processedAt
      refundLineItems(first: 100) {
        nodes {
          lineItem {
            id
          }
          quantity
          subtotalSet {
            ...Money
          }
          totalTaxSet {
            ...Money
          }
        }
      }
      refundShippingLines(first: 10) {
        nodes {
          subtotalAmountSet {
            ...Money
          }
          taxAmountSet {
            ...Money
          }
        }
      }
      duties {
        amountSet {
          ...Money
        }
      }
      orderAdjustments(first: 20) {
        nodes {
          reason
          amountSet {
            ...Money
          }
          taxAmountSet {
            ...Money
          }
        }
      }
      transactions(first: 20) {
        nodes {
          kind
          status
          amountSet {
            ...Money
          }
        }
      }
    }
  }
  ${MONEY}
`;

/** Orders that changed, the longest unchanged first. */
export const CHANGED_ORDERS = /* GraphQL */ `
  query ChangedOrders($query: String!, $first: Int!, $after: String) {
    orders(query: $query, first: $first, after: $after, sortKey: UPDATED_AT) {
      nodes {
        legacyResourceId
        updatedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
