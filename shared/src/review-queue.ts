import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { columnsOf, type Counted } from './list-parts.ts';
import { REVIEW_COLUMNS, REVIEW_SORTS, REVIEW_STATES } from './list-words.ts';
import type { NamedProduct } from './products.ts';
import type { OwnReview, ReportReason, ReviewSignal } from './reviews.ts';
import { id, instant } from './values.ts';
import { WITHHOLD_REASONS } from './withhold-reasons.ts';
import { cleanLine, longWords, shortWordsIfAny } from './words.ts';

/** A review in the merchant's queue. The stars come with the decision, not before it. */
export interface QueuedReview extends Omit<OwnReview, 'rating'> {
  readonly rating: number | null;
  /** What its product is called; null where nobody has told. */
  readonly product: NamedProduct | null;
  readonly signals: readonly ReviewSignal[];
  /** What its author says against a decision. */
  readonly appeal: string | null;
  readonly shopperId: string | null;
  readonly reports: readonly { readonly reason: ReportReason; readonly count: number }[];
}

/** What a moderator decides. Withholding needs a reason of the list; publishing needs none. */
export const decisionInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('publish') }),
  z.strictObject({
    decision: z.literal('withhold'),
    reason: z.enum(WITHHOLD_REASONS),
    note: shortWordsIfAny(LIMITS.textLengthMax),
  }),
]);
export type DecisionInput = z.infer<typeof decisionInput>;

/** `POST /v1/reviews/decisions` and `/v1/questions/decisions`: the same decision about many. */
export const decisionsInput = z.strictObject({
  ids: z.array(id).min(1).max(LIMITS.decisionsMax),
  decision: decisionInput,
});
/** What became of each; `code` is null where it was decided. */
export interface DecisionsAnswer {
  readonly items: readonly { readonly id: string; readonly code: string | null }[];
}

export const replyInput = z.strictObject({
  text: longWords(LIMITS.reviewReplyMax),
  /**
   * When the reply that this one replaces was last written: its `editedAt`, else its `at`; null where there is none.
   * Where somebody wrote meanwhile, it is refused with 412. Left out, whatever stands is replaced.
   */
  replaces: instant.nullable().optional(),
});
export type ReplyInput = z.infer<typeof replyInput>;
export const appealInput = z.strictObject({ text: longWords(LIMITS.textLengthMax) });

/** What a list of reviews is narrowed to, and what it is ordered by. */
const queueFilters = z.object({
  /** `waiting` is what a person should look at: queued, reported, appealed. */
  state: z.enum(REVIEW_STATES).default('waiting'),
  productId: id.optional(),
  /** Those with so many stars. What waits has none to see, and is left out. */
  stars: z.coerce.number().int().min(1).max(5).optional(),
  verified: z.enum(['true', 'false']).optional(),
  /** Whether the shop has replied. */
  replied: z.enum(['true', 'false']).optional(),
  /** Words of its title or its text. */
  search: z.string().overwrite(cleanLine).max(LIMITS.reviewSearchMax).optional(),
  /** Written from this instant on, and before that one. */
  from: instant.optional(),
  until: instant.optional(),
  /** By stars, what waits is left out; what waits alone is always by since when it does. */
  sort: z.enum(REVIEW_SORTS).default('written'),
  order: z.enum(['asc', 'desc']).default('asc'),
});

/** `GET /v1/reviews`. */
export const queueQuery = queueFilters.extend({
  /** Whether it is to be counted how many there are. */
  counted: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});
export type QueueQuery = z.output<typeof queueQuery>;

/** `GET /v1/exports/reviews`: the same as a table for spreadsheets, in columns of one's choice. */
export const reviewExportQuery = queueFilters.extend({ columns: columnsOf(REVIEW_COLUMNS) });

/** A list of reviews. */
export interface ReviewList {
  readonly items: readonly QueuedReview[];
  readonly nextCursor: string | null;
  /** Only where it was asked to be counted. */
  readonly total: Counted | null;
}
