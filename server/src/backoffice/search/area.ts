import type { Area } from '../../area.ts';
import { searchOperations } from './operations.ts';
import { searchRoutes } from './routes.ts';

export const search = {
  name: 'backoffice/search',
  routes: { merchant: { '/search': searchRoutes } },
  operations: searchOperations,
  tags: { search: 'Whatever goes by a name, a number or a code' },
  abilities: { '/search': { read: 'read', write: 'own' } },
} satisfies Area;
