import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { countJourneys } from './journey-report.ts';
import { keepTemporaryFilesInMemory } from './memory-folder.ts';
import { check, run, suite, type Count, type Work } from './run-stage.ts';
import { measureSizes } from './sizes.ts';
import { beginningOf, countUnitTests, type UnitReport } from './unit-report.ts';

keepTemporaryFilesInMemory();
const reports = mkdtempSync(join(tmpdir(), 'okaeri-test-'));
// Hundreds of processes read the same sources: what the first has compiled serves the others.
process.env['NODE_COMPILE_CACHE'] ??= join(reports, 'compiled');

/** Where the server's tests note which operations of the API they saw answered. */
const answered = join(reports, 'answered');

const unitTests = (): Promise<Count> => {
  mkdirSync(answered);
  const path = join(reports, 'unit.json');
  return suite(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`],
    {
      path,
      env: { OKAERI_ANSWERED: answered },
      count: (json) => countUnitTests(json as UnitReport),
    },
  );
};

/** Each answer was held against the API's document as it came; here, that each operation had one that was no refusal. */
const operations = (): Count => {
  const list = join(answered, '.all');
  const all = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : [];
  const never = all.filter((id) => !existsSync(join(answered, id)));
  for (const id of never) console.log(`✗ ${id} was never answered with success`);
  if (never.length === 0) console.log(`✓ ${all.length} operations`);
  return all.length > 0 && never.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

const journeys = (): Promise<Count> => {
  const path = join(reports, 'e2e.json');
  return suite('playwright', ['test', '--config', 'e2e', '--reporter=list,json'], {
    path,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path },
    count: (json) => countJourneys(json as Parameters<typeof countJourneys>[0]),
  });
};

const sizes = (): Count => {
  let count: Count = { passed: 0, failed: 0 };
  for (const { what, bytes, budget } of measureSizes()) {
    const holds = bytes <= budget;
    console.log(`${holds ? '✓' : '✗'} ${what}: ${bytes} of ${budget} bytes`);
    count = {
      passed: count.passed + (holds ? 1 : 0),
      failed: count.failed + (holds ? 0 : 1),
    };
  }
  return count;
};

type Stage = readonly [name: string, work: Work];

/** What reads sources and changes nothing: as many at once as there are processors, those first that take longest. */
const CHECKS: readonly Stage[] = [
  ['types', check('node', 'tooling/typecheck.ts')],
  ['lint', check('oxlint', '--type-aware', '--deny-warnings')],
  ['answers of the API', check('node', 'tooling/make-answers.ts', '--check')],
  ['unused exports', check('knip', '--include', 'exports,types,files,duplicates')],
  [
    'import table',
    check(
      'depcruise',
      '--config',
      '.dependency-cruiser.json',
      'shared',
      'server',
      'widget',
      'admin',
      'packages',
      'e2e',
      'bench',
      'examples',
    ),
  ],
  ['order of areas', check('node', 'tooling/area-graph.ts')],
  ['element manifest', check('node', 'tooling/make-manifest.ts', '--check')],
  ['format', check('oxfmt', '--check')],
];

/** One after the other. */
const STAGES: readonly Stage[] = [
  ['build', check('vite', 'build', '--app')],
  ['sizes', sizes],
  ['unit and property tests', unitTests],
  ['every operation of the API answered', operations],
  ['journeys', journeys],
];

/** What takes minutes and changes rarely. */
const LONG_STAGES: readonly Stage[] =
  process.env['OKAERI_TEST_LONG'] === undefined
    ? []
    : [
        ['what a usual change touches', check('node', 'tooling/try-change.ts')],
        ['mutation test of rules', check('node', 'tooling/mutation-test.ts', '60')],
      ];

// `pnpm test orders` runs the unit tests of one area, `pnpm test --changed` those of what was changed.
const asked = process.argv.slice(2);
if (asked.length > 0) {
  const parameters = asked.map((name) => (name.startsWith('-') ? name : `/${name}/`));
  process.exit((await run('vitest', ['run', ...parameters])) ? 0 : 1);
}

let passed = 0;
let failed = 0;
const failures: string[] = [];
const times: string[] = [];
const secondsSince = (begunAt: number): number => Math.round((performance.now() - begunAt) / 1000);
const note = (name: string, count: Count): void => {
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) failures.push([name, ...(count.names ?? [])].join('\n  '));
};

/** Does stages nobody else has begun with, until none is left, and prints what each said when it is over. */
const doChecks = async (waiting: Iterable<Stage>): Promise<void> => {
  for (const [name, work] of waiting) {
    const begunAt = performance.now();
    let said = '';
    const count = await work((text) => (said += text));
    note(name, count.failed > 0 ? { ...count, names: [beginningOf(said)] } : count);
    console.log(`\n── ${name} (${secondsSince(begunAt)} s)\n${said.trim()}`);
  }
};

const begunAt = performance.now();
const waiting = CHECKS.values();
await Promise.all(Array.from({ length: availableParallelism() }, () => doChecks(waiting)));
times.push(`${secondsSince(begunAt)} s  checks of the sources`);
for (const [name, work] of [...STAGES, ...LONG_STAGES]) {
  console.log(`\n── ${name}`);
  const stageAt = performance.now();
  note(name, await work());
  times.push(`${secondsSince(stageAt)} s  ${name}`);
}
console.log(`\n${times.map((line) => line.padStart(8)).join('\n')}`);
rmSync(reports, { recursive: true });
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
