import type { Operations } from '../../operation.ts';

const WRITTEN = { media: 'multipart/form-data' } as const;

/** What the API's document says of this area's routes. */
export const importsOperations: Operations = {
  'POST /v1/reviews/imports/preview': {
    id: 'previewReviews',
    summary: 'What would come of a file of reviews',
    answers: 'previewReviews',
    body: WRITTEN,
  },
  'POST /v1/reviews/imports': {
    id: 'importReviews',
    summary: 'Take a file of reviews in',
    answers: 'importReviews',
    statuses: [201],
    body: WRITTEN,
  },
  'GET /v1/reviews/imports': {
    id: 'listImports',
    summary: 'Files of reviews that were taken in',
    answers: 'listImports',
  },
  'DELETE /v1/reviews/imports/{importId}': {
    id: 'undoImport',
    summary: 'Take back what a file of reviews brought',
    answers: 'importReviews',
  },
  'POST /v1/balances/imports/preview': {
    id: 'previewBalances',
    summary: 'What a file of members would change',
    answers: 'previewBalances',
    body: { media: 'multipart/form-data' },
  },
  'POST /v1/balances/imports': {
    id: 'importBalances',
    summary: 'Bring members of another tool with their points',
    answers: 'importBalances',
    statuses: [201],
    body: { media: 'multipart/form-data' },
  },
  'GET /v1/balances/imports': {
    id: 'listBalanceImports',
    summary: 'Files of members, and how far each has come',
    answers: 'listBalanceImports',
  },
  'GET /v1/exports/member-imports': {
    id: 'exportMemberImports',
    summary: 'Files of members as a table, all of them',
    answers: { media: 'text/csv' },
  },
  'DELETE /v1/balances/imports/{importId}': {
    id: 'undoBalanceImport',
    summary: 'Take back what a file of members brought',
    answers: 'importBalances',
  },
  'POST /v1/surveys/{surveyId}/imports/preview': {
    id: 'previewAnswers',
    summary: 'What would come of a file of answers given elsewhere',
    answers: 'previewAnswers',
    body: WRITTEN,
  },
  'POST /v1/surveys/{surveyId}/imports': {
    id: 'importAnswers',
    summary: 'Bring answers given elsewhere, to stand beside a trend',
    answers: 'importAnswers',
    statuses: [201],
    body: WRITTEN,
  },
  'GET /v1/surveys/{surveyId}/imports': {
    id: 'listAnswerImports',
    summary: 'Files of answers that were brought',
    answers: 'listAnswerImports',
  },
  'DELETE /v1/surveys/{surveyId}/imports/{importId}': {
    id: 'undoAnswers',
    summary: 'Take back what a file of answers brought',
    answers: 'importAnswers',
  },
};
