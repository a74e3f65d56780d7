import { privacyOperations } from './operations.ts';
import { privacyTables } from './tables.ts';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { eraseInactive } from './erase-inactive.ts';
import { dropDocumentsOfEmails, sweepPrivacyRequests } from './privacy-requests.ts';
import { dropDocumentsOf } from './request-queries.ts';
import { privacyRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const privacy = {
  name: 'backoffice/privacy',
  schema: [privacyTables],
  routes: { merchant: { '/privacy': privacyRoutes } },
  operations: privacyOperations,
  tags: { privacy: 'Requests for data, and how long anybody is kept' },
  abilities: {
    '/privacy': { read: 'read', write: 'own' },
    '/privacy/requests': { read: 'own', write: 'own' },
  },
  jobs: (deps) => [
    { name: 'eraseInactive', everyMs: HOUR_MS, run: () => eraseInactive(deps) },
    { name: 'sweepPrivacyRequests', everyMs: HOUR_MS, run: () => sweepPrivacyRequests(deps) },
  ],
  tables: {
    privacyRequests: {
      carried: { skipped: 'They were made of this server.' },
      person: {
        list: { skipped: 'A document in it is what was listed at the time.' },
        move: { skipped: 'It is handed to whom it was asked for.' },
        erase: 'done',
      },
    },
  },
  personalData: {
    async eraseNames(tx, { shopId, externalIds, emails }) {
      for (const subject of externalIds) await tx.run(dropDocumentsOf, { shopId, subject });
      await dropDocumentsOfEmails(tx, { shopId, emails });
    },
  },
} satisfies Area;
