import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const DIST = 'widget/dist';
const CONSOLE = 'admin/dist';

interface ManifestChunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Bytes of one budget, as a browser receives them. */
export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

const KIB = 1024;

/** The budgets of the design, section 10, and what the built widget weighs against them. */
export const measureSizes = (): Size[] => {
  if (!readdirSync(DIST).includes('manifest.json')) throw new Error('Build the widget first.');
  const manifest = readManifest(DIST);
  const keyOf = (part: string): string => {
    const key = Object.keys(manifest).find((name) => name.includes(part));
    if (key === undefined) throw new Error(`The widget has no chunk of ${part}.`);
    return key;
  };
  const named = (name: string): readonly string[] =>
    Object.keys(manifest).filter((key) => manifest[key]?.name === name);
  const core = named('core');
  const sum = (files: Iterable<string>): number =>
    [...files].reduce((bytes, file) => bytes + brotliBytes(file, DIST), 0);
  const loader = brotliBytes('okaeri.js', DIST);
  const view = [keyOf('element/first')];
  const drawn = [...view, ...core, keyOf('i18n/en/language')];
  const opened = [...drawn, keyOf('app/PagePanel')];
  // What is said of products has budgets of its own; the points of an order stand in the shop's page alone.
  const panels = Object.keys(manifest).filter((name) =>
    /(?<!Reviews?|Nudge|Questions|Order|Page)Panel\.tsx$/.test(name),
  );
  const inPage = ['app/load-panel', 'in-page/follow-part', 'i18n/en/review'].map(keyOf);
  const shared = [
    'app/load-panel',
    'i18n/en/more',
    'app/panels-cards',
    'me/watch-news',
    'client/src/client',
  ].map(keyOf);
  const all = [...opened, ...panels, ...shared];
  const writing = [
    ...opened,
    ...['app/load-panel', 'reviews/ReviewPanel', 'i18n/en/review'].map(keyOf),
  ];
  const reviews = [...drawn, ...inPage, ...named('parts'), ...named('reviews'), ...named('stars')];
  const order = [
    ...drawn,
    ...['orders/OrderPanel', 'i18n/en/order', 'client/src/client'].map(keyOf),
  ];
  const product = [...reviews, keyOf('questions/QuestionsPanel')];
  return [
    { what: 'loader', bytes: loader, budget: 0.75 * KIB },
    { what: 'every page view', bytes: loader + sum(closure(manifest, view)), budget: 6.5 * KIB },
    {
      what: 'opened for the first time',
      bytes: loader + sum(closure(manifest, opened)),
      budget: 20 * KIB,
    },
    {
      what: 'every loyalty panel, one language',
      bytes: loader + sum(closure(manifest, all)),
      budget: 54 * KIB,
    },
    {
      what: 'writing a review, beside the dialog',
      bytes: sum(closure(manifest, writing)) - sum(closure(manifest, opened)),
      budget: 11 * KIB,
    },
    {
      what: 'reviews on a product page',
      bytes: loader + sum(closure(manifest, reviews)),
      budget: 28 * KIB,
    },
    {
      what: 'reviews and questions on a product page',
      bytes: loader + sum(closure(manifest, product)),
      budget: 30 * KIB,
    },
    {
      what: 'the points of an order, beside what is drawn for any part',
      bytes: sum(closure(manifest, order)) - sum(closure(manifest, drawn)),
      budget: 6 * KIB,
    },
    consoleSize(),
  ];
};

function readManifest(folder: string): Readonly<Record<string, ManifestChunk>> {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    ManifestChunk
  >;
}

function brotliBytes(file: string, folder: string): number {
  return brotliCompressSync(readFileSync(join(folder, file))).byteLength;
}

/** The files of these chunks and of everything they import at once. */
function closure(
  manifest: Readonly<Record<string, ManifestChunk>>,
  keys: readonly string[],
): Set<string> {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return files;
}

/** The console's first screen: its entry, one language, and the page one comes in on. */
function consoleSize(): Size {
  const manifest = readManifest(CONSOLE);
  const keys = Object.keys(manifest).filter((key) =>
    /src\/(main\.tsx|i18n\/ja\.ts|reviews\/ReviewsPage\.tsx)$/.test(key),
  );
  const bytes = [...closure(manifest, keys)].reduce(
    (sum, file) => sum + brotliBytes(file, CONSOLE),
    0,
  );
  return { what: "the console's first screen", bytes, budget: 90 * KIB };
}
