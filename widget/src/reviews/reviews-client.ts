import { signal, type ReadonlySignal } from '../ui/signals.ts';
import { createReviewsClient, type ReviewsClient } from '@okaeri/client/reviews';
import type { MyReviews } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';

const clients = new WeakMap<AppModel, ReviewsClient>();

/** The client of a widget's reviews: one for all its panels. */
export const reviewsClientOf = (app: AppModel): ReviewsClient => {
  const client = clients.get(app) ?? createReviewsClient(app.session.transport);
  clients.set(app, client);
  return client;
};

/** What one may be asked about, and what one has written. */
export interface Mine {
  readonly mine: ReadonlySignal<MyReviews | 'failed' | null>;
  readonly load: () => Promise<void>;
}

const createMine = (app: AppModel): Mine => {
  const mine = signal<MyReviews | 'failed' | null>(null);
  return {
    mine,
    load: async () => {
      try {
        mine.value = await reviewsClientOf(app).mine();
      } catch {
        mine.value = 'failed';
      }
    },
  };
};

const known = new WeakMap<AppModel, Mine>();

/** One's own reviews in a widget: one for all places, so that what is written in one is known in the other. */
export const mineOf = (app: AppModel): Mine => {
  const mine = known.get(app) ?? createMine(app);
  known.set(app, mine);
  return mine;
};
