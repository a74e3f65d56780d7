import type {
  ImportAnswer,
  ImportedReview,
  ImportFault,
  ImportFormat,
  ImportOptions,
} from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { isoOf } from '../../platform/lib/clock.ts';
import { canonicalJson, sha256 } from '../../platform/lib/digest.ts';
import { digestOfText, foldWords, signalsOf } from '../../content/moderation/signal-rules.ts';
import { SOURCES } from './column-rules.ts';
import type { ReadLine } from './row-rules.ts';
import type { ReviewImportRow } from './tables.ts';
import type { ReviewRow } from '../../content/reviews/tables.ts';

/** What readers see of where reviews were imported from. */
export const sourceOf = (options: ImportOptions, format: ImportFormat): string =>
  options.source ?? SOURCES[format];

const ID_LENGTH = 26;

/** The same line has the same id whenever it comes, so that it is one review. */
export const importedId = (source: string, key: readonly string[]): string =>
  `imp_${sha256(canonicalJson([source, key])).slice(0, ID_LENGTH)}`;

/** A review that can come, with the id it will have. */
export interface Arrival {
  readonly id: string;
  readonly review: ImportedReview;
}

/** What the lines of a file come to so far. */
export interface Arrivals {
  readonly arrivals: readonly Arrival[];
  /** Lines that cannot come. */
  readonly refused: number;
  /** What is wrong with them, as much as is reported. */
  readonly faults: readonly ImportFault[];
}

/** Takes line by line what can come of a file; a line that says the same twice comes once. */
export const gatherArrivals = (source: string): { add(line: ReadLine): void; read(): Arrivals } => {
  const seen = new Set<string>();
  const arrivals: Arrival[] = [];
  const faults: ImportFault[] = [];
  let refused = 0;
  const note = (more: readonly ImportFault[]): void =>
    // Kept are only those that are reported: a file may have a million.
    void faults.push(...more.slice(0, LIMITS.importFaultsMax - faults.length));
  return {
    add({ key, review, faults: own }) {
      note(own);
      const id = importedId(source, key);
      if (review === null) refused += 1;
      else if (seen.has(id)) {
        refused += 1;
        note([duplicateOf(review.line)]);
      } else arrivals.push({ id, review });
      if (review !== null) seen.add(id);
    },
    read: () => ({ arrivals, refused, faults }),
  };
};

export const duplicateOf = (line: number): ImportFault => ({
  line,
  code: 'duplicate',
  detail: 'The same review is there already.',
  photo: false,
  comes: false,
});

/**
 * A review of another tool as it is kept here. Nobody's here, verified by nobody here, and
 * looked at as all others are. What was hidden there waits for a person and a reason:
 * who hid it, and why, is not known.
 */
export const importedRow = (
  { id, review }: Arrival,
  of: { shopId: string; importId: string; source: string; now: number },
): ReviewRow => {
  const { rating, title, body, name, reply } = review;
  const folded = foldWords([title ?? '', body].join('\n').trim());
  const looked = {
    title,
    body,
    name,
    textKnown: false,
    photoKnown: false,
    writtenToday: 0,
    // A file of the merchant's is no program at a form, and its language is what it is.
    languages: [],
    trapped: false,
    unproven: false,
  };
  const hidden = review.wasHidden ? (['hiddenElsewhere'] as const) : [];
  const signals = [...hidden, ...signalsOf(looked)];
  const waits = signals.length > 0;
  return {
    shopId: of.shopId,
    id,
    productId: review.productId,
    shopperId: null,
    orderId: null,
    rating,
    title,
    body,
    language: null,
    name,
    attributes: {},
    folded,
    textDigest: digestOfText(folded),
    state: waits ? 'queued' : 'published',
    waitingSince: waits ? of.now : null,
    signals,
    offer: null,
    insider: false,
    importedFrom: of.source,
    importId: of.importId,
    photos: 0,
    helpful: 0,
    reports: 0,
    reply: reply === null ? null : { ...reply, editedAt: null },
    decisions: [],
    reason: null,
    history: [],
    createdAt: Date.parse(review.createdAt),
    editedAt: null,
    removedAt: null,
    pointsGivenAt: null,
    version: 1,
  };
};

/** An import as the API answers it. */
export const toAnswer = (row: ReviewImportRow, faults: readonly ImportFault[]): ImportAnswer => {
  const { id, source, rows, imported, waiting, refused, photos, createdAt, undoneAt } = row;
  return {
    id,
    source,
    rows,
    imported,
    waiting,
    refused,
    photos,
    faults: faults.slice(0, LIMITS.importFaultsMax),
    createdAt: isoOf(createdAt),
    undoneAt: undoneAt === null ? null : isoOf(undoneAt),
  };
};
