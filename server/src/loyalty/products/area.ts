import { productsOperations } from './operations.ts';
import { productTables } from './tables.ts';
import { productRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const products = {
  name: 'loyalty/products',
  events: ['product.recorded'],
  schema: [productTables],
  routes: { merchant: { '/products': productRoutes } },
  operations: productsOperations,
  tags: {
    products:
      'What is sold: the full state of a product, sent as often as anything about it changes',
  },
  abilities: { '/products': { read: 'read', write: 'sell' } },
  tables: {
    products: { carried: { id: '' } },
    productTallies: { carried: {} },
  },
} satisfies Area;
