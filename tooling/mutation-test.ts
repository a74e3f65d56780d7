import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, placesOf, turned, type Place } from './mutations.ts';

/*
 * Turns one sign of one rule at a time and runs that rule's own tests: a test that stays green would
 * not have seen the fault. `node tooling/mutation-test.ts [count] [seed] [part of a path]`.
 */

const ROOT = join(import.meta.dirname, '..');
/** Folders that have rules. */
const FOLDERS = ['server', 'shared', 'widget', 'admin'] as const;
const COUNT = 60;
const SEED_MAX = 2 ** 31;
/** Some turned signs change nothing that can be seen, so not every one can be found. */
const RED_OF_SIXTY = 55;
/** A turned sign may make a loop endless, which is found as well. */
const TEST_TIMEOUT_MS = 120_000;
/** What is told to end has so long to clean up. */
const END_MS = 10_000;

interface Mutation extends Place {
  readonly file: string;
}

const testOf = (file: string): string => file.replace(/\.ts$/, '.test.ts');

/** The test of `award-rules.ts`, and those split from it by topic: `award-lot-rules.test.ts`, which has no rule of its own. */
const testsOf = (file: string): string[] => {
  const byTopic = globSync(file.replace(/-rules\.ts$/, '-*-rules.test.ts'), { cwd: ROOT }).filter(
    (test) => !existsSync(join(ROOT, test.replace(/\.test\.ts$/, '.ts'))),
  );
  return [testOf(file), ...byTopic.toSorted()];
};

/** The file that is turned now, as it was. */
let turnedNow: { readonly path: string; readonly source: string } | undefined;
let running: ChildProcess | undefined;

const restore = (): void => {
  if (turnedNow !== undefined) writeFileSync(turnedNow.path, turnedNow.source);
  turnedNow = undefined;
};

/** Stops what runs, with everything it has started. */
const stop = (by: 'SIGTERM' | 'SIGKILL'): void => {
  if (running?.pid === undefined || running.exitCode !== null) return;
  try {
    process.kill(-running.pid, by);
  } catch {
    // It has ended in this very moment.
  }
};

process.on('exit', () => {
  stop('SIGTERM');
  restore();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(130));

/** Whether these tests pass. */
const passes = (tests: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    // The ordinary counts of property tests, whatever this is run from.
    const { OKAERI_TEST_LONG: _long, OKAERI_ANSWERED: _answered, ...env } = process.env;
    const child = spawn('vitest', ['run', '--project', 'rules', '--maxWorkers=1', ...tests], {
      cwd: ROOT,
      stdio: 'ignore',
      detached: true,
      env,
    });
    running = child;
    const limitMs = TEST_TIMEOUT_MS * tests.length;
    const timers = [
      setTimeout(stop, limitMs, 'SIGTERM'),
      setTimeout(stop, limitMs + END_MS, 'SIGKILL'),
    ];
    child.once('error', reject);
    child.once('exit', (code) => {
      timers.forEach(clearTimeout);
      resolve(code === 0);
    });
  });

const isRed = async ({ file, ...place }: Mutation): Promise<boolean> => {
  const path = join(ROOT, file);
  const source = readFileSync(path, 'utf8');
  turnedNow = { path, source };
  writeFileSync(path, turned(source, place));
  try {
    return !(await passes(testsOf(file)));
  } finally {
    restore();
  }
};

const mutationsOf = (part: string): Mutation[] =>
  FOLDERS.flatMap((folder) => globSync(`${folder}/src/**/*-rules.ts`, { cwd: ROOT }))
    .filter((file) => file.includes(part) && existsSync(join(ROOT, testOf(file))))
    .toSorted()
    .flatMap((file) =>
      placesOf(readFileSync(join(ROOT, file), 'utf8')).map((place) => ({ ...place, file })),
    );

const [count = String(COUNT), seed = String(randomInt(SEED_MAX)), part = ''] =
  process.argv.slice(2);
const mutations = drawn(mutationsOf(part), Number(count), Number(seed));
console.log(`${mutations.length} signs of rules are turned, seed ${seed}`);
// Tests that fail with nothing turned would find every turned sign.
const files = [...new Set(mutations.flatMap(({ file }) => testsOf(file)))];
if (files.length === 0 || !(await passes(files))) {
  console.error('✗ There is nothing to turn, or tests fail with nothing turned.');
  process.exit(1);
}
let red = 0;
for (const mutation of mutations) {
  const found = await isRed(mutation);
  if (found) red += 1;
  const { file, line, from, to } = mutation;
  console.log(`${found ? 'red  ' : 'GREEN'}  ${`${from} → ${to}`.padEnd(14)}  ${file}:${line}`);
}
const holds = red * COUNT >= RED_OF_SIXTY * mutations.length;
console.log(`${holds ? '✓' : '✗'} ${red} of ${mutations.length} turned signs were found`);
process.exitCode = holds ? 0 : 1;
