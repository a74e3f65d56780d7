import type { PublicReview } from '@okaeri/shared/reviews';
import { carriedWords } from '@okaeri/shared/words';

/** What a feed says of the shop it is of. */
export interface FeedShop {
  readonly name: string;
  /** The address of a product, with `{productId}` in it. */
  readonly productUrl: string;
  /** Where this server is, for the photos. */
  readonly publicUrl: string;
}

export const productUrlOf = (shop: FeedShop, productId: string): string =>
  shop.productUrl.replaceAll('{productId}', encodeURIComponent(productId));

/** The first lines of Google's product review feed, version 2.4. */
export const googleHead = (shop: FeedShop): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.google.com/shopping/reviews/schema/product/2.4/product_reviews.xsd">
<version>2.4</version>
<publisher><name>${escaped(shop.name)}</name></publisher>
<reviews>
`;

export const GOOGLE_TAIL = '</reviews>\n</feed>\n';

/**
 * One review for Google, with its elements in the order the schema wants. What is imported
 * from elsewhere is not ours to syndicate, and whatever was offered is said
 * (https://developers.google.com/product-review-feeds/schema).
 */
export const googleReview = (review: PublicReview, shop: FeedShop): string => {
  const url = productUrlOf(shop, review.productId);
  const anonymous = review.name === '';
  const photos = review.photos.map(({ path }) =>
    group('reviewer_image', element('url', shop.publicUrl + path)),
  );
  const parts = [
    element('review_id', review.id),
    group(
      'reviewer',
      element('name', anonymous ? 'Anonymous' : review.name, ` is_anonymous="${anonymous}"`),
    ),
    element('is_verified_purchase', String(review.verified)),
    element('is_incentivized_review', String(review.offer !== null)),
    element('review_timestamp', review.createdAt),
    element('title', review.title),
    element('content', review.body),
    element('review_language', review.language),
    element('review_url', url, ' type="group"'),
    group('reviewer_images', photos.join('')),
    group('ratings', element('overall', String(review.rating), ' min="1" max="5"')),
    group(
      'products',
      group(
        'product',
        group('product_ids', group('skus', element('sku', review.productId))) +
          element('product_url', url),
      ),
    ),
    element('is_spam', 'false'),
    element('collection_method', 'post_fulfillment'),
  ];
  return `${group('review', parts.join(''))}\n`;
};

/** One review for Meta's product review feed, a line of CSV. */
export const metaRow = (review: PublicReview, shop: FeedShop): Record<string, string> => ({
  'store.name': shop.name,
  'store.storeUrls': new URL(productUrlOf(shop, review.productId)).origin,
  'product.url': productUrlOf(shop, review.productId),
  'product.productIdentifiers.skus': review.productId,
  reviewID: review.id,
  rating: String(review.rating),
  title: review.title ?? '',
  content: review.body,
  created_at: review.createdAt,
  updated_at: review.editedAt ?? review.createdAt,
  'reviewer.name': review.name,
  'reviewer.isVerifiedPurchase': String(review.verified),
  isIncentivized: String(review.offer !== null),
});

/** One review as the shop's own export has it: everything readers see, and what was offered. */
export const exportRow = (review: PublicReview, publicUrl: string): Record<string, string> => ({
  id: review.id,
  product_id: review.productId,
  rating: String(review.rating),
  title: review.title ?? '',
  body: review.body,
  language: review.language ?? '',
  reviewer_name: review.name,
  review_date: review.createdAt,
  edited_date: review.editedAt ?? '',
  verified: String(review.verified),
  insider: String(review.insider),
  imported_from: review.importedFrom ?? '',
  offered_points: review.offer === null ? '' : String(review.offer.points),
  offered_photo_points: review.offer === null ? '' : String(review.offer.photoPoints),
  offered_at: review.offer?.shownAt ?? '',
  helpful: String(review.helpful),
  reply: review.reply?.text ?? '',
  reply_date: review.reply?.at ?? '',
  picture_urls: review.photos.map(({ path }) => publicUrl + path).join(','),
});

// Cleaned once more: what an older release has kept must not break the feed of everybody.
function escaped(text: string): string {
  return carriedWords(text).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function group(name: string, content: string): string {
  return content === '' ? '' : `<${name}>${content}</${name}>`;
}

function element(name: string, text: string | null, attributes = ''): string {
  return text === null ? '' : `<${name}${attributes}>${escaped(text)}</${name}>`;
}
