import { ordersOperations } from './operations.ts';
import { orderTables } from './tables.ts';
import { forgetOwner } from './forget-owner.ts';
import { listLatestOrders } from './list-orders.ts';
import { moveOrdersTo } from './move-orders.ts';
import { MINUTE_MS } from '../../platform/lib/clock.ts';
import { orderExportRoutes } from './export-orders.ts';
import { readListed } from './read-listed.ts';
import { orderRoutes, quoteRoutes } from './routes.ts';
import { seenRoutes } from './seen-routes.ts';
import type { Area } from '../../area.ts';

export const orders = {
  name: 'loyalty/orders',
  events: ['order.recorded'],
  schema: [orderTables],
  routes: {
    merchant: {
      '/orders': orderRoutes,
      '/exports/orders': orderExportRoutes,
      '/seen-items': seenRoutes,
    },
    storefront: { '/': quoteRoutes },
  },
  operations: ordersOperations,
  tags: {
    orders: 'What was bought: the full state of an order, sent as often as anything changes',
    'seen-items': 'Products, collections and tags to choose among',
  },
  abilities: {
    '/orders': { read: 'read', write: 'sell' },
    '/seen-items': { read: 'read', write: 'run' },
    '/exports/orders': { read: 'read', write: 'own' },
  },
  jobs: (deps) => [{ name: 'readListed', everyMs: MINUTE_MS / 4, run: () => readListed(deps) }],
  tables: {
    orders: { carried: { id: '' }, person: { list: 'done', move: 'done', erase: 'done' } },
  },
  personalData: {
    list: async (tx, asked) => ({ orders: await listLatestOrders(tx, asked) }),
    move: moveOrdersTo,
    erase: forgetOwner,
  },
} satisfies Area;
