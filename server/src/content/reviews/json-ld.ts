import type { Product, Review, WithContext } from 'schema-dts';
import type { PublicReview, StarSummary } from '@okaeri/shared/reviews';
import { cutWords } from '@okaeri/shared/words';

/** Google takes names under a hundred characters, and real ones. */
const NAME_MAX = 99;

/** A product as the shop's page names it. */
export interface MarkedProduct {
  /** The `@id` by which the page's other markup knows the product; its address where there is none. */
  readonly id: string | null;
  readonly name: string;
}

const SCALE = { bestRating: 5, worstRating: 1 } as const;

/**
 * What search engines may read of a product's reviews: those written on this shop and
 * shown on this page, by people with a name; nothing where there are none. One node, to be
 * joined with the page's own by its `@id`
 * (https://developers.google.com/search/docs/appearance/structured-data/review-snippet).
 */
export const reviewsJsonLd = (
  product: MarkedProduct,
  shown: { readonly collected: StarSummary; readonly items: readonly PublicReview[] },
): WithContext<Product> | null => {
  const { collected, items } = shown;
  const marked = items.filter(({ importedFrom, name }) => importedFrom === null && name !== '');
  if (collected.average === null || marked.length === 0) return null;
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    ...(product.id !== null && { '@id': product.id }),
    name: product.name,
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: collected.average,
      reviewCount: collected.count,
      ...SCALE,
    },
    review: marked.map(reviewNode),
  };
};

/**
 * JSON for inside a script element. `JSON.stringify` leaves `</script>` as it is, and two
 * line separators that JavaScript of old ends lines at.
 */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

// The types are schema.org's own: a property it does not have does not compile.
function reviewNode(review: PublicReview): Review {
  return {
    '@type': 'Review',
    author: { '@type': 'Person', name: cutWords(review.name, NAME_MAX) },
    datePublished: review.createdAt.slice(0, 10),
    reviewRating: { '@type': 'Rating', ratingValue: review.rating, ...SCALE },
    reviewBody: review.body,
    ...(review.title !== null && { name: review.title }),
    ...(review.language !== null && { inLanguage: review.language }),
  };
}
