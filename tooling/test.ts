import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepTemporaryFilesInMemory } from './memory-folder.ts';
import { measureSizes } from './sizes.ts';

/** What one stage came to. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

keepTemporaryFilesInMemory();
const reports = mkdtempSync(join(tmpdir(), 'okaeri-test-'));
// Hundreds of processes read the same sources: what the first has compiled serves the others.
process.env['NODE_COMPILE_CACHE'] ??= join(reports, 'compiled');

const run = (command: string, parameters: string[], env: Record<string, string> = {}): boolean =>
  spawnSync(command, parameters, { stdio: 'inherit', env: { ...process.env, ...env } }).status ===
  0;

/** A stage that holds or does not. */
const check = (command: string, ...parameters: string[]): Count =>
  run(command, parameters) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** A runner that writes a report; one that dies without writing it has failed. */
const suite = (
  command: string,
  parameters: string[],
  report: { path: string; env?: Record<string, string>; count: (json: unknown) => Count },
): Count => {
  const ok = run(command, parameters, report.env);
  try {
    const count = report.count(JSON.parse(readFileSync(report.path, 'utf8')));
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

/** Where the server's tests note which operations of the API they saw answered. */
const answered = join(reports, 'answered');

const unitTests = (): Count => {
  mkdirSync(answered);
  const path = join(reports, 'unit.json');
  return suite(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`],
    {
      path,
      env: { OKAERI_ANSWERED: answered },
      count: (json) => {
        const {
          numPassedTests: passed,
          numFailedTests,
          numFailedTestSuites,
          numTotalTests,
        } = json as {
          numPassedTests: number;
          numFailedTests: number;
          numFailedTestSuites: number;
          numTotalTests: number;
        };
        // A file that does not even load has no failed test, and has failed all the same.
        const broken = numFailedTests === 0 && numFailedTestSuites > 0 ? numFailedTestSuites : 0;
        return { passed, failed: numFailedTests + broken + (numTotalTests === 0 ? 1 : 0) };
      },
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

const journeys = (): Count => {
  const path = join(reports, 'e2e.json');
  return suite('playwright', ['test', '--config', 'e2e', '--reporter=list,json'], {
    path,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path },
    count: (json) => {
      const { stats } = json as {
        stats: { expected: number; unexpected: number; flaky: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
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

type Stage = readonly [name: string, stage: () => Count];

/** What takes minutes and changes rarely. */
const LONG_STAGES: readonly Stage[] =
  process.env['OKAERI_TEST_LONG'] === undefined
    ? []
    : [
        ['what a usual change touches', () => check('node', 'tooling/try-change.ts')],
        ['mutation test of rules', () => check('node', 'tooling/mutation-test.ts', '60')],
      ];

const STAGES: readonly Stage[] = [
  ['types', () => check('node', 'tooling/typecheck.ts')],
  ['lint', () => check('oxlint', '--type-aware', '--deny-warnings')],
  ['format', () => check('oxfmt', '--check')],
  [
    'import table',
    () =>
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
  ['order of areas', () => check('node', 'tooling/area-graph.ts')],
  ['unused exports', () => check('knip', '--include', 'exports,types,files,duplicates')],
  ['element manifest', () => check('node', 'tooling/make-manifest.ts', '--check')],
  ['answers of the API', () => check('node', 'tooling/make-answers.ts', '--check')],
  ['build', () => check('vite', 'build', '--app')],
  ['sizes', sizes],
  ['unit and property tests', unitTests],
  ['every operation of the API answered', operations],
  ['journeys', journeys],
  ...LONG_STAGES,
];

// `pnpm test orders` runs the unit tests of one area, `pnpm test --changed` those of what was changed.
const asked = process.argv.slice(2);
if (asked.length > 0) {
  const parameters = asked.map((name) => (name.startsWith('-') ? name : `/${name}/`));
  process.exit(run('vitest', ['run', ...parameters]) ? 0 : 1);
}

let passed = 0;
let failed = 0;
const failures: string[] = [];
const times: string[] = [];
for (const [name, stage] of STAGES) {
  console.log(`\n── ${name}`);
  const begunAt = performance.now();
  const count = stage();
  times.push(`${Math.round((performance.now() - begunAt) / 1000)} s  ${name}`);
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) failures.push(name);
}
console.log(`\n${times.map((line) => line.padStart(8)).join('\n')}`);
rmSync(reports, { recursive: true });
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
