import type { Outcome } from '../../platform/lib/outcome.ts';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { readTable, type Table } from './read-table.ts';
import { delimiterOf, quoted } from './text-rules.ts';

const IS_LONG = process.env['OKAERI_TEST_LONG'] !== undefined;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Reads a file of which the first column means something. */
const read = (text: string): Outcome<Table<{ first: string }>> =>
  readTable({ bytes: bytesOf(text), encoding: undefined }, ([first]) =>
    first === undefined ? { fault: 'no column' } : { columns: { first } },
  );
const detailOf = (text: string): string => {
  const found = read(text);
  return 'refused' in found ? found.refused.detail : 'read';
};
/** Cells of the given length in all, none over the limit of one. */
const cellsOf = (length: number): string[] => {
  const whole = Math.floor(length / LIMITS.importCellLengthMax);
  const rest = length % LIMITS.importCellLengthMax;
  return [
    ...Array.from({ length: whole }, () => 'x'.repeat(LIMITS.importCellLengthMax)),
    ...(rest > 0 ? ['x'.repeat(rest)] : []),
  ];
};

describe('a file is read', () => {
  it('row by row, with the line each ends on and the cells of columns that mean something', () => {
    const found = read('a, b\r\n1,"x\ny"\r\n\r\n2\r\n');
    expect(found).toMatchObject({
      ok: {
        headers: ['a', 'b'],
        rows: [
          { line: 3, width: 2, cells: { a: '1' } },
          { line: 5, width: 1, cells: { a: '2' } },
        ],
      },
    });
  });

  it('with as many columns as it may have, and not with one more', () => {
    const columns = (count: number): string => Array.from({ length: count }, () => 'a').join(',');
    expect(detailOf(columns(LIMITS.importColumnsMax))).toBe('read');
    const refusal = `a file may have ${LIMITS.importColumnsMax} columns at most.`;
    expect(detailOf(columns(LIMITS.importColumnsMax + 1))).toBe(`Line 1: ${refusal}`);
    expect(detailOf(`a\n1\n${','.repeat(LIMITS.importColumnsMax - 1)}`)).toBe('read');
    expect(detailOf(`a\n1\n${','.repeat(LIMITS.importColumnsMax)}`)).toBe(`Line 3: ${refusal}`);
  });

  it('with names of columns of as many characters as they may have, and not with one more', () => {
    const half = LIMITS.importHeaderLengthMax / 2;
    const names = (more: string): string => `${'語'.repeat(half)},${'b'.repeat(half)}${more}\n1,2`;
    expect(detailOf(names(''))).toBe('read');
    expect(detailOf(names('b'))).toBe(
      `Line 1: the names of the columns may have ${LIMITS.importHeaderLengthMax} characters at most.`,
    );
  });

  it('with a cell of as many characters as it may have, and not with one more', () => {
    const file = (count: number): string => `a,b\n1,2\n3,"${'語'.repeat(count)}"`;
    expect(detailOf(file(LIMITS.importCellLengthMax))).toBe('read');
    expect(detailOf(file(LIMITS.importCellLengthMax + 1))).toBe(
      `Line 3: a cell may have ${LIMITS.importCellLengthMax} characters at most.`,
    );
  });

  it('with a row of as many characters as it may have, and not with one more', () => {
    const file = (count: number): string => `a\n1\n${cellsOf(count).join(',')}\n`;
    expect(detailOf(file(LIMITS.importRowLengthMax))).toBe('read');
    expect(detailOf(file(LIMITS.importRowLengthMax + 1))).toBe(
      `Line 3: a row may have ${LIMITS.importRowLengthMax} characters at most.`,
    );
  });

  it('with as many rows as it may have, and not with one more', () => {
    expect(detailOf(`a\n${'1\n'.repeat(LIMITS.importRowsMax)}`)).toBe('read');
    expect(detailOf(`a\n${'1\n'.repeat(LIMITS.importRowsMax + 1)}`)).toBe(
      `A file may have ${LIMITS.importRowsMax} rows at most.`,
    );
  });

  // Files of the full size are sent to the server in `heavy-files.test.ts`; here it would take ten seconds of a parser.
  const mega = LIMITS.importBytesMax / (IS_LONG ? 1 : 8);
  it.each([
    ['commas', () => `email,points\n${','.repeat(mega)}`, 'Line 2: a file may have'],
    ['names of one letter', () => 'a,'.repeat(mega / 2), 'Line 1: a file may have'],
    ['one name, fifty thousand times', () => 'rating,'.repeat(50_000), 'Line 1: a file may have'],
    ['one cell in quotes', () => `a\n"${'x'.repeat(mega)}"`, 'Line 2: a row may have'],
    ['quotes', () => '"'.repeat(mega), 'Line 1: a row may have'],
    ['one row', () => `a\n${'x'.repeat(mega)}`, 'Line 2: a row may have'],
    ['one name', () => 'x'.repeat(mega), 'Line 1: a row may have'],
    ['line breaks', () => '\n'.repeat(mega), 'The file is empty.'],
    ['blanks', () => ' '.repeat(mega), 'The file is empty.'],
    ['nothing', () => '', 'The file is empty.'],
  ])('and refused where it is nothing but %s', (_what, make, refusal) => {
    expect(detailOf(make())).toContain(refusal);
  });

  it('and what a parser finds wrong is reported in a sentence, however long the cell is', () => {
    const detail = detailOf(`a\n${'x'.repeat(60_000)}"y"`);
    expect(detail).toMatch(/^Line 2: Invalid Opening Quote/);
    expect(detail.length).toBeLessThan(400);
  });
});

describe('what stands between columns', () => {
  it('is what the first line has most of outside of quotes, wherever the first line ends', () => {
    expect(delimiterOf('a;b;c\n1,2,3,4,5')).toBe(';');
    expect(delimiterOf('"a,b,c";d\r\n')).toBe(';');
    expect(delimiterOf('"a\n;;;;",b\tc\td')).toBe('\t');
    expect(delimiterOf('a')).toBe(',');
    expect(delimiterOf('"a""b;";c,d,e')).toBe(',');
  });
});

describe('a cell that is repeated', () => {
  it('is cut where it is long', () => {
    expect(quoted('5')).toBe('"5"');
    expect(quoted('x'.repeat(1000))).toBe(`"${'x'.repeat(100)}…"`);
  });
});
