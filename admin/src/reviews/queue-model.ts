import { computed, signal } from '@preact/signals';
import type { DecisionInput, QueuedReview } from '@okaeri/shared/review-queue';
import type { WithholdReason } from '@okaeri/shared/reviews';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { faultText } from '../i18n/fault-text.ts';
import { runAction, tryAction } from '../lib/run-action.ts';
import { changedBy, request } from '../lib/request.ts';
import { createPagedList, type PagedList } from '../lib/paged-list.ts';
import { showToast } from '../lib/toasts.ts';

/** Whether what waits is worked through, or one review is looked at. */
type ReviewTab = 'waiting' | 'one';

/** What waits for a person, and what is being done with it. */
export const createQueue = () =>
  queueOf(
    'waiting',
    createPagedList<QueuedReview>((cursor) =>
      request(api().reviews.$get({ query: { state: 'waiting', ...cursor } })),
    ),
  );

/** One review, wherever it stands. */
export const createOneReview = (reviewId: string): Queue => {
  const param = { reviewId };
  const pages = createPagedList<QueuedReview>(async () => ({
    items: [await request(api().reviews[':reviewId'].page.$get({ param }))],
    nextCursor: null,
  }));
  return queueOf('one', pages);
};

const queueOf = (tab: ReviewTab, pages: PagedList<QueuedReview>) => {
  const { items } = pages;
  /** The review the keys are about. */
  const at = signal(0);
  const picks = createPicks();
  const { selected } = picks;
  const current = computed(() => items.value?.[Math.min(at.value, items.value.length - 1)]);

  const drop = (ids: ReadonlySet<string>): void => {
    pages.change((known) => known.filter(({ id }) => !ids.has(id)));
    picks.set([...selected.value].filter((id) => !ids.has(id)));
    // What is left may be too little to see what else waits.
    if (items.value?.length === 0 && pages.hasMore.value) void pages.load();
  };

  /** Decides about one: it leaves the list at once, and comes back where the server says no. */
  const decide = async (review: QueuedReview, decision: DecisionInput): Promise<void> => {
    const before = items.value ?? [];
    if (tab === 'waiting') drop(new Set([review.id]));
    const said = messages().reviews[decision.decision === 'publish' ? 'published' : 'withheld'];
    const param = { reviewId: review.id };
    const done = await runAction(
      () => request(api().reviews[':reviewId'].decision.$post({ param, json: decision })),
      said,
    );
    if (done === undefined) pages.change(() => before);
    else if (tab === 'one') pages.change(() => [done]);
  };

  /** Decides about all that are selected; those that could not be decided stay. */
  const decideSelected = async (decision: DecisionInput): Promise<void> => {
    const ids = [...selected.value];
    const answer = await runAction(() =>
      request(api().reviews.decisions.$post({ json: { ids, decision } })),
    );
    if (answer === undefined) return;
    const failed = answer.items.filter(({ code }) => code !== null);
    const decided = answer.items.filter(({ code }) => code === null);
    const w = messages().reviews;
    if (decided.length > 0) showToast('done', w.decidedMany(decided.length));
    if (failed.length > 0) showToast('failed', w.failedMany(failed.length));
    drop(new Set(decided.map(({ id }) => id)));
  };

  return {
    tab,
    ...pages,
    at,
    current,
    decide,
    decideSelected,
    reply: createReply(pages),
    ...picks,
    selectAll: () => picks.set(items.value?.map(({ id }) => id) ?? []),
  };
};

export type Queue = ReturnType<typeof queueOf>;

/** A decision to withhold. */
export const withholdFor = (reason: WithholdReason, note: string): DecisionInput => ({
  decision: 'withhold',
  reason,
  note: note.trim() === '' ? null : note.trim(),
});

/** Answers a review for everybody to read; null takes the answer back. */
function createReply(pages: PagedList<QueuedReview>) {
  return async (review: QueuedReview, text: string | null): Promise<boolean> => {
    const param = { reviewId: review.id };
    const w = messages().reviews;
    const route = api().reviews[':reviewId'].reply;
    const { reply } = review;
    const replaces = reply?.editedAt ?? reply?.at ?? null;
    const outcome = await tryAction<QueuedReview>(() =>
      text === null
        ? request(route.$delete({ param }))
        : request(route.$put({ param, json: { text, replaces } })),
    );
    if ('done' in outcome) {
      const saved = outcome.done;
      pages.change((known) => known.map((one) => (one.id === saved.id ? saved : one)));
      showToast('done', text === null ? w.replyRemoved : w.replied);
      return true;
    }
    const { fault } = outcome;
    const isLate = fault.code === 'preconditionFailed';
    // Theirs is shown above the text that was typed, and is what the next one replaces.
    if (isLate) await pages.load();
    const said = isLate ? w.replyChanged(changedBy(fault)?.name ?? null) : faultText(fault);
    showToast('failed', said);
    return false;
  };
}

/** What is selected, by id. */
function createPicks() {
  const selected = signal<ReadonlySet<string>>(new Set());
  const set = (ids: readonly string[]): void => {
    selected.value = new Set(ids);
  };
  return {
    selected,
    set,
    toggle: (id: string): void => {
      const next = new Set(selected.value);
      if (!next.delete(id)) next.add(id);
      selected.value = next;
    },
    clear: (): void => set([]),
  };
}
