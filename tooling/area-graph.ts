import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AREAS } from '../server/src/areas.ts';

const NAMES = AREAS.map(({ name }) => name);
const SOURCE = join(import.meta.dirname, '../server/src');
/** What any area may import besides areas: what a verb is given, and plain settings. */
const GROUND: ReadonlySet<string> = new Set([
  'area.ts',
  'case-signals.ts',
  'deps.ts',
  'operation.ts',
  'personal-data.ts',
  'work-limits.ts',
]);
/** What puts areas together, or drives them, and is imported by none. */
const ON_TOP =
  /^(?:(?:app|areas|cli|compose-areas|config|create-deps|keep-compiled|main|open-store|order-followers|schema)\.ts$|(?:cli|main|testing)\/)/;
const IMPORT = /(?:from|import) '(\.[^']+)'|import\('(\.[^']+)'\)|new URL\('(\.[^']+\.ts)'/g;

/** The files of the server as they lie below `server/src`, and their text. */
export type Sources = ReadonlyMap<string, string>;

/** What is wrong with how areas import each other; an empty list where all is well. */
export const crossings = (sources: Sources, order: readonly string[] = NAMES): string[] =>
  [...sources].flatMap(([file, text]) => {
    if (ON_TOP.test(file) || GROUND.has(file)) return [];
    const area = areaOf(file, order);
    if (area === undefined) return [`${file} lies in no area of areas.ts`];
    return importsOf(file, text).flatMap((target) => {
      const why = faultOf(area, target, order);
      return why === undefined ? [] : [`${file} imports ${target}: ${why}`];
    });
  });

function areaOf(file: string, order: readonly string[]): string | undefined {
  const found = order.filter((area) => file.startsWith(`${area}/`));
  return found.toSorted((a, b) => b.length - a.length)[0];
}

function importsOf(file: string, text: string): string[] {
  return (
    [...text.matchAll(IMPORT)]
      .map(([, from, lazy, worker]) => join(dirname(file), from ?? lazy ?? worker ?? ''))
      // Other packages are imported by name; what leaves the folder is none of the server's areas.
      .filter((target) => !target.startsWith('..'))
  );
}

function faultOf(area: string, target: string, order: readonly string[]): string | undefined {
  if (GROUND.has(target)) return undefined;
  if (ON_TOP.test(target)) return 'it puts areas together, or drives them';
  const other = areaOf(target, order);
  if (other === undefined) return 'it lies in no area';
  return order.indexOf(other) <= order.indexOf(area) ? undefined : `${other} stands above ${area}`;
}

const readSources = (): Sources =>
  new Map(
    globSync('**/*.ts', { cwd: SOURCE })
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')]),
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sources = readSources();
  const found = crossings(sources);
  for (const crossing of found) console.error(`✗ ${crossing}`);
  console.log(
    `${found.length} imports against the order of ${AREAS.length} areas, in ${sources.size} files`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}
