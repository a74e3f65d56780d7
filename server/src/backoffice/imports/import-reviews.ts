import type { Outcome } from '../../platform/lib/outcome.ts';
import type {
  ImportAnswer,
  ImportFault,
  ImportOptions,
  ImportPreview,
} from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { throwIfStopped } from '../../platform/lib/ended-work.ts';
import { newId } from '../../platform/lib/ids.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import { UNDO_CUT_OFF } from '../shopper-record/undo-batch.ts';
import { dropImported } from '../../content/reviews/drop-imported.ts';
import { isKnownReview, saveReview } from '../../content/reviews/save-review.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { cutOff } from './cut-off.ts';
import { duplicateOf, importedRow, toAnswer, type Arrival } from './import-rules.ts';
import { insertImport, selectImport, selectImports, updateImport } from './queries.ts';
import { previewReviewsFile, readReviewsFile } from './read-in-worker.ts';
import type { ReviewsFile } from './read-reviews.ts';
import { importTurns, readingTurns } from './take-turns.ts';
import type { ReviewImportRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Reviews written together: few enough that nobody waits long for the writer. */
const AT_ONCE = 25;

/** A file of reviews of a shop, as it was sent. */
export interface FileOf {
  readonly shop: ShopRow;
  /** Gone afterwards. */
  readonly bytes: Uint8Array;
  readonly options: ImportOptions;
  /** Says that the client is gone. */
  readonly signal?: AbortSignal;
}

/** Says what an import would do, and does nothing. */
export const previewImport = (deps: Deps, input: FileOf): Promise<Outcome<ImportPreview>> =>
  readingTurns.run(() => previewReviewsFile(deps, fileIn(deps, input), input.signal));

interface Bringing {
  readonly shop: ShopRow;
  readonly source: string;
  readonly now: number;
}

/**
 * Imports a file of reviews, some at a time. A line that cannot come is listed with its
 * reason and keeps no other from coming; what came before does not come twice, so that an
 * import that was cut off is finished by sending the file again.
 */
export const importReviews = (deps: Deps, input: FileOf): Promise<Outcome<ImportAnswer>> =>
  importTurns.run(() => deps.underWay.hold(bringFile(deps, input)));

/** The latest imports. */
export const listImports = (deps: Deps, shop: ShopRow): Promise<{ items: ImportAnswer[] }> =>
  deps.store.read(async (tx) => {
    const found = await tx.run(selectImports, { shopId: shop.id, limit: LIMITS.pageDefault });
    return { items: found.map((row) => toAnswer(row, [])) };
  });

/**
 * Takes an import back: its reviews go, with their photos, votes and reports. Repeating it changes
 * nothing, and finishes what was cut off.
 */
export const undoImport = (
  deps: Deps,
  input: { shop: ShopRow; importId: string },
): Promise<Outcome<ImportAnswer>> =>
  importTurns.run(() => deps.underWay.hold(takeBack(deps, input)));

function fileIn(deps: Deps, { shop, bytes, options }: FileOf): ReviewsFile {
  return {
    bytes,
    options,
    now: nowOf(deps, shop),
  };
}

async function bringFile(deps: Deps, input: FileOf): Promise<Outcome<ImportAnswer>> {
  const { shop, signal } = input;
  const file = fileIn(deps, input);
  const read = await readingTurns.run(() => readReviewsFile(deps, file, signal));
  if ('refused' in read) return read;
  const { source, rows, refused, faults, arrivals } = read.ok;
  const { now } = file;
  let row: ReviewImportRow = {
    shopId: shop.id,
    id: `rim_${newId()}`,
    source,
    rows,
    imported: 0,
    waiting: 0,
    refused,
    photos: 0,
    createdAt: now,
    undoneAt: null,
  };
  const began = row;
  // From here on it goes to its end, whether the client still waits or not.
  throwIfStopped(signal);
  await deps.store.write((tx) => tx.run(insertImport, began));
  const reported = [...faults];
  for (let at = 0; at < arrivals.length; at += AT_ONCE) {
    if (deps.underWay.stopping.aborted) return cutOff(at, arrivals.length);
    const some = arrivals.slice(at, at + AT_ONCE);
    const done = await bringSome(deps, { shop, source, now }, row, some);
    row = done.row;
    reported.push(...done.faults);
  }
  return {
    ok: toAnswer(
      row,
      reported.toSorted((a, b) => a.line - b.line),
    ),
  };
}

async function takeBack(
  deps: Deps,
  input: { shop: ShopRow; importId: string },
): Promise<Outcome<ImportAnswer>> {
  const { shop, importId } = input;
  const key = { shopId: shop.id, id: importId };
  const row = await deps.store.read((tx) => first(tx, selectImport, key));
  if (row === undefined)
    return { refused: { code: 'unknownImport', detail: `There is no import "${importId}".` } };
  for (;;) {
    if (deps.underWay.stopping.aborted) return UNDO_CUT_OFF;
    const some = { shopId: shop.id, importId, limit: AT_ONCE };
    const dropped = await deps.store.writeAlone((tx) => dropImported(tx, some));
    if (dropped < AT_ONCE) break;
  }
  const undone = { ...row, undoneAt: row.undoneAt ?? nowOf(deps, shop) };
  await deps.store.write((tx) => tx.run(updateImport, undone));
  return { ok: toAnswer(undone, []) };
}

/** Brings some reviews within one write, and what the import comes to with it. */
function bringSome(
  deps: Deps,
  { shop, source, now }: Bringing,
  before: ReviewImportRow,
  some: readonly Arrival[],
): Promise<{ row: ReviewImportRow; faults: ImportFault[] }> {
  return deps.store.writeAlone(async (tx) => {
    const row = { ...before };
    const faults: ImportFault[] = [];
    for (const arrival of some) {
      if (await isKnownReview(tx, { shopId: shop.id, id: arrival.id })) {
        faults.push(duplicateOf(arrival.review.line));
        row.refused += 1;
        continue;
      }
      const review = importedRow(arrival, { shopId: shop.id, importId: row.id, source, now });
      await saveReview(tx, null, review);
      await planPhotos(deps, tx, { shop, arrival, now });
      row.imported += 1;
      row.waiting += review.waitingSince === null ? 0 : 1;
      row.photos += arrival.review.photoUrls.length;
    }
    await tx.run(updateImport, row);
    return { row, faults };
  });
}

async function planPhotos(
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; arrival: Arrival; now: number },
): Promise<void> {
  const { shop, arrival, now } = input;
  for (const [position, url] of arrival.review.photoUrls.entries())
    await addToOutbox(deps, tx, {
      shop,
      id: `imported-photo:${arrival.id}:${position}:${now}`,
      payload: { kind: 'importedPhoto', reviewId: arrival.id, url, position },
      dueAt: now,
    });
}
