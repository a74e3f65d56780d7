import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../platform/lib/clock.ts';
import type { Area } from '../../area.ts';
import { noteDismissed, standingOf, surveysForPage } from './ask-in-page.ts';
import { STANDS_MS } from './ask-rules.ts';
import { deliverArrival, deliverResolved } from './draw-after.ts';
import { surveyRoutes } from './merchant-routes.ts';
import { myQuotationRoutes, mySurveyRoutes } from './my-routes.ts';
import { openWaves } from './open-waves.ts';
import { surveysOperations } from './operations.ts';
import { surveyPageRoutes } from './page-routes.ts';
import { forgetAnswered, listAnswered, moveAnswered } from './personal-data.ts';
import { planMails } from './plan-mails.ts';
import { answerImportTables } from './import-tables.ts';
import { surveyResultOperations } from './results-operations.ts';
import {
  responseExportRoutes,
  surveyResultRoutes,
  surveySummaryRoutes,
  themeRoutes,
} from './results-routes.ts';
import { resultTables } from './results-tables.ts';
import { quotationTables } from './quotation-tables.ts';
import { themeTables } from './theme-tables.ts';
import { deliverTelling, sendTheme } from './theme-telling.ts';
import { responseTables } from './response-tables.ts';
import { sendSurvey } from './send-survey.ts';
import { readScoredResponse } from './signal-response.ts';
import { surveyTables } from './tables.ts';

export const surveys = {
  name: 'engagement/surveys',
  events: ['survey.answered', 'survey.withdrawn'],
  schema: [
    surveyTables,
    responseTables,
    resultTables,
    themeTables,
    quotationTables,
    answerImportTables,
  ],
  routes: {
    merchant: {
      '/': surveyResultRoutes,
      '/survey-results': surveySummaryRoutes,
      '/themes': themeRoutes,
      '/exports/surveys': responseExportRoutes,
      '/surveys': surveyRoutes,
    },
    storefront: { '/me/surveys': mySurveyRoutes, '/me/quotations': myQuotationRoutes },
    pages: { '/survey': surveyPageRoutes },
  },
  operations: { ...surveysOperations, ...surveyResultOperations },
  tags: {
    surveys: 'What shoppers are asked, and what they answer',
    'survey-results': 'Where surveys stand',
    themes: 'What answers are about, and what became of it',
  },
  abilities: {
    '/surveys': { read: 'read', write: 'run' },
    '/surveys/*/responses': { read: 'read', write: 'serve' },
    '/themes': { read: 'read', write: 'run' },
    '/survey-results': { read: 'read', write: 'run' },
    '/exports/surveys': { read: 'read', write: 'run' },
  },
  jobs: (deps) => [
    { name: 'openWaves', everyMs: MINUTE_MS, run: () => openWaves(deps) },
    { name: 'planSurveyMails', everyMs: 10 * SECOND_MS, run: () => planMails(deps) },
  ],
  touches: {
    themeDone: {
      touchClass: 'relationship',
      purpose: 'care',
      priority: 42,
      isAwaited: false,
      isAboutOwnPoints: false,
      isProfiled: false,
      standsForMs: 7 * DAY_MS,
      validForMs: 30 * DAY_MS,
    },
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
      standsForMs: STANDS_MS,
      standing: standingOf,
      onDismissed: noteDismissed,
    },
  },
  pageTouches: surveysForPage,
  caseSources: { response: readScoredResponse },
  deliveryHandlers: {
    themeDone: sendTheme,
    themeTelling: deliverTelling,
    survey: sendSurvey,
    surveyArrival: deliverArrival,
    surveyCase: deliverResolved,
  },
  tables: {
    surveys: { carried: { id: '' } },
    surveyCounts: {
      carried: {
        surveyId: '',
        period: '',
        kind: '',
        part: '',
        value: '',
        version: 0,
        incentivised: '',
        tierId: '',
      },
    },
    surveyTallies: { carried: { responseId: '' } },
    surveyThemes: { carried: { id: '' } },
    responseThemes: { carried: { responseId: '', themeId: '' } },
    themeTellings: {
      carried: { shopperId: '', themeId: '' },
      person: {
        list: { skipped: 'It stands among the touches.' },
        move: 'done',
        erase: 'done',
      },
    },
    answerImports: { carried: { id: '' } },
    importedAnswers: {
      carried: { surveyId: '', digest: '' },
      person: { list: 'done', move: 'done', erase: 'done' },
    },
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
    surveyQuotations: {
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
    /** Those who raised a theme are told, from a response on. */
    themeTelling: {
      readonly themeId: string;
      readonly after: string;
      readonly startedAt: number;
    };
    /** One of them is told. */
    themeDone: { readonly themeId: string; readonly shopperId: string; readonly dueAt: number };
    /** A case was put right that surveys ask about. */
    surveyCase: {
      readonly caseId: string;
      readonly shopperId: string;
      readonly resolvedAt: number;
    };
  }
}
