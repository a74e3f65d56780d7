import { appearanceRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const appearance = {
  name: 'backoffice/appearance',
  routes: { merchant: { '/appearance': appearanceRoutes } },
  abilities: { '/appearance': { read: 'read', write: 'run' } },
} satisfies Area;
