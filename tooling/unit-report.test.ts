import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginningOf, countUnitTests, type UnitReport } from './unit-report.ts';

const reportOf = (changes: Partial<UnitReport>): UnitReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  numTotalTests: 1,
  testResults: [],
  ...changes,
});
const FILE = { name: join(process.cwd(), 'server/src/a.test.ts'), status: 'failed' };

describe('the report of unit tests', () => {
  it('names a failed test with its file and what it said, without colours', () => {
    const tests = [
      { status: 'passed', fullName: 'adds' },
      { status: 'failed', fullName: 'takes', failureMessages: ['\u001b[31m1 is not 2\u001b[39m'] },
    ];
    const report = { numPassedTests: 1, numFailedTests: 1, numFailedTestSuites: 1 };
    const testResults = [{ ...FILE, assertionResults: tests }];
    expect(countUnitTests(reportOf({ ...report, testResults }))).toEqual({
      passed: 1,
      failed: 1,
      names: ['server/src/a.test.ts › takes\n    1 is not 2'],
    });
  });

  it('counts a file that could not be loaded as failed', () => {
    const testResults = [{ ...FILE, assertionResults: [] }];
    expect(countUnitTests(reportOf({ numFailedTestSuites: 1, testResults }))).toEqual({
      passed: 0,
      failed: 1,
      names: ['server/src/a.test.ts could not be loaded'],
    });
  });

  it('counts a run without any test as failed', () => {
    expect(countUnitTests(reportOf({ numTotalTests: 0 })).failed).toBe(1);
  });

  it('keeps the first twelve lines of a long text', () => {
    const text = Array.from({ length: 13 }, (_, at) => `line ${at}`).join('\n');
    expect(beginningOf(text).split('\n')).toHaveLength(12);
  });
});
