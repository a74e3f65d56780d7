import { signal, type ReadonlySignal } from '../ui/signals.ts';
import { OkaeriError } from '@okaeri/client/problem';
import { createQuestionsClient } from '@okaeri/client/questions';
import type { QuestionPage } from '@okaeri/shared/questions';
import type { ReportReason } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { askPosts } from '../lib/ask-posts.ts';

/** What came of what was said last. */
type Outcome = 'questionSent' | 'queued' | 'onlyBuyersAnswer' | 'postFailed';

/** The questions about one product, as a page shows them. */
export interface QuestionsModel {
  readonly page: ReadonlySignal<QuestionPage | null>;
  readonly status: ReadonlySignal<'busy' | 'idle' | 'failed'>;
  /** What came of it, and where: with the question of this id, or with the form for new ones (null). */
  readonly said: ReadonlySignal<{ readonly what: Outcome; readonly to: string | null } | null>;
  load(): Promise<void>;
  more(): Promise<void>;
  /** True where it was taken. */
  ask(body: string, website: string): Promise<boolean>;
  answer(questionId: string, body: string): Promise<boolean>;
  vote(answerId: string): Promise<void>;
  report(postId: string, reason: ReportReason): Promise<void>;
}

export const createQuestionsModel = (app: AppModel, productId: string): QuestionsModel => {
  const client = createQuestionsClient(app.session.transport);
  const page = signal<QuestionPage | null>(null);
  const status = signal<'busy' | 'idle' | 'failed'>('busy');
  const said = signal<{ what: Outcome; to: string | null } | null>(null);
  // An answer that comes after a later question is dropped.
  let turn = 0;

  const fetchPage = async (cursor: string | null): Promise<void> => {
    const mine = ++turn;
    status.value = 'busy';
    try {
      const first = mine === 1 ? await askPosts(app.session.reader, productId, 'questions') : null;
      const next = first?.questions ?? (await client.list(productId, cursor ?? undefined));
      if (mine !== turn) return;
      const before = cursor === null ? [] : (page.value?.items ?? []);
      page.value = { ...next, items: [...before, ...next.items] };
      status.value = 'idle';
    } catch {
      if (mine === turn) status.value = 'failed';
    }
  };

  const say = async (
    to: string | null,
    send: () => Promise<{ state: string }>,
  ): Promise<boolean> => {
    try {
      const { state } = await send();
      said.value = { what: state === 'published' ? 'questionSent' : 'queued', to };
      await fetchPage(null);
      return true;
    } catch (error) {
      const isStranger = error instanceof OkaeriError && error.code === 'notABuyer';
      said.value = { what: isStranger ? 'onlyBuyersAnswer' : 'postFailed', to };
      return false;
    }
  };
  const { language } = app.words;

  return {
    page,
    status,
    said,
    load: () => fetchPage(null),
    more: () => fetchPage(page.value?.nextCursor ?? null),
    ask: (body, website) =>
      say(null, async () => {
        const { solveProofOfWork } = await import('@okaeri/client/proof-of-work');
        const proof = await solveProofOfWork(app.session.transport);
        return client.ask(productId, { body, language, proof, website });
      }),
    answer: (questionId, body) =>
      say(questionId, () => client.answer(questionId, { body, language })),
    async vote(answerId) {
      await client.vote(answerId, true).catch(() => undefined);
      await fetchPage(null);
    },
    async report(postId, reason) {
      const sent = await client.report(postId, reason).then(
        () => true,
        () => false,
      );
      app.announcement.value = app.words.say(sent ? 'reported' : 'postFailed');
    },
  };
};
