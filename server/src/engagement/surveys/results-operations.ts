import type { Operations } from '../../operation.ts';

/** What the API's document says of figures and answers of surveys. */
export const surveyResultOperations: Operations = {
  'GET /v1/surveys/{surveyId}/results': {
    id: 'getSurveyResults',
    summary: 'What a survey came to in a wave, each score with its interval',
    answers: 'getSurveyResults',
  },
  'GET /v1/surveys/{surveyId}/responses': {
    id: 'listSurveyResponses',
    summary: 'What shoppers answered, the newest first',
    answers: 'listSurveyResponses',
  },
  'PUT /v1/surveys/{surveyId}/responses/{responseId}/themes': {
    id: 'tieThemes',
    summary: 'Say what a response is about, in place of what rules found',
    answers: 'tieThemes',
  },
  'PUT /v1/surveys/{surveyId}/responses/{responseId}/quotations/{themeId}': {
    id: 'askToQuote',
    summary: 'Ask the author of an answer whether its words may be shown beside a theme’s outcome',
    answers: 'tieThemes',
  },
  'DELETE /v1/surveys/{surveyId}/responses/{responseId}/quotations/{themeId}': {
    id: 'dropQuotation',
    summary: 'Ask no more, or show the words no more',
    answers: 'tieThemes',
  },
  'GET /v1/themes/{themeId}/quotations': {
    id: 'listThemeQuotations',
    summary: 'What shoppers said about a theme and let the shop show, the latest yes first',
    answers: 'listThemeQuotations',
  },
  'GET /v1/themes': {
    id: 'listThemes',
    summary: 'What answers are about, and what became of it',
    answers: 'listThemes',
  },
  'PUT /v1/themes/{themeId}': {
    id: 'putTheme',
    summary: 'Name a theme, and the words by which answers come to it',
    answers: 'putTheme',
  },
  'POST /v1/themes/{themeId}/outcome': {
    id: 'sayOutcome',
    summary: 'Say what the shop did about a theme',
    answers: 'putTheme',
  },
  'GET /v1/survey-results': {
    id: 'listSurveyResults',
    summary: 'Where every survey stands, with the score of its newest wave',
    answers: 'listSurveyResults',
  },
  'GET /v1/exports/surveys/{surveyId}': {
    id: 'exportSurveyResponses',
    summary: 'Answers of a survey as a table',
    answers: { media: 'text/csv' },
  },
};
