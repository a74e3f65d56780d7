import { balanceRoutes } from './balance-routes.ts';
import { bringPhoto } from './bring-photo.ts';
import { importRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const imports = {
  name: 'backoffice/imports',
  routes: {
    merchant: { '/reviews/imports': importRoutes, '/balances/imports': balanceRoutes },
  },
  abilities: {
    '/reviews/imports': { read: 'read', write: 'run' },
    '/balances': { read: 'read', write: 'run' },
  },
  couriers: { importedPhoto: { lane: 'fetch', deliver: bringPhoto } },
  tables: {
    balanceImports: { carried: { id: '' } },
    reviewImports: { carried: { id: '' } },
  },
} satisfies Area;
