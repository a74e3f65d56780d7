import { questionsOperations } from './operations.ts';
import { questionTables } from './tables.ts';
import { postExportRoutes } from './export-posts.ts';
import { forgetAsker, moveAsker } from './forget-asker.ts';
import { listWrittenPosts } from './list-written.ts';
import { myQuestionRoutes, publicQuestionRoutes, questionRoutes } from './routes.ts';
import { sendAnswer } from './send-answer.ts';
import { PERSON_OF_REPORTS, PERSON_OF_VOTES } from '../moderation/person-uses.ts';
import type { Area } from '../../area.ts';

export const questions = {
  name: 'content/questions',
  schema: [questionTables],
  routes: {
    merchant: { '/questions': questionRoutes, '/exports/questions': postExportRoutes },
    storefront: { '/': publicQuestionRoutes },
    shopper: { '/': myQuestionRoutes },
  },
  operations: questionsOperations,
  tags: { questions: 'Questions about products, and their answers' },
  abilities: {
    '/questions': { read: 'read', write: 'moderate' },
    '/exports/questions': { read: 'read', write: 'own' },
  },
  deliveryHandlers: { answerToQuestion: { lane: 'mail', deliver: sendAnswer } },
  tables: {
    posts: { carried: { id: '' }, person: { list: 'done', move: 'done', erase: 'done' } },
    postVotes: { carried: { postId: '', shopperId: '' }, person: PERSON_OF_VOTES },
    postReports: { carried: { postId: '', shopperId: '' }, person: PERSON_OF_REPORTS },
  },
  personalData: {
    list: listWrittenPosts,
    move: moveAsker,
    erase: forgetAsker,
  },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    answerToQuestion: { readonly answerId: string };
  }
}
