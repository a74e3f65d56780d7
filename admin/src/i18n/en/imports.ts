import { plural } from '../plural.ts';

/** What is said of every imported file. */
export const imports = {
  file: 'File',
  fileText: 'CSV or Excel (.xlsx), 20 MB and 50,000 lines at most.',
  preview: 'What would come of the file',
  dateOrder: 'Dates are written',
  dateOrders: { dmy: 'Day, month, year', mdy: 'Month, day, year', ymd: 'Year, month, day' },
  decimalMark: 'Numbers are written',
  decimalMarks: {
    point: '1,234.5 (a point before decimals)',
    comma: '1.234,5 (a comma before decimals)',
  },
  encoding: 'Letters are written in',
  encodings: {
    'windows-1252': 'Windows-1252 (Western Europe)',
    'windows-1250': 'Windows-1250 (Central Europe)',
    'windows-1251': 'Windows-1251 (Cyrillic)',
    shift_jis: 'Shift_JIS (Japanese)',
    'euc-jp': 'EUC-JP (Japanese)',
    'euc-kr': 'EUC-KR (Korean)',
    gb18030: 'GB 18030 (Chinese)',
    big5: 'Big5 (Chinese)',
  },
  columns: (used: number, all: number) => `Columns (${used} of ${all} are used)`,
  noColumn: '– none –',
  sayColumns: 'The names of its columns do not say enough: choose which is what.',
  faults: (count: number) => plural(count, 'line needs', 'lines need') + ' a look',
  moreFaults: (count: number) => `${count.toLocaleString('en')} more`,
  faultDownload: 'Download as a file',
  faultFile: 'lines.csv',
  faultColumns: ['Line', 'What is wrong', 'Detail'],
  line: (line: number) => `Line ${line}:`,
  sample: 'Preview',
  nothingReady: 'No line of it can come.',
  past: 'Earlier imports',
  result: (imported: number, refused: number) =>
    `${imported.toLocaleString('en')} came, ${refused.toLocaleString('en')} did not`,
  progress: 'How far it has come',
  undo: 'Undo import',
  undone: 'The import is undone.',
  wasUndone: 'Undone',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    imports: typeof imports;
  }
}
