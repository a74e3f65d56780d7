import type { Refusal } from '@okaeri/shared/errors';
import type {
  ImportAnswer,
  ImportFault,
  ImportOptions,
  ImportPreview,
} from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../lib/ids.ts';
import { addToOutbox } from '../outbox/add-row.ts';
import { dropImported } from '../reviews/drop-imported.ts';
import { isKnownReview, saveReview } from '../reviews/save-review.ts';
import type { ReviewImportRow, ShopRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import {
  arrivalsOf,
  duplicateOf,
  importedRow,
  sourceOf,
  toAnswer,
  type Arrival,
} from './import-rules.ts';
import { insertImport, selectImport, selectImports, updateImport } from './queries.ts';
import { readFile, type ReadFile } from './read-file.ts';

/** Reviews written together, and reviews shown before anything is written. */
const AT_ONCE = 100;
const SAMPLE = 5;

interface FileOf {
  readonly shop: ShopRow;
  readonly bytes: Uint8Array;
  readonly options: ImportOptions;
}

const unusedOf = ({ headers, columns }: ReadFile): string[] => {
  const used = new Set(Object.values(columns));
  return headers.filter((header) => !used.has(header));
};

const refusedIn = (faults: readonly ImportFault[]): number =>
  new Set(faults.filter(({ photo }) => !photo).map(({ line }) => line)).size;

/** Says what an import would do, and does nothing. */
export const previewImport = async (
  deps: Deps,
  input: FileOf,
): Promise<{ ok: ImportPreview } | { refused: Refusal }> => {
  const read = await readFile(input.bytes, input.options, nowOf(deps, input.shop));
  if ('refused' in read) return read;
  const { format, encoding, delimiter, order, columns, lines } = read.ok;
  const { arrivals, faults } = arrivalsOf(lines, sourceOf(input.options, format));
  return {
    ok: {
      format,
      encoding,
      delimiter,
      dateOrder: order,
      columns,
      unused: unusedOf(read.ok),
      rows: lines.length,
      ready: arrivals.length,
      refused: refusedIn(faults),
      photos: arrivals.reduce((sum, { review }) => sum + review.photoUrls.length, 0),
      faults: faults.slice(0, LIMITS.importFaultsMax),
      sample: arrivals.slice(0, SAMPLE).map(({ review }) => review),
    },
  };
};

const planPhotos = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; arrival: Arrival; now: number },
): Promise<void> => {
  const { shop, arrival, now } = input;
  for (const [position, url] of arrival.review.photoUrls.entries())
    await addToOutbox(deps, tx, {
      shop,
      id: `imported-photo:${arrival.id}:${position}:${now}`,
      payload: { kind: 'importedPhoto', reviewId: arrival.id, url, position },
      dueAt: now,
    });
};

interface Bringing {
  readonly shop: ShopRow;
  readonly source: string;
  readonly now: number;
}

/** Brings some reviews within one write, and what the import comes to with it. */
const bringSome = (
  deps: Deps,
  { shop, source, now }: Bringing,
  before: ReviewImportRow,
  some: readonly Arrival[],
): Promise<{ row: ReviewImportRow; faults: ImportFault[] }> =>
  deps.store.write(async (tx) => {
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

/**
 * Imports a file of reviews, a hundred at a time. A line that cannot come is told with its
 * reason and keeps no other from coming; what came before does not come twice, so that an
 * import that was cut off is finished by sending the file again.
 */
export const importReviews = async (
  deps: Deps,
  input: FileOf,
): Promise<{ ok: ImportAnswer } | { refused: Refusal }> => {
  const { shop, options } = input;
  const now = nowOf(deps, shop);
  const read = await readFile(input.bytes, options, now);
  if ('refused' in read) return read;
  const source = sourceOf(options, read.ok.format);
  const { arrivals, faults } = arrivalsOf(read.ok.lines, source);
  let row: ReviewImportRow = {
    shopId: shop.id,
    id: `rim_${newId()}`,
    source,
    rows: read.ok.lines.length,
    imported: 0,
    waiting: 0,
    refused: refusedIn(faults),
    photos: 0,
    createdAt: now,
    undoneAt: null,
  };
  const began = row;
  await deps.store.write((tx) => tx.run(insertImport, began));
  const told = [...faults];
  for (let at = 0; at < arrivals.length; at += AT_ONCE) {
    const some = arrivals.slice(at, at + AT_ONCE);
    const done = await bringSome(deps, { shop, source, now }, row, some);
    row = done.row;
    told.push(...done.faults);
  }
  return {
    ok: toAnswer(
      row,
      told.toSorted((a, b) => a.line - b.line),
    ),
  };
};

/** The latest imports. */
export const listImports = (deps: Deps, shop: ShopRow): Promise<{ items: ImportAnswer[] }> =>
  deps.store.read(async (tx) => {
    const found = await tx.run(selectImports, { shopId: shop.id, limit: LIMITS.pageDefault });
    return { items: found.map((row) => toAnswer(row, [])) };
  });

/** Takes an import back: its reviews go, with their photos, votes and reports. Repeating it changes nothing. */
export const undoImport = async (
  deps: Deps,
  input: { shop: ShopRow; importId: string },
): Promise<{ ok: ImportAnswer } | { refused: Refusal }> => {
  const { shop, importId } = input;
  const key = { shopId: shop.id, id: importId };
  const row = await deps.store.read((tx) => first(tx, selectImport, key));
  if (row === undefined)
    return { refused: { code: 'unknownImport', detail: `There is no import "${importId}".` } };
  for (;;) {
    const some = { shopId: shop.id, importId, limit: AT_ONCE };
    const dropped = await deps.store.write((tx) => dropImported(tx, some));
    if (dropped < AT_ONCE) break;
  }
  const undone = { ...row, undoneAt: row.undoneAt ?? nowOf(deps, shop) };
  await deps.store.write((tx) => tx.run(updateImport, undone));
  return { ok: toAnswer(undone, []) };
};
