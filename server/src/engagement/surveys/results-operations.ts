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
