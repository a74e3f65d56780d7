import { execFileSync } from 'node:child_process';
import { keepTemporaryFilesInMemory } from './memory-folder.ts';
import { run } from './run-stage.ts';

/*
 * Runs, as they are now, the tests that were there at a revision (`node tooling/tests-of.ts 071fbb8`), and says how long
 * unit tests and journeys took: what a suite that has grown takes for what it held before. `--list` names the files alone.
 */

const [revision = 'HEAD', ...options] = process.argv.slice(2);

/** The files of tests of a revision, by their names now: git follows those that were moved. */
const filesOf = (from: string): readonly string[] => {
  const git = (...parameters: string[]): string[] =>
    execFileSync('git', parameters, { encoding: 'utf8' }).trim().split('\n');
  const patterns = ['*.test.ts', '*.test.tsx', '*.e2e.ts'];
  const moved = new Map<string, string | undefined>();
  // A test whose rules were moved and grew shares a fifth of its lines with what it was.
  const changes = ['diff', '--name-status', '--find-renames=20%', '-l0', from, 'HEAD', '--'];
  for (const line of git(...changes, ...patterns)) {
    const [how = '', old = '', now] = line.split('\t');
    if (how.startsWith('R')) moved.set(old, now);
    if (how === 'D') moved.set(old, undefined);
  }
  return git('ls-tree', '-r', '--name-only', from)
    .filter((path) => /\.(?:test\.tsx?|e2e\.ts)$/.test(path))
    .flatMap((path) => (moved.has(path) ? (moved.get(path) ?? []) : [path]));
};

const files = filesOf(revision);
if (options.includes('--list')) {
  console.log(files.join('\n'));
  process.exit();
}
keepTemporaryFilesInMemory();
const journeys = files.filter((path) => path.endsWith('.e2e.ts'));
const units = files.filter((path) => !journeys.includes(path));
const stages = [
  ['unit and property tests', 'vitest', ['run', ...units]],
  ['journeys', 'playwright', ['test', '--config', 'e2e', '--reporter=list', ...journeys]],
] as const;
const times: string[] = [];
let areAllWell = true;
for (const [name, command, parameters] of stages) {
  const begunAt = performance.now();
  areAllWell = (await run(command, parameters)) && areAllWell;
  times.push(`${Math.round((performance.now() - begunAt) / 1000)} s  ${name}`);
}
console.log(
  `\n${units.length} files of unit tests, ${journeys.length} of journeys, of ${revision}`,
);
console.log(times.join('\n'));
process.exitCode = areAllWell ? 0 : 1;
