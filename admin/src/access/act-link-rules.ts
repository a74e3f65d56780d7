import { pathOf } from '@okaeri/shared/paths';

/** Places in the names of operations, and the pages of what they name. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  '/v1/shoppers/:shopperId': (id) => pathOf('shoppers', id),
  '/v1/guests/:shopperId': (id) => pathOf('guests', id),
  '/v1/orders/:orderId': (id) => pathOf('orders', id),
  '/v1/redemptions/:redemptionId': (id) => pathOf('codes', id),
  '/v1/reviews/:reviewId': (id) => pathOf('reviews', 'all', id),
  '/v1/questions/:postId': (id) => pathOf('questions', 'all', id),
  '/v1/questions/:questionId': (id) => pathOf('questions', 'all', id),
  '/v1/surveys/:surveyId': (id) => pathOf('surveys', id),
  '/v1/cases/:caseId': (id) => pathOf('cases', id),
};

/**
 * Where what an act was about is found, below the shop's address; null where nothing is behind it.
 *
 * @param operation as the API names it: `POST /v1/reviews/:reviewId/decision`
 * @param subject what stands in the places of its path, with spaces between
 */
export const linkOfAct = (operation: string, subject: string | null): string | null => {
  if (subject === null) return null;
  const path = operation.slice(operation.indexOf(' ') + 1);
  const found = Object.entries(PAGES).find(
    ([prefix]) => path === prefix || path.startsWith(`${prefix}/`),
  );
  if (found === undefined) return null;
  const places = path.split('/').filter((part) => part.startsWith(':')).length;
  const parts = subject.split(' ');
  // An id may have spaces of its own: which of several ends where is not known then.
  if (places === 1) return found[1](subject);
  return parts.length === places ? found[1](parts[0] ?? '') : null;
};
