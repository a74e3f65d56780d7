import { signal, type ReadonlySignal } from '../ui/signals.ts';
import type { PublicReview, ReportReason, ReviewFigures, ReviewPage } from '@okaeri/shared/reviews';
import type { ReviewsWanted } from '@okaeri/client/reviews';
import type { AppModel } from '../app/model.ts';
import { askPosts } from '../lib/ask-posts.ts';
import type { Figures as FiguresOf } from './Figures.tsx';
import { reviewsClientOf } from './reviews-client.ts';

type Filter = Pick<ReviewsWanted, 'sort' | 'rating' | 'photos' | 'search'>;

interface Explained {
  readonly figures: ReviewFigures;
  readonly Figures: typeof FiguresOf;
}

/** The reviews of one product, as a page shows them. */
export interface ReviewsModel {
  readonly page: ReadonlySignal<ReviewPage | null>;
  /** Those with photos of all that were seen, whatever is wanted now. */
  readonly pictured: ReadonlySignal<readonly PublicReview[]>;
  readonly status: ReadonlySignal<'busy' | 'idle' | 'failed'>;
  readonly wanted: ReadonlySignal<Filter>;
  /** What is true of all of the shop's reviews, with what draws it: few ask for it. */
  readonly explained: ReadonlySignal<Explained | null>;
  load(): Promise<void>;
  /** Shows other reviews: other stars, another order, with these words. */
  want(change: Filter): Promise<void>;
  more(): Promise<void>;
  /** Fetches it, once. */
  explain(): Promise<void>;
  vote(reviewId: string): Promise<void>;
  report(reviewId: string, reason: ReportReason): Promise<void>;
}

/** The page with another number of readers whom one review helps. */
const withHelpful = (
  page: ReviewPage | null,
  reviewId: string,
  helpful: number,
): ReviewPage | null =>
  page && {
    ...page,
    items: page.items.map((item) => (item.id === reviewId ? { ...item, helpful } : item)),
  };

const withPictured = (
  before: readonly PublicReview[],
  next: readonly PublicReview[],
): readonly PublicReview[] => [
  ...before,
  ...next.filter(({ id, photos }) => photos.length > 0 && before.every((one) => one.id !== id)),
];

/** A page with something on it: a long search comes in pieces, of which some find nothing. */
const findPage = async (
  list: (cursor: string | null) => Promise<ReviewPage>,
  from: { first: ReviewPage | undefined; cursor: string | null; isOver: () => boolean },
): Promise<ReviewPage | undefined> => {
  let next = from.first;
  let at = from.cursor;
  while (next === undefined || (next.items.length === 0 && at !== null)) {
    next = await list(at);
    if (from.isOver()) return undefined;
    at = next.nextCursor;
  }
  return next;
};

export const createReviewsModel = (app: AppModel, productId: string): ReviewsModel => {
  const client = reviewsClientOf(app);
  const page = signal<ReviewPage | null>(null);
  const pictured = signal<readonly PublicReview[]>([]);
  const status = signal<'busy' | 'idle' | 'failed'>('busy');
  const wanted = signal<Filter>({ sort: 'newest' });
  const explained = signal<Explained | null>(null);
  // An answer that comes after a later question is dropped.
  let question = 0;

  const ask = async (cursor: string | null): Promise<void> => {
    const mine = ++question;
    status.value = 'busy';
    try {
      const first = mine === 1 ? await askPosts(app.session.reader, productId, 'reviews') : null;
      const isOver = (): boolean => mine !== question;
      const list = (at: string | null): Promise<ReviewPage> =>
        client.list(productId, { ...wanted.value, ...(at !== null && { cursor: at }) });
      const next = await findPage(list, { first: first?.reviews, cursor, isOver });
      if (next === undefined || isOver()) return;
      const before = cursor === null ? [] : (page.value?.items ?? []);
      // The row of photos is there from the first answer on or never, so that nothing moves beneath a finger.
      if (page.value === null || pictured.value.length > 0)
        pictured.value = withPictured(pictured.value, next.items);
      page.value = { ...next, items: [...before, ...next.items] };
      status.value = 'idle';
    } catch {
      if (mine === question) status.value = 'failed';
    }
  };

  return {
    page,
    pictured,
    status,
    wanted,
    explained,
    load: () => ask(null),
    want(next) {
      wanted.value = { ...wanted.value, ...next };
      return ask(null);
    },
    more: () => ask(page.value?.nextCursor ?? null),
    async explain() {
      if (explained.value) return;
      const both = Promise.all([
        import('./Figures.tsx'),
        client.figures(),
        app.words.load('write'),
      ]);
      explained.value = await both
        .then(([{ Figures }, figures]) => ({ Figures, figures }))
        .catch(() => null);
    },
    async vote(reviewId) {
      const item = page.value?.items.find(({ id }) => id === reviewId);
      if (item === undefined) return;
      // Shown at once; what the server says then stands, and what it refuses is taken back.
      page.value = withHelpful(page.value, reviewId, item.helpful + 1);
      try {
        const { helpful } = await client.vote(reviewId, true);
        page.value = withHelpful(page.value, reviewId, helpful);
      } catch {
        page.value = withHelpful(page.value, reviewId, item.helpful);
      }
    },
    async report(reviewId, reason) {
      const sent = client.report(reviewId, reason);
      const said = await sent.then(() => 'reported' as const).catch(() => 'postFailed' as const);
      app.announcement.value = app.words.say(said);
    },
  };
};
