import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { Count } from './run-stage.ts';

/**
 * What a run of journeys came to. A walk that opens each screen once and asks several things of it counts each of
 * these, which it names as a step; what did not hold is named with its screen.
 */
export const countJourneys = ({ stats, suites }: JSONReport): Count => {
  const tests = suites.flatMap(testsOf);
  const passedSteps = tests.flatMap(({ steps }) => steps.filter(({ error }) => !error));
  return {
    passed: stats.expected + passedSteps.length,
    failed: stats.unexpected + stats.flaky,
    names: tests.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`)),
  };
};

function testsOf({ specs, suites = [] }: JSONReportSuite): {
  name: string;
  steps: readonly { error?: unknown }[];
  /** The first line of each error. */
  faults: readonly string[];
}[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.flatMap(({ results }) =>
      results.map(({ steps = [], errors }) => ({
        name: `${file} › ${title}`,
        steps,
        faults: errors.map(({ message }) =>
          String(stripVTControlCharacters(message).split('\n')[0]),
        ),
      })),
    ),
  );
  return [...own, ...suites.flatMap(testsOf)];
}
