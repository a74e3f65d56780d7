import { HOUR_MS } from '../../platform/lib/clock.ts';
import { forgetSilent } from './forget-silent.ts';
import { sweepPrivacyRequests } from './privacy-requests.ts';
import { privacyRoutes } from './routes.ts';
import type { Area } from '../../area.ts';

export const privacy = {
  name: 'backoffice/privacy',
  routes: { merchant: { '/privacy': privacyRoutes } },
  abilities: {
    '/privacy': { read: 'read', write: 'own' },
    '/privacy/requests': { read: 'own', write: 'own' },
  },
  jobs: (deps) => [
    { name: 'forgetSilent', everyMs: HOUR_MS, run: () => forgetSilent(deps) },
    { name: 'sweepPrivacyRequests', everyMs: HOUR_MS, run: () => sweepPrivacyRequests(deps) },
  ],
  tables: {
    privacyRequests: { carried: { left: 'They were made of this server.' } },
  },
} satisfies Area;
