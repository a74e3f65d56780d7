import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Count } from './run-stage.ts';

/** What Vitest's reporter for machines writes, as far as it is read here. */
export interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    /** The file's whole path. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Lines of a failure that are said again at the end: what was compared, and where. */
const FAILURE_LINES = 12;

/** What a run of unit tests came to, each that failed with its file and what it said. */
export const countUnitTests = (report: UnitReport): Count => {
  // A file that does not even load has no failed test, and has failed all the same.
  const broken = report.numFailedTests === 0 && report.numFailedTestSuites > 0;
  const failed = report.numFailedTests + (broken ? report.numFailedTestSuites : 0);
  return {
    passed: report.numPassedTests,
    failed: failed + (report.numTotalTests === 0 ? 1 : 0),
    names: report.testResults.flatMap(failedTestsOf),
  };
};

/** The first lines of what a failed test or check said, without colours and without places in libraries. */
export const beginningOf = (text: string): string =>
  stripVTControlCharacters(text)
    .trim()
    .split('\n')
    .filter((line) => !line.includes('/node_modules/'))
    .slice(0, FAILURE_LINES)
    .join('\n    ');

function failedTestsOf({
  name,
  status,
  assertionResults,
}: UnitReport['testResults'][number]): string[] {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${file} could not be loaded`] : [];
  return failed.map(({ fullName, failureMessages = [] }) =>
    [`${file} › ${fullName}`, ...failureMessages.map(beginningOf)].join('\n    '),
  );
}
