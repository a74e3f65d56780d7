import { signal } from '@preact/signals';
import type { ModeratedPost } from '@okaeri/shared/questions';
import type { DecisionInput } from '@okaeri/shared/reviews';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { createPagedList } from '../lib/paged-list.ts';

/** What of the questions is looked at. */
export type PostTab = keyof ReturnType<typeof messages>['questions']['tabs'];

/** Questions and answers in one state, and what is done with them. */
export const createPosts = (tab: PostTab) => {
  const pages = createPagedList<ModeratedPost>((cursor) =>
    request(api().questions.$get({ query: { state: tab, ...cursor } })),
  );
  const answering = signal<string | null>(null);
  const withholding = signal<ModeratedPost | null>(null);

  /** Takes one off the list at once, and puts it back where the server says no. */
  const leave = async (post: ModeratedPost, work: () => Promise<unknown>): Promise<void> => {
    const before = pages.items.value ?? [];
    pages.change((known) => known.filter(({ id }) => id !== post.id));
    if ((await work()) === undefined) pages.change(() => before);
  };

  const decide = (post: ModeratedPost, decision: DecisionInput): Promise<void> => {
    const w = messages().questions;
    const said = decision.decision === 'publish' ? w.published : w.withheld;
    const param = { postId: post.id };
    const route = api().questions[':postId'].decision;
    return leave(post, () =>
      runAction(() => request(route.$post({ param, json: decision })), said),
    );
  };

  /** Answers a question as the shop, for everybody to read. */
  const answer = async (post: ModeratedPost, body: string): Promise<boolean> => {
    const param = { questionId: post.id };
    const route = api().questions[':questionId'].answers;
    const said = messages().questions.answered;
    const done = await runAction(() => request(route.$post({ param, json: { body } })), said);
    if (done === undefined) return false;
    answering.value = null;
    if (tab === 'unanswered') pages.change((known) => known.filter(({ id }) => id !== post.id));
    return true;
  };

  return { ...pages, tab, answering, withholding, decide, answer };
};

export type Posts = ReturnType<typeof createPosts>;
