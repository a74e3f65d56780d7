import type { Area } from '../../area.ts';
import { meOperations } from './operations.ts';
import { ownOrderRoutes } from './routes.ts';

export const me = {
  name: 'loyalty/me',
  routes: { shopper: { '/me/orders': ownOrderRoutes } },
  operations: meOperations,
} satisfies Area;
