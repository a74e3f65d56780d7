import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiDocument } from './api.ts';
import { ROOT } from './read-docs.ts';

/** A command of `okaeri`, as `import orders`. */
export interface Command {
  readonly name: string;
  readonly parameters: number;
  readonly flags: readonly { readonly flag: string; readonly hasValue: boolean }[];
}

/** What the docs are checked against. */
export interface Facts {
  readonly document: ApiDocument;
  readonly commands: readonly Command[];
  /** Scripts of `package.json`. */
  readonly scripts: ReadonlySet<string>;
  /** Packages that some workspace names. */
  readonly packages: ReadonlySet<string>;
  /** Files and folders of the repository, without what is built or installed. */
  readonly files: ReadonlySet<string>;
  /** Elements of the widget, and the attributes of each. */
  readonly elements: ReadonlyMap<string, ReadonlySet<string>>;
  /** Attributes of the snippet. */
  readonly snippet: ReadonlySet<string>;
  /** Custom properties a page may set. */
  readonly tokens: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

interface Workspace {
  readonly name: string;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName: string;
      readonly attributes?: readonly { readonly name?: string }[];
      readonly cssProperties?: readonly { readonly name: string }[];
    }[];
  }[];
}

/** Reads them off the code. */
export const readFacts = (): Facts => ({
  ...readServer(),
  scripts: new Set(Object.keys((readJson('package.json') as { scripts: object }).scripts)),
  packages: readPackages(),
  files: readFiles(),
  ...readWidget(),
  services: new Set(textOf('compose.yaml').match(/(?<=^ {2})\w+(?=:)/gm)),
});

/** Asks the server itself, in a process of its own: it says what it would serve, and which commands it has. */
export function readServer(): Pick<Facts, 'document' | 'commands'> {
  const script = join(ROOT, 'server/src/testing/print-facts.ts');
  const said = execFileSync(process.execPath, [script], { maxBuffer: 2 ** 26, encoding: 'utf8' });
  return JSON.parse(said) as Pick<Facts, 'document' | 'commands'>;
}

function readPackages(): Set<string> {
  const names = globSync(['package.json', '*/package.json', '{packages,examples}/*/package.json'], {
    cwd: ROOT,
  }).flatMap((path) => {
    const { name, dependencies = {}, devDependencies = {} } = readJson(path) as Workspace;
    return [name, ...Object.keys(dependencies), ...Object.keys(devDependencies)];
  });
  return new Set(names);
}

function readFiles(): Set<string> {
  const exclude = ['**/node_modules/**', '**/dist/**', '.git/**', 'data/**'];
  return new Set(globSync(['**/*', '.*'], { cwd: ROOT, exclude }));
}

function readWidget(): Pick<Facts, 'elements' | 'snippet' | 'tokens'> {
  const declared = (readJson('widget/custom-elements.json') as Manifest).modules.flatMap(
    ({ declarations }) => declarations,
  );
  const elements = new Map<string, ReadonlySet<string>>([
    ['okaeri-widget', new Set()],
    ['okaeri-launcher', new Set()],
    ...declared.map(
      ({ tagName, attributes = [] }) =>
        [tagName, new Set(attributes.map(({ name = '' }) => name))] as const,
    ),
  ]);
  const snippet = new Set(
    [...textOf('widget/src/loader/okaeri.ts').matchAll(/(?:say\('|'data-)([\w-]+)'\)/g)].map(
      ([, name = '']) => `data-${name}`,
    ),
  );
  const colours = /type Tokens = [\s\S]+?>;/.exec(textOf('shared/src/public-appearance.ts'))?.[0];
  const shapes = textOf('widget/src/element/theme.ts').matchAll(/declare\('([\w-]+)'/g);
  const tokens = new Set([
    ...(colours?.match(/(?<=')[\w-]+(?=')/g) ?? []).map((name) => `--okaeri-${name}`),
    ...[...shapes].map(([, name]) => `--okaeri-${name}`),
    ...declared.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
  ]);
  return { elements, snippet, tokens };
}

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function readJson(path: string): unknown {
  return JSON.parse(textOf(path));
}

/** Whether a program is installed here. */
export const isInstalled = (name: string): boolean =>
  existsSync(join(ROOT, 'node_modules/.bin', name));
