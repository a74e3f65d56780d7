import { USUAL_PRIORITIES } from '@okaeri/shared/touch-priorities';
import type { Area } from '../../area.ts';
import { NEVER_AT } from '../../platform/lib/clock.ts';
import { meOperations } from './operations.ts';
import { ownOrderRoutes } from './routes.ts';

export const me = {
  name: 'loyalty/me',
  // It stands where the shop has put it, for as long as it is the next step.
  touches: {
    nextStep: {
      touchClass: 'marketing',
      purpose: 'marketing',
      priority: USUAL_PRIORITIES.nextStep,
      isAwaited: false,
      isAboutOwnPoints: false,
      isProfiled: false,
      validForMs: NEVER_AT,
      standsForMs: NEVER_AT,
    },
  },
  routes: { shopper: { '/me/orders': ownOrderRoutes } },
  operations: meOperations,
} satisfies Area;
