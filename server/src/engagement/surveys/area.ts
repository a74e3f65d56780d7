import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../platform/lib/clock.ts';
import type { Area } from '../../area.ts';
import { noteDismissed, standingOf, surveysForPage } from './ask-in-page.ts';
import { deliverArrival, deliverResolved } from './draw-after.ts';
import { surveyRoutes } from './merchant-routes.ts';
import { mySurveyRoutes } from './my-routes.ts';
import { openWaves } from './open-waves.ts';
import { surveysOperations } from './operations.ts';
import { surveyPageRoutes } from './page-routes.ts';
import { forgetAnswered, listAnswered, moveAnswered } from './personal-data.ts';
import { planMails } from './plan-mails.ts';
import { responseTables } from './response-tables.ts';
import { sendSurvey } from './send-survey.ts';
import { readScoredResponse } from './signal-response.ts';
import { surveyTables } from './tables.ts';

export const surveys = {
  name: 'engagement/surveys',
  events: ['survey.answered', 'survey.withdrawn'],
  schema: [surveyTables, responseTables],
  routes: {
    merchant: { '/surveys': surveyRoutes },
    storefront: { '/me/surveys': mySurveyRoutes },
    public: { '/survey': surveyPageRoutes },
  },
  operations: surveysOperations,
  tags: { surveys: 'What shoppers are asked, and what they answer' },
  abilities: { '/surveys': { read: 'read', write: 'run' } },
  jobs: (deps) => [
    { name: 'openWaves', everyMs: MINUTE_MS, run: () => openWaves(deps) },
    { name: 'planSurveyMails', everyMs: 10 * SECOND_MS, run: () => planMails(deps) },
  ],
  touches: {
    survey: {
      touchClass: 'relationship',
      purpose: 'surveys',
      priority: 52,
      isAwaited: false,
      isAboutOwnPoints: false,
      isProfiled: false,
      isSpread: true,
      // As long as its wave, which each touch says.
      validForMs: LIMITS.surveyOpenDaysMax * DAY_MS,
      standsForMs: 7 * DAY_MS,
      standing: standingOf,
      onDismissed: noteDismissed,
    },
  },
  pageTouches: surveysForPage,
  caseSources: { response: readScoredResponse },
  deliveryHandlers: {
    survey: sendSurvey,
    surveyArrival: deliverArrival,
    surveyCase: deliverResolved,
  },
  tables: {
    surveys: { carried: { id: '' } },
    surveyVersions: { carried: { surveyId: '', version: 0 } },
    surveyWaves: { carried: { surveyId: '', key: '' } },
    surveyInvitations: {
      carried: { id: '' },
      person: { list: 'done', move: 'done', erase: 'done' },
    },
    surveyResponses: {
      carried: { id: '' },
      person: { list: 'done', move: 'done', erase: 'done' },
    },
    surveyAnswers: { carried: { responseId: '', questionId: '' } },
  },
  personalData: { list: listAnswered, move: moveAnswered, erase: forgetAnswered },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    /** A survey by e-mail. */
    survey: { readonly invitationId: string; readonly dueAt: number };
    /** An order has arrived that surveys ask about. */
    surveyArrival: { readonly orderId: string };
    /** A case was put right that surveys ask about. */
    surveyCase: {
      readonly caseId: string;
      readonly shopperId: string;
      readonly resolvedAt: number;
    };
  }
}
