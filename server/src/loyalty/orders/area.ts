import { ordersOperations } from './operations.ts';
import { orderTables } from './tables.ts';
import { forgetOwner } from './forget-owner.ts';
import { listLatestOrders } from './list-orders.ts';
import { countShops } from './days/count-shops.ts';
import { moveDaysTo } from './days/move-days.ts';
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
  jobs: (deps) => [
    { name: 'readListed', everyMs: MINUTE_MS / 4, run: () => readListed(deps) },
    { name: 'countPurchaseDays', everyMs: MINUTE_MS / 4, run: () => countShops(deps) },
  ],
  tables: {
    orders: { carried: { id: '' }, person: { list: 'done', move: 'done', erase: 'done' } },
    purchaseDays: {
      carried: { shopperId: '', day: Number.MIN_SAFE_INTEGER },
      person: {
        list: { skipped: 'They are counted from the orders, which are listed.' },
        move: 'done',
        erase: { skipped: 'They name nobody, and the figures of all others are made of them.' },
      },
    },
    purchaseDayTerms: { carried: { skipped: 'The days are compared with the orders once more.' } },
  },
  personalData: {
    list: async (tx, asked) => ({ orders: await listLatestOrders(tx, asked) }),
    move: async (tx, ids) => {
      await moveOrdersTo(tx, ids);
      await moveDaysTo(tx, ids);
    },
    erase: forgetOwner,
  },
} satisfies Area;
