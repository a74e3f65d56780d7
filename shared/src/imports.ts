import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { id, lineOf, text } from './values.ts';

/** What a column of a file can mean. */
const importField = z.enum([
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

/** Which of the three numbers of a day is which; a year of two digits may stand first. */
export const dateOrder = z.enum(['dmy', 'mdy', 'ymd']);
export type DateOrder = z.infer<typeof dateOrder>;

/** What stands before decimals: `1,234.5` has a point there, and `1.234,5` a comma. */
export const decimalMark = z.enum(['point', 'comma']);
export type DecimalMark = z.infer<typeof decimalMark>;

/** Whose file it is. */
export type ImportFormat = 'judgeMe' | 'loox' | 'okendo' | 'yotpo' | 'shopify' | 'csv';

/** How a file is to be read; what is not said is found out, or asked for. The part `options` of the form. */
export const importOptions = z.strictObject({
  /** Columns by the field they are for, where their names do not say it. */
  columns: z.partialRecord(importField, text).default({}),
  /** The order of day, month and year where the file does not show it. */
  dateOrder: dateOrder.optional(),
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

/** How a file of past orders is to be read, where it does not show it. */
export const orderFileOptions = z.strictObject({
  dateOrder: dateOrder.optional(),
  decimalMark: decimalMark.optional(),
  /** The encoding, as the Encoding Standard names it, where the file is not Unicode. */
  encoding: z.string().max(LIMITS.idLengthMax).optional(),
});
export type OrderFileOptions = z.infer<typeof orderFileOptions>;

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
  | 'textCut'
  | 'replyDateInvalid'
  | 'duplicate'
  | 'photoAddressInvalid'
  | 'tooManyPhotos';

/** What is wrong with a line. Its review does not come, unless `comes` says that only this of it does not. */
export interface ImportFault {
  readonly line: number;
  readonly code: ImportFaultCode;
  readonly detail: string;
  /** Whether it is about a photo. */
  readonly photo: boolean;
  readonly comes: boolean;
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
  readonly dateOrder: DateOrder | null;
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
