import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { id, lineOf, text } from './values.ts';

/** What a column of a file can mean. */
export const importField = z.enum([
  'reviewId',
  'productId',
  'handle',
  'sku',
  'productUrl',
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
]);
export type ImportField = z.infer<typeof importField>;

/** Whose file it is. */
export type ImportFormat = 'judgeMe' | 'loox' | 'okendo' | 'yotpo' | 'shopify' | 'csv';

/** How a file is to be read; what is not said is found out, or asked for. The part `options` of the form. */
export const importOptions = z.strictObject({
  /** Columns by the field they are for, where their names do not say it. */
  columns: z.partialRecord(importField, text).default({}),
  /** The order of day and month where the file does not show it. */
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** The encoding, as the Encoding Standard names it, where the file is not Unicode. */
  encoding: z.string().max(LIMITS.idLengthMax).optional(),
  /** The name readers see: "Brought from …". */
  source: lineOf(LIMITS.reviewNameMax).optional(),
  /** The shop's product ids by what the file names products with. */
  products: z.record(text, id).default({}),
  /** Products that `products` does not name: as the file names them, or not at all. */
  otherProducts: z.enum(['asNamed', 'refuse']).default('asNamed'),
});
export type ImportOptions = z.infer<typeof importOptions>;

/** Why a line, or a photo in it, cannot be taken. */
export type ImportFaultCode =
  | 'wrongColumnCount'
  | 'productMissing'
  | 'productUnknown'
  | 'ratingInvalid'
  | 'dateInvalid'
  | 'dateAmbiguous'
  | 'dateInFuture'
  | 'textTooLong'
  | 'duplicate'
  | 'photoAddressInvalid'
  | 'tooManyPhotos';

/** What is wrong with a line. Without its review, or, where `photo` is true, without a photo of it. */
export interface ImportFault {
  readonly line: number;
  readonly code: ImportFaultCode;
  readonly detail: string;
  readonly photo: boolean;
}

/** A review as a file has it. */
export interface ImportedReview {
  readonly line: number;
  readonly productId: string;
  readonly rating: number;
  readonly title: string | null;
  readonly body: string;
  readonly name: string;
  readonly createdAt: string;
  /** Not shown where it comes from: a person looks at it before it is shown here. */
  readonly wasHidden: boolean;
  readonly reply: { readonly text: string; readonly at: string } | null;
  readonly photoUrls: readonly string[];
}

/** `POST /v1/reviews/imports/preview`: what would happen. */
export interface ImportPreview {
  readonly format: ImportFormat;
  readonly encoding: string;
  readonly delimiter: string;
  /** Null where every date is plain. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  /** Which column is what, and which are not used. */
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  readonly unused: readonly string[];
  readonly rows: number;
  readonly ready: number;
  readonly refused: number;
  readonly photos: number;
  /** The first of them. */
  readonly faults: readonly ImportFault[];
  readonly sample: readonly ImportedReview[];
}

/** `POST /v1/reviews/imports`: what happened; photos come by and by. */
export interface ImportAnswer {
  readonly id: string;
  readonly source: string;
  readonly rows: number;
  readonly imported: number;
  /** Of those, how many wait for a person. */
  readonly waiting: number;
  readonly refused: number;
  readonly photos: number;
  readonly faults: readonly ImportFault[];
  readonly createdAt: string;
  readonly undoneAt: string | null;
}
