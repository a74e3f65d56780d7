import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { API_VERSION } from '../connect/integrations/shopify/admin-api.ts';
import {
  CHANGED_ORDERS,
  LINES_OF_ORDER,
  ORDER,
  REFUND,
} from '../connect/integrations/shopify/order-documents.ts';
import {
  CHANGED_PRODUCTS,
  PRODUCT,
  VARIANTS_OF_PRODUCT,
} from '../connect/integrations/shopify/product-documents.ts';
import {
  CREATE_BASIC,
  CREATE_FREE_SHIPPING,
  DELETE_CODE,
  FIND_CODE,
} from '../connect/integrations/shopify/vouchers.ts';

/** Everything that is asked of the Admin API. */
export const ADMIN_DOCUMENTS: readonly string[] = [
  ORDER,
  LINES_OF_ORDER,
  REFUND,
  CHANGED_ORDERS,
  PRODUCT,
  CHANGED_PRODUCTS,
  VARIANTS_OF_PRODUCT,
  CREATE_BASIC,
  CREATE_FREE_SHIPPING,
  FIND_CODE,
  DELETE_CODE,
];

/** The version that is asked, and the others that Shopify offers beside it. */
export const ADMIN_VERSIONS: readonly string[] = ['2026-01', '2026-04', '2026-07', API_VERSION];

/** Where the schema of a version is kept. */
export const schemaPath = (version: string): string =>
  join(import.meta.dirname, `fixtures/shopify-schemas/${version}.graphql`);

/** The published schema of a version of the Admin API (ISC, of Shopify), as far as we ask. */
export const adminSchema = (version: string): GraphQLSchema =>
  buildSchema(readFileSync(schemaPath(version), 'utf8'), { assumeValid: true });
