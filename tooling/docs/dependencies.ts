import { globSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './read-docs.ts';

/** A library that a workspace names, as it is installed. */
export interface Dependency {
  readonly name: string;
  /** Workspaces that name it; those that only need it to develop are in brackets. */
  readonly usedBy: readonly string[];
  readonly version: string;
  readonly licence: string;
  /** Who keeps it: the repository its own description names. */
  readonly keptAt: string;
  /** Packages it brings with it, and bytes of all of them together. */
  readonly brings: number;
  readonly bytes: number;
}

/** What is read of a package's description. */
interface Described {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The page, from the root of the repository. */
export const DEPENDENCIES_PAGE = 'docs/dependencies.md';

const WORKSPACES = ['package.json', '*/package.json', '{packages,examples}/*/package.json'];
const OURS = /^workspace:/;

/** Every library that a workspace names. */
export const readDependencies = (): Dependency[] => {
  const found = new Map<string, { name: string; usedBy: string[] }>();
  for (const path of globSync(WORKSPACES, { cwd: ROOT, exclude: ['node_modules/**'] }).toSorted()) {
    const { dependencies = {}, devDependencies = {} } = describe(join(ROOT, dirname(path)));
    const place = dirname(path) === '.' ? 'root' : dirname(path);
    for (const [list, shown] of [
      [dependencies, place],
      [devDependencies, `(${place})`],
    ] as const)
      for (const [name, version] of Object.entries(list)) {
        if (OURS.test(version)) continue;
        const folder = realpathSync(join(ROOT, dirname(path), 'node_modules', name));
        // Two versions of one library are two.
        const one = found.get(folder) ?? { name, usedBy: [] };
        one.usedBy.push(shown);
        found.set(folder, one);
      }
  }
  return [...found.entries()]
    .map(([folder, { name, usedBy }]) => {
      const { version, license = 'none named', repository } = describe(folder);
      const whole = broughtBy(folder, new Set());
      const bytes = [...whole].reduce((sum, one) => sum + sizeOf(one), 0);
      const keptAt = addressOf(repository);
      return { name, usedBy, version, licence: license, keptAt, brings: whole.size - 1, bytes };
    })
    .toSorted((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
};

function describe(folder: string): Described {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Described;
}

/** Folders of a package and of everything it brings; what is optional, as far as it is installed here. */
function broughtBy(folder: string, known: Set<string>): Set<string> {
  if (known.has(folder)) return known;
  known.add(folder);
  const { name, dependencies = {}, optionalDependencies = {} } = describe(folder);
  // pnpm puts what a package needs beside it.
  const beside = folder.slice(0, -name.length);
  for (const one of Object.keys({ ...dependencies, ...optionalDependencies })) {
    let inner: string;
    try {
      inner = realpathSync(join(beside, one));
    } catch {
      continue;
    }
    broughtBy(inner, known);
  }
  return known;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sum + sizeOf(path);
      return entry.isFile() ? sum + statSync(path).size : sum;
    }, 0);
}

function addressOf(repository: Described['repository']): string {
  const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
  const [, path] =
    /(?:github\.com[:/]|^github:|^(?=[\w-]+\/))([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? [];
  return path === undefined ? url : `[${path}](https://github.com/${path})`;
}
