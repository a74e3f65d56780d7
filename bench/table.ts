import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the table: what was measured, what it came to, and what it must be. */
export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: '' | 'ms' | 'µs' | 'bytes' | 'statements';
  /** Undefined where a number is printed for its own sake. */
  readonly budget?: { readonly atLeast: number } | { readonly atMost: number };
}

const holds = ({ value, budget }: Line): boolean => {
  if (budget === undefined) return true;
  return 'atLeast' in budget ? value >= budget.atLeast : value <= budget.atMost;
};

const shown = (value: number, unit: Line['unit']): string => {
  if (unit === '') return value.toFixed(2);
  return `${unit === 'statements' ? value.toFixed(1) : Math.round(value)} ${unit}`;
};

const budgetText = ({ budget, unit }: Line): string => {
  if (budget === undefined) return '';
  const [word, value] =
    'atLeast' in budget ? ['at least', budget.atLeast] : ['at most', budget.atMost];
  return `${word} ${shown(value, unit)}`;
};

/** Prints the table, writes it beside the benchmark, and says whether every budget held. */
export const report = (lines: readonly Line[]): boolean => {
  const width = Math.max(...lines.map(({ what }) => what.length));
  const text = lines
    .map((line) => {
      const mark = line.budget === undefined ? ' ' : holds(line) ? '✓' : '✗';
      return `${mark} ${line.what.padEnd(width)}  ${shown(line.value, line.unit).padStart(14)}  ${budgetText(line)}`.trimEnd();
    })
    .join('\n');
  console.log(`\n${text}\n`);
  const measured = { at: new Date().toISOString(), lines };
  writeFileSync(
    join(import.meta.dirname, 'results.json'),
    `${JSON.stringify(measured, null, 2)}\n`,
  );
  return lines.every(holds);
};
