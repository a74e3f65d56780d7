import type {
  ImportedReview,
  ImportFault,
  ImportFaultCode,
  ImportOptions,
} from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { cleanLine, cleanWords, cutWords } from '@okaeri/shared/words';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Columns } from './column-rules.ts';
import { readDate } from './date-rules.ts';
import type { DateStyle } from './day-rules.ts';
import { photosOf, starsOf } from './review-cell-rules.ts';
import { plainWords, quoted } from './text-rules.ts';

/** One line of a file, by its columns. */
export type Line = Readonly<Record<string, string>>;

/** How the lines of a file are read. */
export interface Reading {
  readonly columns: Columns;
  readonly dates: DateStyle | null;
  readonly options: Pick<ImportOptions, 'products' | 'otherProducts'>;
  readonly now: number;
}

/** A line that is a review, or what is wrong with it; what may be missing may be wrong by itself. */
export interface ReadLine {
  /** What makes it the same review when the file comes again. */
  readonly key: readonly string[];
  readonly review: ImportedReview | null;
  readonly faults: readonly ImportFault[];
}

const GID = /^gid:\/\/shopify\/Product\/(\d+)$/;
const HANDLE_IN_URL = /\/products\/([^/?#]+)/;

const SHOWN = /^(active|published|approved|ok|true|1|yes)?$/i;

type Refuse = (code: ImportFaultCode, detail: string) => void;

const FAULT_WORDS = {
  dateInvalid: 'is no date',
  dateAmbiguous: 'could be two different days; say the order of day and month',
  dateInFuture: 'lies in the future',
} as const;

interface Notes {
  readonly faults: ImportFault[];
  /** Says why a line is no review. */
  readonly refuse: Refuse;
  /** Says what of a review does not come. */
  readonly remark: Refuse;
  readonly photo: Refuse;
}

/** Reads one line. Stars decide nothing but what they are. */
export const readLine = (line: Line, number: number, reading: Reading): ReadLine => {
  const notes = notesOf(number);
  const { faults, refuse, remark } = notes;
  const productId = productIn(line, reading, refuse);
  const rating = starsOf(said(line, reading, 'rating'));
  if (rating === null)
    refuse(
      'ratingInvalid',
      `${quoted(said(line, reading, 'rating'))} is not a whole number from 1 to 5.`,
    );
  const date = readDate(said(line, reading, 'date'), reading.dates, reading.now);
  if ('fault' in date)
    refuse(date.fault, `${quoted(said(line, reading, 'date'))} ${FAULT_WORDS[date.fault]}.`);
  const title = cleanLine(plainWords(said(line, reading, 'title')));
  const body = cleanWords(plainWords(said(line, reading, 'body')));
  if (lengthOf(body) > LIMITS.reviewBodyMax)
    refuse('textTooLong', `The text has more than ${LIMITS.reviewBodyMax} characters.`);
  const name = nameOf(line, reading, remark);
  const own = said(line, reading, 'reviewId');
  const who = said(line, reading, 'email').toLowerCase() || name;
  const key = own === '' ? [productId, who, said(line, reading, 'date'), title, body] : [own];
  const wrongLine = faults.some(({ comes }) => !comes);
  const photoUrls = photosIn(line, reading, notes.photo);
  if (wrongLine || rating === null || 'fault' in date)
    // What would be left out of a review that does not come is not reported.
    return { key, review: null, faults: faults.filter(({ photo, comes }) => photo || !comes) };
  const kept = cut(title, remark, { what: 'title', most: LIMITS.reviewTitleMax });
  return {
    key,
    review: {
      line: number,
      productId,
      rating,
      title: kept === '' ? null : kept,
      body,
      name,
      createdAt: isoOf(date.at),
      wasHidden: wasHidden(line, reading),
      reply: replyOf(line, reading, { reviewAt: date.at, remark }),
      photoUrls,
    },
    faults,
  };
};

function notesOf(line: number): Notes {
  const faults: ImportFault[] = [];
  const say =
    (photo: boolean, comes: boolean): Refuse =>
    (code, detail) =>
      void faults.push({ line, code, detail, photo, comes });
  return { faults, refuse: say(false, false), remark: say(false, true), photo: say(true, true) };
}

/** The product a line is about, by the shop's id for it. */
function productIn(line: Line, reading: Reading, refuse: Refuse): string {
  const { products, otherProducts } = reading.options;
  const named = productOf(line, reading);
  if (named === '') refuse('productMissing', 'No product is named.');
  const known = products[named];
  if (named !== '' && known === undefined && otherProducts === 'refuse')
    refuse('productUnknown', `${quoted(named)} is not among the products that were named.`);
  if (named.length > LIMITS.idLengthMax)
    refuse('productMissing', 'The product’s name is too long.');
  return known ?? named;
}

function said(line: Line, { columns }: Reading, field: keyof Columns): string {
  const header = columns[field];
  return header === undefined ? '' : (line[header] ?? '').trim();
}

function lengthOf(words: string): number {
  return Array.from(words).length;
}

/** Addresses are how people sign in, and no name to show. */
function nameOf(line: Line, reading: Reading, remark: Refuse): string {
  const name = said(line, reading, 'name') || said(line, reading, 'fallbackName');
  const clean = cleanLine(plainWords(name));
  if (clean.includes('@')) return '';
  return cut(clean, remark, { what: 'name', most: LIMITS.reviewNameMax });
}

function photosIn(line: Line, reading: Reading, refuse: Refuse): readonly string[] {
  const { urls, wrong } = photosOf(said(line, reading, 'photos'));
  // A cell may have thousands: as many are reported as could have come.
  for (const text of wrong.slice(0, LIMITS.reviewPhotosMax))
    refuse('photoAddressInvalid', `${quoted(text)} is no web address.`);
  if (urls.length > LIMITS.reviewPhotosMax)
    refuse(
      'tooManyPhotos',
      `Of ${urls.length} photos the first ${LIMITS.reviewPhotosMax} are taken.`,
    );
  return urls.slice(0, LIMITS.reviewPhotosMax);
}

/** A text that may be missing, as much of it as can be kept. */
function cut(
  words: string,
  remark: Refuse,
  { what, most }: { what: string; most: number },
): string {
  const kept = cutWords(words, most);
  if (kept !== words)
    remark('textCut', `The ${what} has more than ${most} characters; its beginning comes.`);
  return kept;
}

/** Null where a person has hidden it there; what is not understood is looked at by a person here. */
function wasHidden(line: Line, reading: Reading): boolean {
  return (
    !SHOWN.test(said(line, reading, 'status')) ||
    /^(true|1|yes)$/i.test(said(line, reading, 'hidden'))
  );
}

function replyOf(
  line: Line,
  reading: Reading,
  { reviewAt, remark }: { reviewAt: number; remark: Refuse },
): ImportedReview['reply'] {
  const words = cleanWords(plainWords(said(line, reading, 'reply')));
  if (words === '') return null;
  const day = said(line, reading, 'replyDate');
  const date = readDate(day, reading.dates, reading.now);
  if ('fault' in date && day !== '')
    remark(
      'replyDateInvalid',
      `${quoted(day)} ${FAULT_WORDS[date.fault]}; the review’s day is taken.`,
    );
  return {
    text: cut(words, remark, { what: 'reply', most: LIMITS.reviewReplyMax }),
    // An answer without a day of its own came on the day of the review at the earliest.
    at: isoOf('at' in date ? date.at : reviewAt),
  };
}

function productOf(line: Line, reading: Reading): string {
  const named =
    said(line, reading, 'productId') ||
    said(line, reading, 'handle') ||
    said(line, reading, 'sku') ||
    (HANDLE_IN_URL.exec(said(line, reading, 'productUrl'))?.[1] ?? '');
  return GID.exec(named)?.[1] ?? named;
}
