import type { ReviewSummary } from '@okaeri/shared/reviews';
import { formatCount } from '../i18n/format.ts';
import { formatAverage } from '../reviews/format-average.ts';
import { askNearPosts } from '../lib/ask-posts.ts';
import { createAsker } from './ask-together.ts';
import type { Context } from './context.ts';

const ask = createAsker<string, ReviewSummary>({
  most: 50,
  // The page asks at every change of its own.
  keptMs: 60_000,
  ask: async (reader, productIds) => {
    const stars = await reader.stars(productIds);
    return productIds.map((productId) => stars[productId]);
  },
});

/** A product's stars in words and signs, such as `★ 4.0 (12)`; empty while there are none. */
export const starsOf = async (
  element: HTMLElement,
  { session, messages }: Context,
): Promise<string | null> => {
  const productId = element.getAttribute('product-id');
  if (!productId) return null;
  try {
    const posts = await askNearPosts(session.reader, productId);
    const stars = posts?.reviews.summary ?? (await ask(session.reader, productId, productId));
    if (stars === undefined || stars.average === null) return '';
    const { language } = messages;
    return `★ ${formatAverage(stars.average, language)} (${formatCount(stars.count, language)})`;
  } catch {
    return null;
  }
};
