import type {
  ImportedReview,
  ImportFault,
  ImportFaultCode,
  ImportOptions,
} from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { cleanLine, cleanWords, cutWords } from '@okaeri/shared/words';
import { isoOf } from '../lib/clock.ts';
import type { Columns } from './column-rules.ts';
import { readDate, type DateOrder } from './date-rules.ts';
import { plainWords, quoted } from './text-rules.ts';

/** One line of a file, by its columns. */
export type Line = Readonly<Record<string, string>>;

/** How the lines of a file are read. */
export interface Reading {
  readonly columns: Columns;
  readonly order: DateOrder | null;
  readonly options: Pick<ImportOptions, 'products' | 'otherProducts'>;
  readonly now: number;
}

/** A line that is a review, or what is wrong with it; photos may be wrong by themselves. */
export interface ReadLine {
  /** What makes it the same review when the file comes again. */
  readonly key: readonly string[];
  readonly review: ImportedReview | null;
  readonly faults: readonly ImportFault[];
}

const said = (line: Line, { columns }: Reading, field: keyof Columns): string => {
  const header = columns[field];
  return header === undefined ? '' : (line[header] ?? '').trim();
};

const GID = /^gid:\/\/shopify\/Product\/(\d+)$/;
const HANDLE_IN_URL = /\/products\/([^/?#]+)/;

const productOf = (line: Line, reading: Reading): string => {
  const named =
    said(line, reading, 'productId') ||
    said(line, reading, 'handle') ||
    said(line, reading, 'sku') ||
    (HANDLE_IN_URL.exec(said(line, reading, 'productUrl'))?.[1] ?? '');
  return GID.exec(named)?.[1] ?? named;
};

const SCALE = /"value":\s*"?([\d.]+)"?/;
const MOST = /"scale_max":\s*"?([\d.]+)"?/;

/** Whole stars from one to five. A comma is a point, and Shopify's own ratings say their scale. */
const starsOf = (text: string): number | null => {
  const [value, most] = [SCALE.exec(text)?.[1], MOST.exec(text)?.[1]];
  const stars =
    value !== undefined && most !== undefined
      ? (Number(value) / Number(most)) * 5
      : Number(/^\d{1,2}(?:[.,]\d{1,2})?$/.test(text) ? text.replace(',', '.') : Number.NaN);
  return Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : null;
};

const SHOWN = /^(active|published|approved|ok|true|1|yes)?$/i;

/** Null where a person has hidden it there; what is not understood is looked at by a person here. */
const wasHidden = (line: Line, reading: Reading): boolean =>
  !SHOWN.test(said(line, reading, 'status')) ||
  /^(true|1|yes)$/i.test(said(line, reading, 'hidden'));

/** Addresses are how people sign in, and no name to show. */
const nameOf = (line: Line, reading: Reading): string => {
  const name = said(line, reading, 'name') || said(line, reading, 'fallbackName');
  const clean = cleanLine(plainWords(name));
  return clean.includes('@') ? '' : cutWords(clean, LIMITS.reviewNameMax);
};

/** Addresses of photos: several in one cell, with commas, lines or bars between them. */
const photosOf = (cell: string): { urls: string[]; wrong: string[] } => {
  const urls: string[] = [];
  const wrong: string[] = [];
  for (const piece of cell.split(/[\s|;]+|,(?=\s*(?:https?:|javascript:|data:|\/\/))/i)) {
    const text = piece.trim().replaceAll(/^["'[]+|["'\],]+$/g, '');
    if (text === '') continue;
    const url = URL.parse(text.startsWith('//') ? `https:${text}` : text);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') wrong.push(text);
    else urls.push(Object.assign(url, { protocol: 'https:' }).href);
  }
  return { urls, wrong };
};

const FAULT_WORDS = {
  dateInvalid: 'is no date',
  dateAmbiguous: 'could be two different days; say the order of day and month',
  dateInFuture: 'lies in the future',
} as const;

const replyOf = (line: Line, reading: Reading, reviewAt: number): ImportedReview['reply'] => {
  const words = cleanWords(plainWords(said(line, reading, 'reply')));
  if (words === '') return null;
  const date = readDate(said(line, reading, 'replyDate'), reading.order, reading.now);
  // An answer without a day of its own came on the day of the review at the earliest.
  return { text: words, at: isoOf('at' in date ? date.at : reviewAt) };
};

const lengthOf = (words: string): number => Array.from(words).length;

/** Reads one line. Stars decide nothing but what they are. */
export const readLine = (line: Line, number: number, reading: Reading): ReadLine => {
  const faults: ImportFault[] = [];
  const refuse = (code: ImportFaultCode, detail: string, photo = false): void =>
    void faults.push({ line: number, code, detail, photo });
  const { products, otherProducts } = reading.options;

  const named = productOf(line, reading);
  if (named === '') refuse('productMissing', 'No product is named.');
  const known = products[named];
  if (named !== '' && known === undefined && otherProducts === 'refuse')
    refuse('productUnknown', `${quoted(named)} is not among the products that were named.`);
  if (named.length > LIMITS.idLengthMax)
    refuse('productMissing', 'The product’s name is too long.');
  const rating = starsOf(said(line, reading, 'rating'));
  if (rating === null)
    refuse(
      'ratingInvalid',
      `${quoted(said(line, reading, 'rating'))} is not a whole number from 1 to 5.`,
    );
  const date = readDate(said(line, reading, 'date'), reading.order, reading.now);
  if ('fault' in date)
    refuse(date.fault, `${quoted(said(line, reading, 'date'))} ${FAULT_WORDS[date.fault]}.`);
  const title = cleanLine(plainWords(said(line, reading, 'title')));
  const body = cleanWords(plainWords(said(line, reading, 'body')));
  const reply = replyOf(line, reading, 'at' in date ? date.at : 0);
  const lengths = [
    ['title', title, LIMITS.reviewTitleMax],
    ['text', body, LIMITS.reviewBodyMax],
    ['reply', reply?.text ?? '', LIMITS.reviewReplyMax],
  ] as const;
  for (const [what, words, most] of lengths)
    if (lengthOf(words) > most)
      refuse('textTooLong', `The ${what} has more than ${most} characters.`);

  const wrongLine = faults.length > 0;
  const { urls, wrong } = photosOf(said(line, reading, 'photos'));
  // A cell may have thousands: as many are told as could have come.
  for (const text of wrong.slice(0, LIMITS.reviewPhotosMax))
    refuse('photoAddressInvalid', `${quoted(text)} is no web address.`, true);
  if (urls.length > LIMITS.reviewPhotosMax)
    refuse(
      'tooManyPhotos',
      `Of ${urls.length} photos the first ${LIMITS.reviewPhotosMax} are taken.`,
      true,
    );
  const productId = known ?? named;
  const name = nameOf(line, reading);
  const own = said(line, reading, 'reviewId');
  const who = said(line, reading, 'email').toLowerCase() || name;
  const key = own === '' ? [productId, who, said(line, reading, 'date'), title, body] : [own];
  if (wrongLine || rating === null || 'fault' in date) return { key, review: null, faults };
  return {
    key,
    review: {
      line: number,
      productId,
      rating,
      title: title === '' ? null : title,
      body,
      name,
      createdAt: isoOf(date.at),
      wasHidden: wasHidden(line, reading),
      reply,
      photoUrls: urls.slice(0, LIMITS.reviewPhotosMax),
    },
    faults,
  };
};
