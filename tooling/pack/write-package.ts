import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ROOT } from '../docs/read-docs.ts';
import type { Compiled } from './compile.ts';
import { modulesOf } from './modules-of.ts';

/** What npm is told of a package beside what stands in its own `package.json`. */
interface PackageFacts {
  readonly description: string;
  readonly keywords: readonly string[];
  /** What one gets who imports the package by its name. */
  readonly root: string;
  /** What can be imported beside that; whatever else is in it is its own affair. */
  readonly modules: readonly string[];
  /** What must be there only for some modules, which are types. */
  readonly optionalPeers: Readonly<Record<string, string>>;
}

const PACKAGES = {
  client: {
    description: 'Okaeri for storefronts: a typed client without any UI, and types for the widget',
    keywords: ['loyalty', 'points', 'rewards', 'reviews', 'storefront', 'headless'],
    root: 'headless',
    modules: [
      'client',
      'contacts',
      'elements',
      'jsx-preact',
      'jsx-react',
      'problem',
      'proof-of-work',
      'questions',
      'reader',
      'reviews',
      'session',
      'transport',
      'widget-api',
      'window',
    ],
    optionalPeers: { '@types/react': '>=19', preact: '>=10.11' },
  },
  node: {
    description: 'Okaeri for servers: the merchant API, shopper tokens and webhooks',
    keywords: ['loyalty', 'points', 'rewards', 'webhooks'],
    root: 'client',
    modules: ['client', 'pages', 'problem', 'shopper-token', 'verify-webhook'],
    optionalPeers: {},
  },
} as const satisfies Readonly<Record<string, PackageFacts>>;

export type PackageName = keyof typeof PACKAGES;

export const PACKAGE_NAMES = Object.keys(PACKAGES) as PackageName[];

interface SourceManifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Writes a package as npm takes it into a folder, and its tarball beside it. The answer is the address of the tarball. */
export const writePackage = (name: PackageName, compiled: Compiled, into: string): string => {
  const folder = join(into, name);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of modulesOf(name, compiled)) {
    const target = join(folder, 'dist', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  const readme = readFileSync(join(ROOT, 'packages', name, 'README.md'), 'utf8');
  // What is linked within the repository is not there where the package is read.
  writeFileSync(join(folder, 'README.md'), readme.replace(/\[([^\]]+)\]\(\.[^)]*\)/g, '$1'));
  copyFileSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  const manifest = manifestOf(name);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const packed = execFileSync('npm', ['pack', folder, '--pack-destination', into, '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  return join(into, filename);
};

function manifestOf(name: PackageName): object {
  const path = join(ROOT, 'packages', name, 'package.json');
  const {
    name: fullName,
    version,
    dependencies,
  } = JSON.parse(readFileSync(path, 'utf8')) as SourceManifest;
  const { description, keywords, root, modules, optionalPeers }: PackageFacts = PACKAGES[name];
  const peers = Object.keys(optionalPeers);
  return {
    name: fullName,
    version,
    description,
    keywords,
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: {
      '.': addressesOf(root),
      ...Object.fromEntries(modules.map((module) => [`./${module}`, addressesOf(module)])),
      // The shapes of what is asked and answered.
      './shared/*': { types: './dist/shared/*.d.ts' },
      './package.json': './package.json',
    },
    files: ['dist'],
    dependencies: Object.fromEntries(
      Object.entries(dependencies)
        .filter(([, wanted]) => !wanted.startsWith('workspace:'))
        .map(([dependency, wanted]) => [dependency, `^${wanted}`]),
    ),
    ...(peers.length > 0 && {
      peerDependencies: optionalPeers,
      peerDependenciesMeta: Object.fromEntries(peers.map((peer) => [peer, { optional: true }])),
    }),
  };
}

function addressesOf(module: string): object {
  return { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` };
}
