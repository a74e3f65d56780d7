import { quotationYes } from '@okaeri/shared/quotations';
import { codeInput } from '@okaeri/shared/reviews';
import { responseInput } from '@okaeri/shared/surveys';
import { atStorefront, publicPage, type Operations, saysNothing } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const surveysOperations: Operations = {
  'GET /v1/surveys': {
    id: 'listSurveys',
    summary: 'What the shop asks its shoppers',
    answers: 'listSurveys',
  },
  'GET /v1/surveys/{surveyId}': {
    id: 'getSurvey',
    summary: 'One survey as it is asked now, or as it was in an earlier version',
    answers: 'getSurvey',
  },
  'PUT /v1/surveys/{surveyId}': {
    id: 'putSurvey',
    summary: 'Save a survey as a new version; If-Match "s0" makes a new survey',
    answers: 'getSurvey',
    tagged: true,
  },
  'DELETE /v1/surveys/{surveyId}': {
    id: 'deleteSurvey',
    summary: 'End a survey and hide it; its answers stay, and its id is never used again',
    answers: null,
  },
  'GET /v1/surveys/{surveyId}/versions': {
    id: 'listSurveyVersions',
    summary: 'When a survey was saved, the newest first',
    answers: 'listSurveyVersions',
  },
  'POST /v1/surveys/{surveyId}/start': {
    id: 'startSurvey',
    summary: 'Ask a survey, or go on after a pause',
    answers: 'stepSurvey',
  },
  'POST /v1/surveys/{surveyId}/pause': {
    id: 'pauseSurvey',
    summary: 'Ask nobody new for now; forms that are open go on',
    answers: 'stepSurvey',
  },
  'POST /v1/surveys/{surveyId}/end': {
    id: 'endSurvey',
    summary: 'Stop a survey for good; forms that are open may be sent for 24 hours',
    answers: 'stepSurvey',
  },
  'GET /survey/{publicKey}': {
    id: 'getSurveyPage',
    summary: 'The page an e-mail with a survey leads to',
    answers: { media: 'text/html' },
    ...publicPage,
  },
  ...atStorefront({
    'GET /me/surveys': {
      id: 'getMySurveys',
      summary: 'Surveys one may answer now, or has answered and may still change',
      answers: 'getMySurveys',
    },
    'POST /me/surveys/confirmation': {
      id: 'sendSurveyCode',
      summary: 'With the link of an e-mail: have a code sent to that address',
      answers: 'sendCode',
    },
    'PUT /me/surveys/confirmation': {
      id: 'confirmSurveyCode',
      summary: 'Show with the code that one reads that mail; answers a link that may agree',
      answers: 'confirmCode',
      body: codeInput,
    },
    'PUT /me/quotations/{quotationId}': {
      id: 'agreeToQuotation',
      summary: 'Let the shop quote what one said, under a name one chooses',
      answers: 'ownQuotation',
      body: quotationYes,
    },
    'DELETE /me/quotations/{quotationId}': {
      id: 'refuseQuotation',
      summary: 'Say no to being quoted, or take a yes back: it is gone at once',
      answers: null,
    },
    'POST /me/surveys/{surveyId}/{wave}/open': {
      id: 'openSurvey',
      ...saysNothing('It opens a form.'),
      summary: 'Open the form of a survey, and see what it earns',
      answers: 'openSurvey',
    },
    'PUT /me/surveys/{surveyId}/{wave}': {
      id: 'answerSurvey',
      summary: 'Answer a survey, in part or in full, or otherwise than before',
      answers: 'answerSurvey',
      body: responseInput,
    },
    'DELETE /me/surveys/{surveyId}/{wave}': {
      id: 'withdrawSurvey',
      summary: 'Take one’s answers back, with what was given for them',
      answers: null,
    },
  }),
};
