import { setupOperations } from './operations.ts';
import { mailRoutes } from './mail-routes.ts';
import type { Area } from '../../area.ts';

export const setup = {
  name: 'backoffice/setup',
  routes: { merchant: { '/mail': mailRoutes } },
  operations: setupOperations,
  tags: { mail: 'Where e-mail comes from', account: 'Whoever is signed in to the console' },
  abilities: { '/mail': { read: 'read', write: 'run' } },
} satisfies Area;
