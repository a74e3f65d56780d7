import type { Area } from '../../area.ts';
import { DAY_MS, MINUTE_MS } from '../../platform/lib/clock.ts';
import type { CaseSignal } from '../../case-signals.ts';
import { forVisitors } from '../../access/for-visitors.ts';
import { followClock } from './follow-clock.ts';
import { followUpRoutes } from './follow-up-routes.ts';
import { goOnHandingOver } from './hand-over.ts';
import { hearSignal } from './hear-signal.ts';
import { casesOperations } from './operations.ts';
import { forgetCases, listCasesOf, moveCases } from './personal-data.ts';
import { caseRoutes, inboundMailRoutes, ownCaseRoutes } from './routes.ts';
import { sendFollowUp, sendReply, standingOfFollowUp } from './send-mail.ts';
import { caseTables } from './tables.ts';

export const cases = {
  name: 'engagement/cases',
  schema: [caseTables],
  events: ['case.opened', 'case.overdue', 'case.resolved', 'case.reopened', 'case.closed'],
  deliveryHandlers: {
    caseSignal: hearSignal,
    caseHandOver: goOnHandingOver,
    caseReply: sendReply,
    caseFollowUp: sendFollowUp,
  },
  touches: {
    caseReply: {
      touchClass: 'service',
      priority: 100,
      purpose: null,
      isAwaited: true,
      isAboutOwnPoints: false,
      isProfiled: false,
      validForMs: 2 * DAY_MS,
      standsForMs: 7 * DAY_MS,
    },
    caseFollowUp: {
      touchClass: 'relationship',
      priority: 80,
      purpose: 'surveys',
      isAwaited: false,
      isAboutOwnPoints: false,
      isProfiled: false,
      validForMs: 14 * DAY_MS,
      standsForMs: 7 * DAY_MS,
      standing: standingOfFollowUp,
    },
  },
  routes: {
    merchant: { '/cases': caseRoutes, '/mail/inbound': inboundMailRoutes },
    shopper: { '/me/cases': ownCaseRoutes },
    pages: { '/case': (deps) => followUpRoutes(forVisitors(deps)) },
  },
  operations: casesOperations,
  tags: { cases: 'What must be put right with shoppers' },
  abilities: {
    '/cases': { read: 'read', write: 'serve' },
    '/cases/settings': { read: 'read', write: 'run' },
    '/mail/inbound': { read: 'own', write: 'sell' },
  },
  jobs: (deps) => [{ name: 'followCases', everyMs: MINUTE_MS, run: () => followClock(deps) }],
  tables: {
    cases: { carried: { id: '' }, person: { list: 'done', move: 'done', erase: 'done' } },
    caseEntries: { carried: { id: '' } },
    caseSettings: { carried: {} },
  },
  personalData: { list: listCasesOf, move: moveCases, erase: forgetCases },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    caseSignal: { readonly source: CaseSignal['source'] };
    caseHandOver: { readonly askedAt: number };
    caseReply: { readonly caseId: string; readonly entryId: string };
    /** `resolvedAt` says which time it was resolved. */
    caseFollowUp: { readonly caseId: string; readonly resolvedAt: number };
  }
}
