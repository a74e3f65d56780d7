import { describe, expect, it } from 'vitest';
import { countJourneys } from './journey-report.ts';

type Report = Parameters<typeof countJourneys>[0];

/** A report with one file, as far as it is read. */
const reportOf = (tests: readonly object[], stats: object): Report =>
  ({
    stats: { expected: 0, unexpected: 0, flaky: 0, ...stats },
    suites: [
      {
        specs: [],
        suites: [
          {
            specs: tests.map((result) => ({
              file: 'screens.e2e.ts',
              title: 'every screen',
              tests: [{ results: [{ errors: [], ...result }] }],
            })),
          },
        ],
      },
    ],
  }) as unknown as Report;

describe('the report of journeys', () => {
  it('counts a journey, and each step that is named in it', () => {
    const report = reportOf([{ steps: [{}, {}] }, {}], { expected: 2 });
    expect(countJourneys(report)).toEqual({ passed: 4, failed: 0, names: [] });
  });

  it('names what did not hold by the first line of each error, without colours', () => {
    const errors = [
      { message: 'Error: /orders (dark, 360 wide) has no barrier\n\n\u001b[2mexpect\u001b[22m' },
      { message: '\u001b[31mError: /codes is wider\u001b[39m' },
    ];
    const steps = [{}, { error: errors[0] }, { error: errors[1] }];
    expect(countJourneys(reportOf([{ steps, errors }], { unexpected: 1 }))).toEqual({
      passed: 1,
      failed: 1,
      names: [
        'screens.e2e.ts › every screen: Error: /orders (dark, 360 wide) has no barrier',
        'screens.e2e.ts › every screen: Error: /codes is wider',
      ],
    });
  });
});
