import { setupOperations } from './operations.ts';
import { mailRoutes } from './mail-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import type { Area } from '../../area.ts';

export const setup = {
  name: 'backoffice/setup',
  routes: { merchant: { '/mail': mailRoutes, '/overview': overviewRoutes } },
  operations: setupOperations,
  tags: {
    overview: 'What the console says on every page',
    mail: 'Where e-mail comes from',
    account: 'Whoever is signed in to the console',
  },
  abilities: {
    '/mail': { read: 'read', write: 'run' },
    '/overview': { read: 'read', write: 'own' },
  },
} satisfies Area;
