import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { spamFields } from './proof.ts';
import type { ReviewAttribute, ReviewSettings } from './review-settings.ts';
import type { NamedProduct } from './products.ts';
import { id, locale } from './values.ts';
import { WITHHOLD_REASONS } from './withhold-reasons.ts';
import { longWords, shortWords, shortWordsIfAny } from './words.ts';

/**
 * The present state of one's review of a product: `PUT /me/reviews/{productId}`.
 * Sending it again changes nothing; sending another is an edit.
 */
export const reviewInput = z.strictObject({
  /** The order it came with, where the page knows it. */
  orderId: id.nullish(),
  // A whole number in a narrow range: one long integer broke a peer's lists (CVE-2021-24893).
  rating: z.int().min(1).max(5),
  title: shortWordsIfAny(LIMITS.reviewTitleMax),
  body: longWords(LIMITS.reviewBodyMax),
  /** The language it is written in. */
  language: locale.nullish(),
  /** The name to show; the first name when not said. */
  name: shortWordsIfAny(LIMITS.reviewNameMax),
  /** Answers to the shop's attributes, by id. */
  attributes: z.record(id, id).default({}),
  /** Photos uploaded before, in their order. */
  photoIds: z
    .array(id)
    .max(LIMITS.reviewPhotosMax)
    .refine((ids) => new Set(ids).size === ids.length, 'must be different photos')
    .default([]),
  ...spamFields,
});
export type ReviewInput = z.infer<typeof reviewInput>;

/** What was offered for a review when it was asked for: a fact that stays with it. */
export interface ReviewOffer {
  /** Points for the review, and more for photos with it; the same for every rating and text. */
  readonly points: number;
  readonly photoPoints: number;
  readonly programVersion: number;
  readonly shownAt: string;
}

/** Why a review was withheld. */
const withholdReason = z.enum(WITHHOLD_REASONS);
export type WithholdReason = z.infer<typeof withholdReason>;

/** Why a reader thinks that something is wrong: a reason of the list, or one of their own. */
const reportReason = z.enum([...withholdReason.options, 'other']);
export type ReportReason = z.infer<typeof reportReason>;
export const reportInput = z.strictObject({
  reason: reportReason.default('other'),
  note: shortWordsIfAny(LIMITS.textLengthMax),
});
export type ReportInput = z.infer<typeof reportInput>;

/** What made a person look at a review before it was shown. None of them knows the stars. */
export type ReviewSignal =
  | 'link'
  | 'contactData'
  | 'repeatedText'
  | 'repeatedPhoto'
  | 'shouting'
  | 'gibberish'
  | 'manyAtOnce'
  | 'hiddenElsewhere'
  | 'otherLanguage'
  | 'trapped'
  | 'noProof'
  | 'reported';

export type ReviewState = 'published' | 'queued' | 'withheld' | 'removed';

/** A photo of a review, as pages show it. */
export interface ReviewPhoto {
  readonly id: string;
  /** Below the server's address. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** The merchant's answer below a review. */
export interface ReviewReply {
  readonly text: string;
  readonly at: string;
  readonly editedAt: string | null;
}

/** A review as everybody sees it. */
export interface PublicReview {
  readonly id: string;
  readonly productId: string;
  readonly rating: number;
  readonly title: string | null;
  readonly body: string;
  readonly language: string | null;
  readonly name: string;
  /** Whether an order of the product stands behind it; what another shop's tool claimed is not that. */
  readonly verified: boolean;
  /** Written by somebody who belongs to the shop. */
  readonly insider: boolean;
  /** Null where nothing was offered for it. */
  readonly offer: ReviewOffer | null;
  /** The tool it was brought from; null for those written here. */
  readonly importedFrom: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly photos: readonly ReviewPhoto[];
  readonly helpful: number;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly reply: ReviewReply | null;
  /** It was edited after the shop had given its author points for something that went wrong. */
  readonly pointsAfter: boolean;
}

/** How many there are of each number of stars: the first is of one star. */
export type StarCounts = readonly [number, number, number, number, number];

/** Counts and their average; null where there is none. */
export interface StarSummary {
  readonly count: number;
  readonly average: number | null;
  readonly stars: StarCounts;
}

/** A product's stars, with and without those for which points were offered. */
export interface ReviewSummary extends StarSummary {
  readonly offered: StarSummary;
  readonly notOffered: StarSummary;
  readonly withPhotos: number;
}

/** `GET /products/{productId}/reviews` */
const reviewSort = z.enum(['newest', 'helpful']);
export const reviewsQuery = z.object({
  sort: reviewSort.default('newest'),
  rating: z.coerce.number().int().min(1).max(5).optional(),
  photos: z.stringbool().default(false),
  search: shortWords(LIMITS.reviewSearchMax).optional(),
  cursor: z.string().max(100).optional(),
});
export type ReviewsQuery = z.infer<typeof reviewsQuery>;

export interface ReviewPage {
  readonly summary: ReviewSummary;
  readonly attributes: readonly ReviewAttribute[];
  readonly items: readonly PublicReview[];
  readonly nextCursor: string | null;
}

/** `GET /reviews/figures`: what the panel "How reviews work here" says, out of the rows. */
export interface ReviewFigures {
  readonly from: ReviewSettings['from'];
  readonly published: StarSummary;
  readonly offered: StarSummary;
  readonly notOffered: StarSummary;
  readonly withheld: StarSummary;
  readonly verified: number;
  readonly imported: number;
}

/** One's own review, with what nobody else sees. */
export interface OwnReview extends PublicReview {
  readonly state: ReviewState;
  /** Why it is not shown, and what was said about it. */
  readonly decision: ReviewDecision | null;
  readonly appealedAt: string | null;
}

/** A statement of reasons. */
export interface ReviewDecision {
  readonly reason: WithholdReason | null;
  readonly note: string | null;
  readonly at: string;
}

/** A product the shopper is asked about. */
export interface ReviewPrompt {
  readonly orderId: string;
  readonly productId: string;
  /** When it was ordered. */
  readonly boughtAt: string;
  /** What it is called, in the shopper's language where it is told in it, else as it was when it was bought. */
  readonly title: string | null;
  /** What is told of it: its names in every language, its picture, where it is; null where nothing is. */
  readonly product: NamedProduct | null;
}

/** One's own review in the list of them, with what its product is called, else was when it was bought lately. */
export interface ListedReview extends OwnReview {
  readonly productTitle: string | null;
  readonly product: NamedProduct | null;
}

/** `GET /me/reviews` */
export interface MyReviews {
  readonly prompts: readonly ReviewPrompt[];
  readonly reviews: readonly ListedReview[];
}

/** `POST /me/reviews/{productId}/open`: what the form begins with. */
export const openInput = z.strictObject({ orderId: id.nullish() });
export interface ReviewForm {
  readonly productId: string;
  /** When the shopper ordered it last; null where that is long ago, or has not arrived, or never was. */
  readonly boughtAt: string | null;
  readonly title: string | null;
  readonly product: NamedProduct | null;
  readonly offer: ReviewOffer | null;
  readonly attributes: readonly ReviewAttribute[];
  readonly review: OwnReview | null;
  /** The name that is shown when no other is chosen. */
  readonly name: string;
  /** Whether a proof of work is asked for: nothing was bought here yet. */
  readonly needsProof: boolean;
}

/** The code that was sent to the address a link went to. */
export const codeInput = z.strictObject({ code: z.string().max(LIMITS.idLengthMax) });
/** `PUT /me/reviews/confirmation`: the link, good for writing from now on and not for long. */
export interface Confirmation {
  readonly token: string;
}
/** `POST /me/reviews/confirmation`: where the code went, with most of it hidden. */
export interface CodeSent {
  readonly to: string;
}

/** `?ids=` of the averages of several products: their ids with commas between them. */
export const starsQuery = z.object({
  ids: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(id).min(1).max(LIMITS.pageDefault)),
});
