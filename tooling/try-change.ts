import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyChange, touchedOutside, type Change } from './apply-change.ts';

/*
 * Tries how much a usual change touches: makes an area, a page, a panel, a language and an earning rule kind from
 * the templates beside this file, each in a copy of the tree, type-checks it, runs its tests, and counts the files
 * outside its own. `node tooling/try-change.ts panel` tries one.
 */

const ROOT = join(import.meta.dirname, '..');
const TEMPLATES = join(import.meta.dirname, 'change-templates');
const NAMES = globSync('*/change.json', { cwd: TEMPLATES }).map(dirname);

const wanted = process.argv.slice(2);
const failed = (wanted.length > 0 ? wanted : NAMES.toSorted()).filter((name) => !tryChange(name));
if (failed.length > 0) {
  console.error(`✗ ${failed.join(', ')}: more is touched than should be, or something is red.`);
  process.exitCode = 1;
}

/** Makes one change in a copy; whether it holds and touches no more than it says. */
function tryChange(name: string): boolean {
  const template = join(TEMPLATES, name);
  const change = JSON.parse(readFileSync(join(template, 'change.json'), 'utf8')) as Change;
  const copy = copyTree();
  try {
    const touched = applyChange(copy, template, change);
    const isGreen = check(copy, change);
    const { outside, words } = touchedOutside(touched, change);
    console.log(`\n${name}: ${outside.length} files outside its own${isGreen ? '' : ', RED'}`);
    for (const file of outside) console.log(`  ${file}`);
    if (words.length > 0) console.log(`  and its words in ${words.length} files`);
    return isGreen && outside.every((file) => change.outside.includes(file));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A copy of what is kept in the tree, with the packages of this one. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'okaeri-change-'));
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  // A package's own are links to packages beside it and to those of the root.
  for (const of of globSync('{*,*/*}/node_modules', { cwd: ROOT }).filter(
    (at) => !at.startsWith('node_'),
  ))
    cpSync(join(ROOT, of), join(copy, of), { recursive: true, verbatimSymlinks: true });
  return copy;
}

function check(copy: string, change: Change): boolean {
  const bin = (folder: string): string => join(folder, 'node_modules/.bin');
  const PATH = `${bin(join(copy, 'server'))}:${bin(ROOT)}:${process.env['PATH']}`;
  const run = (command: string, cwd = copy): boolean => {
    const [program = '', ...parameters] = command.split(' ');
    const env = { ...process.env, PATH };
    const { status, stdout, stderr } = spawnSync(program, parameters, {
      cwd,
      env,
      encoding: 'utf8',
    });
    if (status !== 0) console.error(`✗ ${command}\n${stdout}${stderr}`);
    return status === 0;
  };
  return (
    (change.generated ?? []).every(({ command, folder }) => run(command, join(copy, folder))) &&
    change.projects.every((project) => run(`tsc -p ${project} --noEmit`)) &&
    run('node tooling/area-graph.ts') &&
    run(`vitest run --maxWorkers=2 ${change.tests.join(' ')}`)
  );
}
