import { shopperRecordOperations } from './operations.ts';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { eraseLeft } from './erase-shopper.ts';
import { shopperExportRoutes } from './export-list.ts';
import { adjustmentRoutes, tillRoutes } from './till-routes.ts';
import { meRoutes } from './me-routes.ts';
import { guestRoutes, shopperRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const shopperRecord = {
  name: 'backoffice/shopper-record',
  events: ['shopper.merged', 'shopper.erased'],
  jobs: (deps) => [{ name: 'eraseLeft', everyMs: HOUR_MS, run: () => eraseLeft(deps) }],
  routes: {
    merchant: {
      '/shoppers': shopperRoutes,
      '/exports/shoppers': shopperExportRoutes,
      '/guests': guestRoutes,
      '/till': tillRoutes,
      '/adjustments': adjustmentRoutes,
    },
    shopper: { '/me': meRoutes },
  },
  operations: shopperRecordOperations,
  tags: {
    shoppers: 'Members: their points, their history, their data',
    exports: 'Lists as tables for spreadsheets',
    guests: 'Whoever bought under an address alone',
    till: 'Members at a counter, by their card',
    adjustments: 'Points given or taken by hand, many at once',
  },
  abilities: {
    '/shoppers': { read: 'read', write: 'serve' },
    '/exports/shoppers': { read: 'read', write: 'own' },
    '/guests': { read: 'read', write: 'serve' },
    '/till': { read: 'read', write: 'serve' },
    '/adjustments': { read: 'read', write: 'serve' },
  },
} satisfies Area;
