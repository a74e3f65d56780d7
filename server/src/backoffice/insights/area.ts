import { HOUR_MS, MINUTE_MS } from '../../platform/lib/clock.ts';
import { forgetFigures } from './figures/read-figure.ts';
import { keepScales } from './scale/keep-scales.ts';
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
  jobs: (deps) => [
    { name: 'forgetFigures', everyMs: HOUR_MS, run: () => forgetFigures(deps) },
    { name: 'keepScales', everyMs: MINUTE_MS, run: () => keepScales(deps) },
  ],
  abilities: { '/insights': { read: 'read', write: 'run' } },
  tables: {
    insightSettings: { carried: {} },
    costs: { carried: { id: '' } },
    insights: { carried: { skipped: 'They are counted anew.' } },
    keptFigures: { carried: { skipped: 'They are counted anew.' } },
  },
} satisfies Area;
