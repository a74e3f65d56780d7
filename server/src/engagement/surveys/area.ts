import type { Area } from '../../area.ts';
import { answerImportTables } from './import-tables.ts';
import { responseTables } from './response-tables.ts';
import { surveyResultOperations } from './results-operations.ts';
import { responseExportRoutes, surveyResultRoutes, surveySummaryRoutes } from './results-routes.ts';
import { resultTables } from './results-tables.ts';
import { surveyTables } from './tables.ts';
import { themeTables } from './theme-tables.ts';

export const surveys = {
  name: 'engagement/surveys',
  schema: [surveyTables, responseTables, resultTables, themeTables, answerImportTables],
  routes: {
    merchant: {
      '/': surveyResultRoutes,
      '/survey-results': surveySummaryRoutes,
      '/exports/surveys': responseExportRoutes,
    },
  },
  operations: surveyResultOperations,
  tags: {
    surveys: 'What shoppers are asked, and what they answer',
    'survey-results': 'Where surveys stand',
  },
  abilities: {
    '/surveys': { read: 'read', write: 'run' },
    '/survey-results': { read: 'read', write: 'run' },
    '/exports/surveys': { read: 'serve', write: 'run' },
  },
  tables: {
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
      person: { list: 'done', move: 'done', erase: 'done' },
    },
    answerImports: { carried: { id: '' } },
    importedAnswers: {
      carried: { surveyId: '', digest: '' },
      person: { list: 'done', move: 'done', erase: 'done' },
    },
  },
} satisfies Area;
