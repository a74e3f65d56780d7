import { forVisitors } from '../../access/for-visitors.ts';
import type { Area } from '../../area.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { confirmRoutes } from './confirm-routes.ts';
import { lapseConsent } from './lapse-consent.ts';
import { forgetConsents, listConsentsOf, moveConsents, sweepProof } from './move-consents.ts';
import { consentsOperations } from './operations.ts';
import { consentRoutes, ownConsentRoutes, suppressionRoutes, wordingRoutes } from './routes.ts';
import { consentTables } from './tables.ts';

export const consents = {
  name: 'loyalty/consents',
  events: ['consent.changed', 'address.suppressed'],
  schema: [consentTables],
  routes: {
    merchant: {
      '/shoppers': (deps) => consentRoutes(deps, (externalId) => ({ externalId })),
      '/guests': (deps) => consentRoutes(deps, (guestId) => ({ guestId })),
      '/contacts/wordings': wordingRoutes,
      '/contacts/suppressions': suppressionRoutes,
    },
    shopper: { '/me/consents': ownConsentRoutes },
    pages: { '/consent': (deps) => confirmRoutes(forVisitors(deps)) },
  },
  operations: consentsOperations,
  abilities: {
    '/contacts/wordings': { read: 'read', write: 'run' },
    '/contacts/suppressions': { read: 'read', write: 'run' },
  },
  jobs: (deps) => [{ name: 'sweepProof', everyMs: DAY_MS, run: () => sweepProof(deps) }],
  deliveryHandlers: {
    consentLapse: { lane: 'mail', deliver: lapseConsent },
  },
  tables: {
    consents: { carried: { id: '' }, person: { list: 'done', move: 'done', erase: 'done' } },
    suppressions: { carried: { addressDigest: '', reason: '' } },
    addressKeys: { carried: {} },
    consentWordings: { carried: {} },
  },
  personalData: { list: listConsentsOf, move: moveConsents, erase: forgetConsents },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    consentConfirm: {
      readonly shopperId: string;
      readonly consentId: string;
      /** Which of several times it was asked; rows of an older release do not say. */
      readonly askedAt?: number;
    };
    consentLapse: { readonly shopperId: string };
  }
}
