/** What lists are ordered by, narrowed to and made into tables of; apart from the schemas, which browsers do without. */

export const SHOPPER_SORTS = [
  'newest',
  'name',
  'available',
  'pending',
  'orders',
  'spent',
  'lastOrder',
] as const;
export type ShopperSort = (typeof SHOPPER_SORTS)[number];

export const SHOPPER_COLUMNS = [
  'id',
  'name',
  'email',
  'status',
  'tier',
  'stage',
  'available',
  'pending',
  'orders',
  'spent',
  'lastOrder',
  'tags',
  'since',
] as const;
export type ShopperColumn = (typeof SHOPPER_COLUMNS)[number];

/** Where an order stands, in one word: what undoes it says more than how it was paid. */
export const ORDER_STANDINGS = [
  'unpaid',
  'partiallyPaid',
  'paid',
  'partlyRefunded',
  'refunded',
  'cancelled',
  'voided',
] as const;
export type OrderStanding = (typeof ORDER_STANDINGS)[number];

export const ORDER_SORTS = ['placed', 'number'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

export const ORDER_COLUMNS = [
  'number',
  'placed',
  'standing',
  'shopper',
  'email',
  'items',
  'currency',
  'total',
  'refunded',
  'points',
] as const;
export type OrderColumn = (typeof ORDER_COLUMNS)[number];

export const CODE_STATES = ['held', 'issued', 'used', 'releasing', 'released', 'expired'] as const;

export const CODE_COLUMNS = [
  'code',
  'reward',
  'state',
  'shopper',
  'email',
  'points',
  'value',
  'currency',
  'taken',
  'expires',
] as const;
export type CodeColumn = (typeof CODE_COLUMNS)[number];

/** What of the questions and answers is listed. */
export const POST_STATES = ['waiting', 'unanswered', 'answered', 'withheld', 'all'] as const;

export const QUESTION_COLUMNS = [
  'kind',
  'product',
  'text',
  'name',
  'from',
  'state',
  'answers',
  'written',
] as const;
export type QuestionColumn = (typeof QUESTION_COLUMNS)[number];

/** What of the reviews is listed. */
export const REVIEW_STATES = ['waiting', 'published', 'withheld', 'removed', 'all'] as const;
export const REVIEW_SORTS = ['written', 'stars'] as const;

export const REVIEW_COLUMNS = [
  'title',
  'text',
  'stars',
  'product',
  'name',
  'state',
  'verified',
  'source',
  'helpful',
  'reports',
  'reply',
  'written',
] as const;
export type ReviewColumn = (typeof REVIEW_COLUMNS)[number];

export const ACT_OUTCOMES = ['done', 'refused', 'cut'] as const;

export const ACT_COLUMNS = [
  'at',
  'actor',
  'key',
  'operation',
  'subject',
  'outcome',
  'points',
  'reason',
  'note',
] as const;
export type ActColumn = (typeof ACT_COLUMNS)[number];

/** What the contact log is as a table. */
export const TOUCH_COLUMNS = [
  'planned',
  'due',
  'shopper',
  'guest',
  'name',
  'kind',
  'class',
  'channel',
  'subject',
  'decision',
  'reason',
  'decided',
  'waitsFor',
  'waitsUntil',
  'arm',
  'failed',
  'bounced',
  'complained',
  'clicked',
  'dismissed',
  'unsubscribed',
] as const;
export type TouchColumn = (typeof TOUCH_COLUMNS)[number];

/** Which files of members are listed. */
export const IMPORT_STATES = ['kept', 'undone', 'all'] as const;

export const IMPORT_COLUMNS = [
  'source',
  'at',
  'rows',
  'imported',
  'refused',
  'points',
  'undone',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Letters a search begins with: of one there are too many. */
export const SEARCH_FROM = 2;
