import { execFileSync, spawnSync } from 'node:child_process';
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './docs/read-docs.ts';
import { compilePackages } from './pack/compile.ts';
import { PACKAGE_NAMES, writePackage } from './pack/write-package.ts';

/** What our packages depend on, and what that depends on, where this repository has it installed. */
const OUTSIDE = [
  'jose',
  'standardwebhooks',
  'standardwebhooks>@stablelib/base64',
  'standardwebhooks>fast-sha256',
];

/** Types that a shop's own project has, where it is written in React or Preact. */
const BESIDE = { '@types/react': 'client', preact: 'client', '@types/react>csstype': 'client' };

/** Where a library is, or one that it needs: pnpm puts the two side by side. */
const placeOf = (library: string, name: string): string => {
  const [first = '', second] = library.split('>');
  const place = realpathSync(join(ROOT, 'packages', name, 'node_modules', first));
  const side = first.startsWith('@') ? '../..' : '..';
  return second === undefined ? place : realpathSync(join(place, side, second));
};

let shop: string;
const npm = (...given: string[]): string =>
  execFileSync('npm', [...given, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: shop,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

beforeAll(() => {
  shop = mkdtempSync(join(tmpdir(), 'okaeri-shop-'));
  const tarballs = join(shop, 'tarballs');
  mkdirSync(tarballs);
  const compiled = compilePackages(PACKAGE_NAMES);
  for (const name of PACKAGE_NAMES) writePackage(name, compiled, tarballs);
  npm(
    'pack',
    ...OUTSIDE.map((library) => placeOf(library, 'node')),
    '--pack-destination',
    tarballs,
  );
  writeFileSync(join(shop, 'package.json'), '{ "private": true, "type": "module" }');
  npm('install', ...globSync('*.tgz', { cwd: tarballs }).map((file) => `./tarballs/${file}`));
  for (const [library, name] of Object.entries(BESIDE)) {
    const target = join(shop, 'node_modules', library.split('>').at(-1) ?? '');
    mkdirSync(join(target, '..'), { recursive: true });
    symlinkSync(placeOf(library, name), target);
  }
  const consumer = join(ROOT, 'tooling/pack/consumer');
  for (const file of readdirSync(consumer))
    writeFileSync(join(shop, file.replace(/\.txt$/, '')), readFileSync(join(consumer, file)));
});
afterAll(() => rmSync(shop, { recursive: true, force: true }));

/** What the compiler says about files of the shop, with the types of all that is installed. */
const complaintsOf = (files: readonly string[], options: object): string => {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    target: 'es2022',
    types: [],
    ...options,
  };
  writeFileSync(join(shop, 'tsconfig.json'), JSON.stringify({ files, compilerOptions }));
  return spawnSync('tsc', ['-p', shop], { encoding: 'utf8', cwd: shop }).stdout;
};

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<
    Record<string, { readonly types?: string; readonly default?: string }>
  >;
}

/** The file that a module of a package means by an address, in types the types of it. */
const fileAt = (module: string, address: string): string => {
  const file = join(dirname(module), address);
  return module.endsWith('.d.ts') ? file.replace(/\.js$/, '.d.ts') : file;
};

describe('the packages, installed from their tarballs', () => {
  it.each([
    ['nodenext', { module: 'nodenext' }],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ])('compile in a page and in JSX, strictly, with %s', (_name, options) => {
    const files = ['shop.ts', 'react.tsx', 'preact.tsx'];
    const page = { lib: ['es2022', 'dom', 'dom.iterable'], jsx: 'react-jsx', ...options };
    expect(complaintsOf(files, page)).toBe('');
  });

  it.each([
    ['nodenext', { module: 'nodenext' }],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ])('compile on a server without the types of a browser, strictly, with %s', (_name, options) => {
    expect(complaintsOf(['server.ts'], { lib: ['es2022'], ...options })).toBe('');
  });

  it('run without TypeScript', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['run.mjs'], {
      encoding: 'utf8',
      cwd: shop,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      available: 140,
      stars: { 'p-9': { average: 4.5, count: 2 } },
      refused: 'unknownReward',
      earned: 140,
      forged: true,
      asked: 5,
    });
  });

  it.each(PACKAGE_NAMES)(
    '%s has what npm shows, everything it exports, and nothing of this repository',
    (name) => {
      const folder = join(shop, 'node_modules/@okaeri', name);
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
      expect(manifest).toMatchObject({ license: 'MIT', type: 'module' });
      expect(manifest).not.toHaveProperty('private');
      const { dependencies = {}, peerDependencies = {}, exports } = manifest;
      const wanted = Object.keys({ ...dependencies, ...peerDependencies });
      const files = globSync('**/*.{js,ts,json,md}', { cwd: folder });
      for (const file of files) {
        const text = readFileSync(join(folder, file), 'utf8');
        expect(text, file).not.toMatch(/workspace:|@okaeri\/shared|\bzod\b|\.\/src\//);
        if (!/\.(js|d\.ts)$/.test(file)) continue;
        for (const [, from = ''] of text.matchAll(/\b(?:from|import\(?) ?['"]([@\w./:-]+)['"]/g))
          if (from.startsWith('.')) expect(files, file).toContain(fileAt(file, from));
          else if (!from.startsWith('node:'))
            expect(wanted, file).toContain(from.replace(/^react$/, '@types/react'));
      }
      expect(files).toContain('README.md');
      expect(readdirSync(folder)).toContain('LICENSE');
      const addresses = Object.values(exports ?? {});
      for (const { types, default: code } of addresses)
        for (const address of [types, code])
          if (address?.includes('*') === false) expect(files).toContain(address.slice(2));
    },
  );
});

it('every element of the manifest has its type, with its attributes', () => {
  const { modules } = JSON.parse(
    readFileSync(join(ROOT, 'widget/custom-elements.json'), 'utf8'),
  ) as {
    modules: { declarations: { tagName: string; attributes?: { name?: string }[] }[] }[];
  };
  const source = readFileSync(join(ROOT, 'packages/client/src/elements.ts'), 'utf8');
  const bodyOf = (name: string): string =>
    new RegExp(`interface ${name} \\{([\\s\\S]+?)\\n\\}`).exec(source)?.[1] ?? '';
  const elements = bodyOf('OkaeriElements').match(/okaeri-\w+/g);
  const declarations = modules.flatMap((module) => module.declarations);
  expect(elements?.toSorted()).toEqual(declarations.map(({ tagName }) => tagName).toSorted());
  for (const { tagName, attributes = [] } of declarations) {
    const of = new RegExp(`'${tagName}': (\\w+;|\\{[\\s\\S]+?\\n  \\};)`).exec(
      bodyOf('OkaeriAttributes'),
    )?.[1];
    const said = of === 'OfProduct;' ? bodyOf('OfProduct') : (of ?? '');
    const names = said.match(/(?<=^ +'?)[\w-]+(?='?\??: )/gm) ?? [];
    // A field of the class without its attribute is in the manifest too, without a name.
    const wanted = attributes.flatMap(({ name }) => name ?? []);
    expect(names.toSorted(), tagName).toEqual(wanted.toSorted());
  }
});
