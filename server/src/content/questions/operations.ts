import { answerInput, questionInput, questionsQuery } from '@okaeri/shared/questions';
import { reportInput } from '@okaeri/shared/reviews';
import { atStorefront, message, open, type Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const questionsOperations: Operations = {
  'GET /v1/questions': {
    id: 'listQuestions',
    summary: 'Questions and answers, by where they stand',
    answers: 'listQuestions',
  },
  'GET /v1/exports/questions': {
    id: 'exportQuestions',
    summary: 'A list of questions and answers as a table, all of it',
    answers: { media: 'text/csv' },
  },
  'GET /v1/questions/{postId}/page': {
    id: 'getQuestion',
    summary: 'A question or an answer, with what it answers or is answered by',
    answers: 'getQuestion',
  },
  'POST /v1/questions/decisions': {
    id: 'decideQuestions',
    summary: 'Publish or withhold several questions and answers',
    answers: 'decideMany',
  },
  'POST /v1/questions/{postId}/decision': {
    id: 'decideQuestion',
    summary: 'Publish or withhold a question or an answer',
    answers: 'moderatedPost',
  },
  'POST /v1/questions/{questionId}/answers': {
    id: 'answerQuestion',
    summary: 'Answer a question as the shop',
    answers: 'moderatedPost',
    statuses: [200, 201],
  },
  'PUT /v1/questions/{questionId}/answers/{answerId}': {
    id: 'changeAnswer',
    summary: 'Say an answer of the shop in other words',
    answers: 'moderatedPost',
  },
  ...atStorefront({
    'GET /products/{productId}/questions': {
      id: 'listProductQuestions',
      summary: 'What is asked about a product',
      answers: 'listProductQuestions',
      query: questionsQuery,
      ...open,
    },
    'GET /products/{productId}/posts': {
      id: 'listProductPosts',
      summary: 'The first page of a product’s reviews, and of the questions about it',
      answers: 'listProductPosts',
      ...open,
    },
    'POST /products/{productId}/questions': {
      id: 'askQuestion',
      ...message,
      summary: 'Ask about a product',
      answers: 'ownPost',
      statuses: [200, 201],
      body: questionInput,
    },
    'POST /questions/{questionId}/answers': {
      id: 'answerProductQuestion',
      ...message,
      summary: 'Answer a question',
      answers: 'ownPost',
      statuses: [200, 201],
      body: answerInput,
    },
    'DELETE /questions/{postId}': {
      id: 'removePost',
      summary: 'Take one’s question or answer back',
      answers: 'ownPost',
    },
    'PUT /questions/{postId}/vote': {
      id: 'votePost',
      summary: 'Say that an answer helps',
      answers: 'voted',
    },
    'DELETE /questions/{postId}/vote': {
      id: 'unvotePost',
      summary: 'Take that back',
      answers: 'voted',
    },
    'PUT /questions/{postId}/report': {
      id: 'reportPost',
      summary: 'Report a question or an answer',
      answers: 'reported',
      body: reportInput,
    },
  }),
};
