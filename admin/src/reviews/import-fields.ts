import type { ImportField } from '@okaeri/shared/imports';

/** What a column can mean, in the order in which it is asked. */
export const importFields: readonly ImportField[] = [
  'productId',
  'rating',
  'title',
  'body',
  'name',
  'fallbackName',
  'email',
  'date',
  'status',
  'hidden',
  'reply',
  'replyDate',
  'photos',
  'handle',
  'sku',
  'productUrl',
  'reviewId',
];
