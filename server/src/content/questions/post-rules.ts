import type { NamedProduct } from '@okaeri/shared/products';
import type { DecisionInput } from '@okaeri/shared/review-queue';
import type { ReviewSignal } from '@okaeri/shared/reviews';
import type {
  ModeratedPost,
  OwnPost,
  PublicAnswer,
  PublicQuestion,
} from '@okaeri/shared/questions';
import { isoOf } from '../../platform/lib/clock.ts';
import { decidedOn } from '../moderation/decision-rules.ts';
import type { PostRow } from './tables.ts';

/** Questions and answers one shopper may write in a day before a person looks. */
export const POSTS_PER_DAY = 10;

/** What a new question or answer is made of. */
export type NewPost = Pick<
  PostRow,
  | 'shopId'
  | 'id'
  | 'productId'
  | 'questionId'
  | 'shopperId'
  | 'author'
  | 'name'
  | 'body'
  | 'language'
  | 'textDigest'
> & { readonly signals: readonly ReviewSignal[]; readonly now: number };

/** What needs a person waits; everything else is shown at once. */
export const newPost = ({ now, signals, ...said }: NewPost): PostRow => {
  const waits = signals.length > 0;
  return {
    ...said,
    rank: said.author === 'shop' ? 0 : 1,
    state: waits ? 'queued' : 'published',
    waitingSince: waits ? now : null,
    signals,
    decisions: [],
    reason: null,
    helpful: 0,
    reports: 0,
    answers: 0,
    createdAt: now,
    editedAt: null,
    removedAt: null,
    version: 1,
  };
};

/** Publishes or withholds, for a reason of the list that reviews have too. */
export const decidedPost = (row: PostRow, input: DecisionInput, now: number): PostRow => ({
  ...row,
  ...decidedOn(row, input, now),
});

/** By how much a question has more answers to show once one of them has changed. */
export const shownBy = (before: PostRow | null, after: PostRow): number =>
  Number(after.state === 'published') - Number(before?.state === 'published');

export const toPublicQuestion = (row: PostRow, answers: readonly PostRow[]): PublicQuestion => ({
  id: row.id,
  productId: row.productId,
  name: row.name,
  body: row.body,
  language: row.language,
  createdAt: isoOf(row.createdAt),
  answerCount: row.answers,
  answers: answers.map(toPublicAnswer),
});

export const toOwnPost = ({ id, state, createdAt }: PostRow): OwnPost => ({
  id,
  state,
  createdAt: isoOf(createdAt),
});

export const toModerated = (row: PostRow, product: NamedProduct | null): ModeratedPost => {
  const last = row.decisions.findLast((decision) => decision.kind === 'withheld');
  const { id, questionId, productId, author, name, body, state, signals, reason, answers } = row;
  return {
    id,
    kind: questionId === null ? 'question' : 'answer',
    questionId,
    productId,
    product,
    from: author,
    name,
    body,
    state,
    signals,
    reason,
    decision:
      state === 'withheld' && last?.kind === 'withheld'
        ? { reason: last.reason, note: last.note, at: isoOf(last.at) }
        : null,
    answerCount: answers,
    createdAt: isoOf(row.createdAt),
    editedAt: row.editedAt === null ? null : isoOf(row.editedAt),
  };
};

/** Every field is named: who wrote it can never slip into an answer. */
function toPublicAnswer(row: PostRow): PublicAnswer {
  return {
    id: row.id,
    from: answererOf(row),
    name: row.name,
    body: row.body,
    language: row.language,
    helpful: row.helpful,
    createdAt: isoOf(row.createdAt),
  };
}

function answererOf({ author }: PostRow): PublicAnswer['from'] {
  return author === 'shopper' ? 'buyer' : author;
}
