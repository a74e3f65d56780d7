import { HOUR_MS } from '../../platform/lib/clock.ts';
import { forgetFigures } from './figures/read-figure.ts';
import { insightsOperations } from './operations.ts';
import { insightTables } from './tables.ts';
import { insightRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const insights = {
  name: 'backoffice/insights',
  schema: [insightTables],
  routes: { merchant: { '/insights': insightRoutes } },
  operations: insightsOperations,
  tags: { insights: 'What the programme does for the shop' },
  jobs: (deps) => [{ name: 'forgetFigures', everyMs: HOUR_MS, run: () => forgetFigures(deps) }],
  abilities: { '/insights': { read: 'read', write: 'run' } },
  tables: {
    insightSettings: { carried: {} },
    costs: { carried: { id: '' } },
    insights: { carried: { skipped: 'They are counted anew.' } },
    keptFigures: { carried: { skipped: 'They are counted anew.' } },
  },
} satisfies Area;
