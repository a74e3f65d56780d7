import { appearanceOperations } from './operations.ts';
import { appearanceRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const appearance = {
  name: 'backoffice/appearance',
  routes: { merchant: { '/appearance': appearanceRoutes } },
  operations: appearanceOperations,
  tags: { appearance: 'How the widget looks and speaks' },
  abilities: { '/appearance': { read: 'read', write: 'run' } },
} satisfies Area;
