import { actExportRoutes } from './export-acts.ts';
import { accessOperations } from './operations.ts';
import { accessTables } from './tables.ts';
import { signInTables } from './sign-in-tables.ts';
import { HOUR_MS } from '../platform/lib/clock.ts';
import { deleteAuditEntriesOn } from './audit-log.ts';
import { proofRoutes } from './routes.ts';
import { sweepAccess } from './sweep-access.ts';
import { actRoutes, keyRoutes, shopRoutes, teamRoutes } from './team-routes.ts';
import type { Area } from '../area.ts';

export const access = {
  name: 'access',
  schema: [signInTables, accessTables],
  routes: {
    merchant: {
      '/shop': shopRoutes,
      '/team': teamRoutes,
      '/keys': keyRoutes,
      '/acts': actRoutes,
      '/exports/acts': actExportRoutes,
    },
    storefront: { '/proof': proofRoutes },
  },
  operations: accessOperations,
  tags: {
    shop: 'The shop itself',
    team: 'Who works for it',
    keys: 'Keys of this API',
    acts: 'Who did what',
  },
  abilities: {
    '/shop': { read: 'read', write: 'own' },
    '/shop/check': { read: 'read', write: 'run' },
  },
  jobs: (deps) => [{ name: 'sweepAccess', everyMs: HOUR_MS, run: () => sweepAccess(deps) }],
  tables: {
    shops: {},
    keys: { carried: { skipped: 'Keys are of one server, and secret.' } },
    users: {},
    sessions: {},
    credentials: {},
    verifications: {},
    passkeys: {},
    twoFactors: {},
    signInFailures: {},
    members: { carried: { skipped: 'Who may sign in is decided on each server.' } },
    invitations: { carried: { skipped: 'They lead to this server.' } },
    acts: {
      carried: { skipped: 'The log says what was done on this server.' },
      person: {
        list: { skipped: 'It is about what staff did.' },
        move: { skipped: 'It says what was done to whom at the time.' },
        erase: 'done',
      },
    },
    sightings: { carried: { skipped: 'The widget is seen again.' } },
  },
  personalData: {
    async eraseNames(tx, { shopId, externalIds }) {
      for (const subject of externalIds) await deleteAuditEntriesOn(tx, { shopId, subject });
    },
  },
} satisfies Area;
