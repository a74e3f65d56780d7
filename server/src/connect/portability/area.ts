import { portabilityOperations } from './operations.ts';
import { portabilityRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const portability = {
  name: 'connect/portability',
  routes: { merchant: { '/shop/export': portabilityRoutes } },
  operations: portabilityOperations,
  abilities: { '/shop/export': { read: 'own', write: 'own' } },
} satisfies Area;
