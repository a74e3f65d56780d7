import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../docs/read-docs.ts';
import { plainTypesOf } from './plain-types.ts';

/** Modules by their names, as the compiler has written them. */
interface Modules {
  readonly code: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
}

/** Packages and what they share, compiled. */
export interface Compiled {
  readonly of: (name: string) => Modules;
  /** `shared`, and its types again as they read without its values. */
  readonly shared: Modules & { readonly plainTypes: ReadonlyMap<string, string> };
}

/** Compiles packages of this repository, with `shared`, to JavaScript and declarations. */
export const compilePackages = (names: readonly string[]): Compiled => {
  const work = join(ROOT, 'node_modules/.cache', `okaeri-pack-${process.pid}`);
  try {
    compile(names, work);
    const shared = join(work, 'shared/src');
    const packages = new Map(
      names.map((name) => [name, readModules(join(work, 'packages', name, 'src'))]),
    );
    const plainTypes = plainTypesOf(shared, join(ROOT, 'shared/node_modules'));
    return {
      of: (name) => packages.get(name) ?? { code: new Map(), types: new Map() },
      shared: { ...readModules(shared), plainTypes },
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

function compile(names: readonly string[], outDir: string): void {
  const config = join(outDir, 'tsconfig.json');
  mkdirSync(outDir, { recursive: true });
  const folders = [...names.map((name) => `packages/${name}/src`), 'shared/src'];
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(ROOT, 'tsconfig.json'),
      include: folders.map((folder) => join(ROOT, folder)),
      exclude: [join(ROOT, '**/*.test.ts'), join(ROOT, 'shared/src/testing')],
      compilerOptions: {
        noEmit: false,
        declaration: true,
        rewriteRelativeImportExtensions: true,
        rootDir: ROOT,
        outDir,
        lib: ['es2024', 'dom', 'dom.iterable'],
        types: ['node'],
        typeRoots: [join(ROOT, 'node_modules/@types')],
      },
    }),
  );
  const { status, stdout } = spawnSync('tsc', ['-p', config], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The packages do not compile:\n${stdout}`);
}

function readModules(folder: string): Modules {
  const read = (ending: string): Map<string, string> =>
    new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .map((file) => [file.slice(0, -ending.length), readFileSync(join(folder, file), 'utf8')]),
    );
  return { code: read('.js'), types: read('.d.ts') };
}
