import { createReviewsClient, type ReviewsClient } from '@okaeri/client/reviews';
import type { AppModel } from '../app/model.ts';

const clients = new WeakMap<AppModel, ReviewsClient>();

/** The client of a widget's reviews: one for all its panels. */
export const reviewsClientOf = (app: AppModel): ReviewsClient => {
  const client = clients.get(app) ?? createReviewsClient(app.session.transport);
  clients.set(app, client);
  return client;
};
