/*
 * What is asked of the GraphQL Admin API about products. A test holds every document against the
 * published schema of each version that is offered.
 */

const PRODUCT_FIELDS = /* GraphQL */ `
  fragment Variants on ProductVariantConnection {
    nodes {
      legacyResourceId
      price
      availableForSale
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  fragment Product on Product {
    legacyResourceId
    title
    handle
    status
    publishedAt
    updatedAt
    tags
    featuredMedia {
      ... on MediaImage {
        image {
          url
        }
      }
    }
    variants(first: 30) {
      ...Variants
    }
  }
`;

/** A product with its first variants. */
export const PRODUCT = /* GraphQL */ `
  query Product($id: ID!) {
    product(id: $id) {
      ...Product
    }
  }
  ${PRODUCT_FIELDS}
`;

/** Products that changed, the longest unchanged first. A page of them stays below what one question may cost. */
export const CHANGED_PRODUCTS = /* GraphQL */ `
  query ChangedProducts($query: String!, $first: Int!, $after: String) {
    products(query: $query, first: $first, after: $after, sortKey: UPDATED_AT) {
      nodes {
        ...Product
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${PRODUCT_FIELDS}
`;

/** The variants of a product behind the first. */
export const VARIANTS_OF_PRODUCT = /* GraphQL */ `
  query VariantsOfProduct($id: ID!, $after: String!) {
    product(id: $id) {
      variants(first: 100, after: $after) {
        nodes {
          legacyResourceId
          price
          availableForSale
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;
