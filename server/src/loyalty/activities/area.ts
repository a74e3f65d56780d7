import { activitiesOperations } from './operations.ts';
import { activityTables } from './tables.ts';
import { MINUTE_MS } from '../../platform/lib/clock.ts';
import { awardDueAnnualEvents } from './award-annual-events.ts';
import { listActivities } from './list-activities.ts';
import { moveActivities } from './queries.ts';
import { activityRoutes, claimRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

const CELEBRATE_EVERY_MS = 10 * MINUTE_MS;

export const activities = {
  name: 'loyalty/activities',
  schema: [activityTables],
  routes: {
    merchant: { '/activities': activityRoutes },
    shopper: { '/me/activities': claimRoutes },
  },
  operations: activitiesOperations,
  tags: { activities: 'What members do elsewhere and earn for' },
  abilities: { '/activities': { read: 'read', write: 'sell' } },
  jobs: (deps) => [
    {
      name: 'awardAnnualEvents',
      everyMs: CELEBRATE_EVERY_MS,
      run: () => awardDueAnnualEvents(deps),
    },
  ],
  tables: {
    activities: {
      carried: { id: '' },
      person: {
        list: 'done',
        move: 'done',
        erase: { skipped: 'It names nobody, nor may the key the shop gave it.' },
      },
    },
  },
  personalData: {
    list: async (tx, asked) => ({ activities: await listActivities(tx, asked) }),
    move: (tx, ids) => tx.run(moveActivities, { ...ids }),
  },
} satisfies Area;
