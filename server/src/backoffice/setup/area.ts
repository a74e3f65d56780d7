import { mailRoutes } from './mail-routes.ts';
import type { Area } from '../../area.ts';

export const setup = {
  name: 'backoffice/setup',
  routes: { merchant: { '/mail': mailRoutes } },
  abilities: { '/mail': { read: 'read', write: 'run' } },
} satisfies Area;
