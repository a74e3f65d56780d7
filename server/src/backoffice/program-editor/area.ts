import { programRoutes, publicProgramRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const programEditor = {
  name: 'backoffice/program-editor',
  routes: { merchant: { '/program': programRoutes }, storefront: { '/': publicProgramRoutes } },
  abilities: { '/program': { read: 'read', write: 'run' } },
} satisfies Area;
