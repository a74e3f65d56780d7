import { simulationOperations } from './operations.ts';
import { simulationRoutes } from './simulate-routes.ts';
import type { Area } from '../../area.ts';

export const simulation = {
  name: 'backoffice/simulation',
  routes: { merchant: { '/program': simulationRoutes } },
  operations: simulationOperations,
} satisfies Area;
