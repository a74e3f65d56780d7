import { signal } from '@preact/signals';
import type { ModeratedPost, PostPage } from '@okaeri/shared/questions';
import type { DecisionInput } from '@okaeri/shared/review-queue';
import { loadOverview } from '../app/overview.ts';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { runAction, tryAction } from '../lib/run-action.ts';
import { changedBy, request } from '../lib/request.ts';
import { createPagedList } from '../lib/paged-list.ts';
import { createResource } from '../lib/resource.ts';
import { showToast } from '../lib/toasts.ts';

/** Which questions are worked through as cards. */
export type PostTab = 'waiting' | 'unanswered';

/** What cards of questions and answers do. */
export interface PostActs {
  /** Whether what waits is worked through. */
  readonly isQueue: boolean;
  /** The shop's answer to a question that somebody gave meanwhile, or that is to be changed. */
  readonly standing: ReadonlyStanding;
  readonly answering: { value: string | null };
  readonly withholding: { value: ModeratedPost | null };
  readonly decide: (post: ModeratedPost, decision: DecisionInput) => Promise<void>;
  /** Answers a question as the shop, or puts other words in the place of what it answered; gives whether it went. */
  readonly answer: (questionId: string, body: string) => Promise<boolean>;
}

type ReadonlyStanding = { readonly value: ReadonlyMap<string, ModeratedPost> };

/** Questions and answers that wait, or that nobody has answered. */
export const createPosts = (tab: PostTab) => {
  const pages = createPagedList<ModeratedPost>((cursor) =>
    request(api().questions.$get({ query: { state: tab, ...cursor } })),
  );
  const answers = createAnswers();
  const without = (id: string): void =>
    pages.change((known) => known.filter((post) => post.id !== id));

  /** Takes one off the list at once, and puts it back where the server says no. */
  const decide: PostActs['decide'] = async (post, decision) => {
    const before = pages.items.value ?? [];
    without(post.id);
    if ((await sendDecision(post, decision)) === undefined) pages.change(() => before);
  };
  const answer: PostActs['answer'] = async (questionId, body) => {
    const isTaken = await answers.send(questionId, body);
    if (isTaken && tab === 'unanswered') without(questionId);
    return isTaken;
  };
  const withholding = signal<ModeratedPost | null>(null);
  const { answering, standing } = answers;
  return { ...pages, tab, isQueue: true, answering, standing, withholding, decide, answer };
};

export type Posts = ReturnType<typeof createPosts>;

/** One question with its answers, or an answer with its question. */
export const createPostPage = (postId: string) => {
  const param = { postId };
  const page = createResource<PostPage>(() =>
    request(api().questions[':postId'].page.$get({ param })),
  );
  const answers = createAnswers();
  const decide: PostActs['decide'] = async (post, decision) => {
    if ((await sendDecision(post, decision)) !== undefined) await page.load();
  };
  const answer: PostActs['answer'] = async (questionId, body) => {
    const isTaken = await answers.send(questionId, body);
    await page.load();
    return isTaken;
  };
  const withholding = signal<ModeratedPost | null>(null);
  const { answering, standing, change } = answers;
  return { page, isQueue: false, answering, standing, change, withholding, decide, answer };
};

export type OnePost = ReturnType<typeof createPostPage>;

async function sendDecision(
  post: ModeratedPost,
  decision: DecisionInput,
): Promise<ModeratedPost | undefined> {
  const w = messages().questions;
  const said = decision.decision === 'publish' ? w.published : w.withheld;
  const param = { postId: post.id };
  const route = api().questions[':postId'].decision;
  const done = await runAction(() => request(route.$post({ param, json: decision })), said);
  if (done !== undefined) void loadOverview();
  return done;
}

/** Answers that are being written, and those of the shop that stand in their place. */
function createAnswers() {
  const answering = signal<string | null>(null);
  const standing = signal<ReadonlyMap<string, ModeratedPost>>(new Map());
  const note = (questionId: string, answer: ModeratedPost | undefined): void => {
    const next = new Map(standing.value);
    if (answer === undefined) next.delete(questionId);
    else next.set(questionId, answer);
    standing.value = next;
  };
  return {
    answering,
    standing,
    /** Begins to change an answer of the shop. */
    change: (answer: ModeratedPost): void => {
      if (answer.questionId === null) return;
      note(answer.questionId, answer);
      answering.value = answer.questionId;
    },
    async send(questionId: string, body: string): Promise<boolean> {
      const before = standing.value.get(questionId);
      const outcome = await tryAction(() => sendAnswer(questionId, body, before));
      const w = messages().questions;
      if ('done' in outcome) {
        answering.value = null;
        note(questionId, undefined);
        void loadOverview();
        showToast('done', before === undefined ? w.answered : w.mended);
        return true;
      }
      const { fault } = outcome;
      const isLate = fault.code === 'preconditionFailed';
      // Theirs is shown above the text that was typed, and is what the next one replaces.
      if (isLate) note(questionId, await answerOfShop(questionId, before));
      const said = isLate ? w.answerChanged(changedBy(fault)?.name ?? null) : faultText(fault);
      showToast('failed', said);
      return false;
    },
  };
}

function sendAnswer(
  questionId: string,
  body: string,
  before: ModeratedPost | undefined,
): Promise<ModeratedPost> {
  const route = api().questions[':questionId'].answers;
  if (before === undefined)
    return request(route.$post({ param: { questionId }, json: { body, replaces: null } }));
  const param = { questionId, answerId: before.id };
  const replaces = before.editedAt ?? before.createdAt;
  return request(route[':answerId'].$put({ param, json: { body, replaces } }));
}

/** The answer of the shop that stands now: the one that was to be changed, else its first. */
async function answerOfShop(
  questionId: string,
  before: ModeratedPost | undefined,
): Promise<ModeratedPost | undefined> {
  const { answers } = await request(
    api().questions[':postId'].page.$get({ param: { postId: questionId } }),
  );
  const own = answers.filter(({ from }) => from === 'shop');
  return own.find(({ id }) => id === before?.id) ?? own[0];
}
