import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type Doc } from './read-docs.ts';

/** What is wrong with the TypeScript and JavaScript of pages, by the types of the packages it imports. */
export const checkSnippets = (docs: readonly Doc[]): string[] => {
  const folder = join(ROOT, 'node_modules/.cache', `okaeri-docs-${process.pid}`);
  const names = new Map<string, string>();
  mkdirSync(join(folder, 'node_modules/@okaeri'), { recursive: true });
  try {
    // Snippets import what a shop would have installed.
    for (const name of ['node', 'client'])
      symlinkSync(join(ROOT, 'packages', name), join(folder, 'node_modules/@okaeri', name));
    for (const { path, blocks } of docs)
      for (const { line, language, code } of blocks) {
        if (language !== 'ts' && language !== 'js') continue;
        const file = `snippet-${names.size}.${language}`;
        names.set(file, `${path}:${line}`);
        // A module, so that what one snippet declares is its own.
        writeFileSync(join(folder, file), `${code}\nexport {};\n`);
      }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(CONFIG));
    const { stdout } = spawnSync('tsc', ['-p', folder], { encoding: 'utf8', cwd: folder });
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/^snippet-\d+\.\w+/, (file) => `${names.get(file)} in it at `));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const CONFIG = {
  extends: join(ROOT, 'tsconfig.json'),
  include: ['*.ts', '*.js'],
  files: [join(import.meta.dirname, 'given.d.ts')],
  compilerOptions: {
    allowJs: true,
    checkJs: true,
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
    // A snippet shows what there is, and need not use it.
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
};
