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
  const { view, drawn, opened, shared, panels, writing, product, order, engagement } =
    pagesOf(manifest);
  const sum = (keys: readonly string[]): number =>
    [...closure(manifest, keys)].reduce((bytes, file) => bytes + brotliBytes(file, DIST), 0);
  const loader = brotliBytes('okaeri.js', DIST);
  const size = (what: string, bytes: number, budgetKib: number): Size => ({
    what,
    bytes,
    budget: budgetKib * KIB,
  });
  return [
    size('loader', loader, 0.75),
    size('every page view', loader + sum(view), 6.5),
    size('opened for the first time', loader + sum(opened), 20),
    size('every loyalty panel, one language', loader + sum(panels), 54),
    size('writing a review, beside the dialog', sum(writing) - sum(opened), 10),
    size('reviews and questions on a product page', loader + sum(product), 26),
    size('the points of an order, beside what is drawn for any part', sum(order) - sum(drawn), 4.5),
    ...engagement.map((panel) =>
      size(
        `${panel}, beside what panels share`,
        sum([...opened, ...shared, panel]) - sum([...opened, ...shared]),
        6,
      ),
    ),
    ...consoleSizes(),
  ];
};

/** The chunks of each kind of page. */
function pagesOf(manifest: Readonly<Record<string, ManifestChunk>>) {
  const of = (...parts: readonly string[]): string[] =>
    parts.map((part) => {
      const key = Object.keys(manifest).find((name) => name.includes(part));
      if (key === undefined) throw new Error(`The widget has no chunk of ${part}.`);
      return key;
    });
  const named = (...names: readonly string[]): string[] =>
    Object.keys(manifest).filter((key) => names.includes(manifest[key]?.name ?? ''));
  const view = of('element/first');
  const drawn = [...view, ...named('core')];
  const opened = [...drawn, ...of('app/PagePanel', 'i18n/en/panel')];
  // What is said of products has budgets of its own; the points of an order stand in the shop's page alone.
  const own = Object.keys(manifest).filter((name) =>
    /(?<!Reviews?|Nudge|Questions|Order|Page|Survey|Help|Consents)Panel\.tsx$/.test(name),
  );
  const engagement = Object.keys(manifest).filter((name) =>
    /(Survey|Help|Consents)Panel\.tsx$/.test(name),
  );
  const shared = of(
    'app/load-panel',
    'i18n/en/more',
    'app/panels-cards',
    'me/watch-news',
    'client/src/client',
  );
  const product = [
    ...drawn,
    ...of('i18n/en/review', 'in-page/product-parts'),
    ...named('acts', 'parts'),
  ];
  return {
    view,
    drawn,
    opened,
    shared,
    engagement,
    panels: [...opened, ...own, ...shared],
    writing: [
      ...opened,
      ...of('app/load-panel', 'reviews/ReviewPanel', 'i18n/en/review', 'i18n/en/write'),
    ],
    product,
    order: [
      ...drawn,
      ...of('orders/OrderPanel', 'i18n/en/panel', 'i18n/en/order', 'client/src/client'),
    ],
  };
}

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

/** Pages of each group of the console's menu, by the folders they lie in; settings with the words that come with them. */
const CONSOLE_GROUPS = {
  customers: /src\/((shoppers|orders|codes)\/\w+Page\.tsx|i18n\/parts\/ja-widget\.ts)$/,
  loyalty: /src\/(program|referrals)\/\w+Page\.tsx$/,
  feedback: /src\/((reviews|questions|surveys)\/\w+Page|cases\/CasesPage)\.tsx$/,
  engagement: /src\/((appearance|contacts)\/\w+Page\.tsx|i18n\/parts\/ja-(widget|contacts)\.ts)$/,
  insights: /src\/(insights\/\w+Page\.tsx|i18n\/parts\/ja-insights\.ts)$/,
  'settings of the shop':
    /src\/((settings|access)\/(?!Account|Join|NewPassword|SignIn)\w+Page\.tsx|cases\/CaseSettingsPage\.tsx|i18n\/parts\/ja-settings\.ts)$/,
  'settings of oneself':
    /src\/((access\/Account|telling\/Reports)Page\.tsx|i18n\/parts\/ja-account\.ts)$/,
  'settings of connections and messages':
    /src\/((integrations|mail)\/\w+Page\.tsx|i18n\/parts\/ja-settings\.ts)$/,
  'settings of data and privacy':
    /src\/((imports|portability|privacy)\/\w+Page\.tsx|i18n\/parts\/ja-settings\.ts)$/,
  setup: /src\/(setup\/SetupPage\.tsx|i18n\/parts\/ja-setup\.ts)$/,
} as const;

/** The console's first screen, its entry, one language and the page one comes in on; and what each group adds to it. */
function consoleSizes(): Size[] {
  const manifest = readManifest(CONSOLE);
  const filesOf = (pages: RegExp): Set<string> =>
    closure(
      manifest,
      Object.keys(manifest).filter((key) => pages.test(key)),
    );
  const weigh = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + brotliBytes(file, CONSOLE), 0);
  const first = filesOf(/src\/(main\.tsx|i18n\/ja\.ts|reviews\/ReviewsPage\.tsx)$/);
  const shell = filesOf(/src\/(main\.tsx|i18n\/ja\.ts|home\/HomePage\.tsx)$/);
  return [
    { what: "the console's first screen", bytes: weigh(first), budget: 62 * KIB },
    ...Object.entries(CONSOLE_GROUPS).map(([group, pages]) => ({
      what: `the console's pages of ${group}, beside home`,
      bytes: weigh([...filesOf(pages)].filter((file) => !shell.has(file))),
      budget: 25 * KIB,
    })),
  ];
}
