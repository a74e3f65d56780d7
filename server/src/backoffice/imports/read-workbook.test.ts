import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { archiveOf, workbookOf, workbookParts } from '../../testing/workbook-files.ts';
import { readTable } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { showsDay } from './workbook-style-rules.ts';
import { partsOfArchive } from './zip-rules.ts';

const rowsOf = (bytes: Uint8Array): [number, readonly string[]][] => {
  const rows: [number, readonly string[]][] = [];
  readWorkbook(bytes, (cells, row) => void rows.push([row, cells]));
  return rows;
};
const read = (bytes: Uint8Array) =>
  readTable({ bytes, encoding: undefined }, (headers) => ({
    columns: Object.fromEntries(headers.map((header) => [header, header])),
  }));
const detailOf = (bytes: Uint8Array): string => {
  const found = read(bytes);
  return 'refused' in found ? `${found.refused.code}: ${found.refused.detail}` : 'read';
};

describe('an Excel workbook', () => {
  it('is read as it shows: texts, numbers, days, and nothing where nothing stands', () => {
    const rich = '<c r="B5" t="inlineStr"><is><r><t>Mi</t></r><r><t>ka</t></r></is></c>';
    const rows = rowsOf(
      workbookOf([
        ['id', 'name', 'points', 'birthday', 'member'],
        [5_912_345_678, 'Tom & <Jerry>\nCo', 1234, { day: 32_932 }, true],
        [],
        ['a', '', 1.234, { day: 45_466.586_8 }, false],
        [
          { xml: '<c r="A5" t="str"><v>x</v></c>' },
          { xml: rich },
          { xml: '<c r="C5" t="e"><v>#N/A</v></c>' },
        ],
      ]),
    );
    expect(rows).toEqual([
      [1, ['id', 'name', 'points', 'birthday', 'member']],
      [2, ['5912345678', 'Tom & <Jerry>\nCo', '1234', '1990-02-28', 'true']],
      [4, ['a', '', '1.2340', '2024-06-23 14:05:00', 'false']],
      [5, ['x', 'Mika', '']],
    ]);
  });

  it('counts days from 1904 where it says so', () => {
    expect(rowsOf(workbookOf([[{ day: 32_932 - 1462 }]], { is1904: true }))).toEqual([
      [1, ['1990-02-28']],
    ]);
  });

  it('has words as they are written, without how they are read aloud', () => {
    const parts = workbookParts([['x']]);
    const sounds = '<sst><si><t>佐藤</t><rPh sb="0" eb="2"><t>サトウ</t></rPh></si></sst>';
    const bytes = archiveOf({ ...parts, 'xl/sharedStrings.xml': sounds });
    expect(rowsOf(bytes)).toEqual([[1, ['佐藤']]]);
  });

  it.each([
    ['m/d/yyyy', true],
    ['[$-411]yyyy"年"m"月"', true],
    ['dd.mm.', true],
    ['0.00', false],
    ['#,##0 "days"', false],
    ['[Red]0', false],
    ['0\\d', false],
    ['General', false],
    ['h:mm', false],
  ])('knows a format of days: %s, %s', (code, isDay) => {
    expect(showsDay(code)).toBe(isDay);
  });

  it('is a table like any other, with the numbers of its rows', () => {
    const found = read(workbookOf([['a', 'b'], ['1'], [], ['2', '3']]));
    expect(found).toMatchObject({
      ok: {
        encoding: 'xlsx',
        headers: ['a', 'b'],
        rows: [
          { line: 2, width: 2, cells: { a: '1', b: '' } },
          { line: 4, width: 2, cells: { a: '2', b: '3' } },
        ],
      },
    });
  });

  it.each([
    ['a broken archive', () => workbookOf([['a']]).subarray(0, 300)],
    ['an archive of something else', () => archiveOf({ 'content.xml': '<office/>' })],
    ['a workbook of the years before 2007', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2)],
    [
      'a workbook without its sheet',
      () => archiveOf({ ...workbookParts([['a']]), 'xl/worksheets/sheet1.xml': '' }),
    ],
  ])('is refused with what to do where it is %s', (_what, bytes) => {
    expect(detailOf(bytes())).toMatch(/^importNotReadable: /);
  });

  it('has as many columns and rows as any file, and not one more', () => {
    const columns = (count: number) => [Array.from({ length: count }, (_, at) => `c${at}`)];
    expect(detailOf(workbookOf(columns(LIMITS.importColumnsMax)))).toBe('read');
    expect(detailOf(workbookOf(columns(LIMITS.importColumnsMax + 1)))).toContain('columns at most');
    const far = { xml: '<c r="XFD1"><v>1</v></c>' };
    expect(detailOf(workbookOf([[far]]))).toContain('columns at most');
    const nowhere = { xml: '<c r="1"><v>1</v></c>' };
    expect(detailOf(workbookOf([[nowhere]]))).toContain('columns at most');
    const rows = (count: number) => Array.from({ length: count + 1 }, () => [1]);
    expect(detailOf(workbookOf(rows(LIMITS.importRowsMax)))).toBe('read');
    expect(detailOf(workbookOf(rows(LIMITS.importRowsMax + 1)))).toContain('rows at most');
    expect(detailOf(workbookOf([['x'.repeat(LIMITS.importCellLengthMax + 1)]]))).toContain(
      'a cell',
    );
  });

  it('that unpacks to more than it may is not unpacked', () => {
    const blank = ' '.repeat(LIMITS.importUnpackedBytesMax);
    const bytes = archiveOf({ ...workbookParts([['a']]), 'xl/worksheets/sheet1.xml': blank });
    expect(bytes.byteLength).toBeLessThan(1_000_000);
    expect(detailOf(bytes)).toContain('too large');
  });

  it('that says it is smaller than it is comes to no more than it says', () => {
    const name = 'xl/worksheets/sheet1.xml';
    const bytes = archiveOf({ [name]: 'x'.repeat(1_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The size in the directory at the end (APPNOTE 4.3.12), which is the one that is believed.
    const entry = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    view.setUint32(entry + 24, 10, true);
    let size = 0;
    try {
      size = partsOfArchive(bytes, new Set([name])).get(name)?.byteLength ?? 0;
    } catch {
      // A message that it is broken is as good.
    }
    expect(size).toBeLessThanOrEqual(10);
  });
});

describe('a file of Excel’s that is a text', () => {
  const columnsOf = (bytes: Uint8Array, encoding?: string) => {
    const found = readTable({ bytes, encoding }, (headers) => ({
      columns: Object.fromEntries(headers.map((header) => [header, header])),
    }));
    return 'ok' in found ? { ...found.ok, columns: undefined } : found;
  };
  const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['sep=;\r\na,b;c\r\n1;2\r\n', ';', { 'a,b': '1', c: '2' }],
    ['\uFEFFsep=;\na;b\n1;2\n', ';', { a: '1', b: '2' }],
    ['"sep=|"\na|b\n1|2\n', '|', { a: '1', b: '2' }],
    ['sep=\t\na\tb\n1\t2\n', '\t', { a: '1', b: '2' }],
  ])('that says what stands between its columns is read so: %j', (text, delimiter, cells) => {
    expect(columnsOf(new TextEncoder().encode(text))).toMatchObject({
      delimiter,
      rows: [{ line: 3, cells }],
    });
  });

  it('saved as Unicode text, with tabs, is read', () => {
    expect(columnsOf(utf16('id\tname\r\n1\t佐藤\r\n'))).toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
      rows: [{ cells: { id: '1', name: '佐藤' } }],
    });
  });

  it.each([
    ['windows-1252', [0x69, 0x64, 0x0a, 0xfc, 0x80, 0x0a], 'ü€'],
    ['shift_jis', [0x69, 0x64, 0x0a, 0x93, 0xfa, 0x96, 0x7b, 0x0a], '日本'],
  ])('in %s is asked about, and read once it is said', (encoding, bytes, words) => {
    const file = Uint8Array.from(bytes);
    expect(columnsOf(file)).toMatchObject({
      refused: { code: 'importNotReadable', extra: { asks: 'encoding' } },
    });
    expect(columnsOf(file, encoding)).toMatchObject({ rows: [{ cells: { id: words } }] });
  });
});
