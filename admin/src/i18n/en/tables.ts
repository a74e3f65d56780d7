import { plural } from '../plural.ts';

export const tables = {
  views: 'Views',
  saveView: 'Save view…',
  saveViewTitle: 'Save this view',
  viewName: 'Name',
  viewHint: 'Kept in this browser, for you alone.',
  viewTaken: 'There is a view with this name.',
  save: 'Save view',
  deleteView: (name: string) => `Delete the view “${name}”`,
  filter: 'Filter',
  filterBy: 'Filter by',
  filterValue: 'Value',
  apply: 'Apply',
  removeFilter: (text: string) => `Remove the filter “${text}”`,
  columns: 'Columns',
  export: 'Export CSV',
  select: 'Select',
  selectAll: 'Select all on this page',
  selectRow: (name: string) => `Select ${name}`,
  selected: (count: number) => `${count.toLocaleString('en')} selected`,
  ofAll: (total: string) => `of ${total}`,
  allMatching: (total: string) => `Select all ${total}`,
  clear: 'Clear',
  moreThan: (count: string) => `more than ${count}`,
  range: (from: string, to: string, total: string) => `${from}–${to} of ${total} that match`,
  rangeOnly: (from: string, to: string) => `${from}–${to}`,
  sortedBy: (column: string, order: string) => `sorted by ${column}, ${order}`,
  bestMatch: 'best match first',
  orders: {
    text: { asc: 'A to Z', desc: 'Z to A' },
    number: { asc: 'lowest first', desc: 'highest first' },
    time: { asc: 'oldest first', desc: 'newest first' },
  },
  previous: 'Previous',
  next: 'Next',
  none: 'No results',
  noneText: 'Nothing here matches the search and the filters.',
  showAll: 'Show all',
  progress: (done: string, total: string) => `${done} of ${total}`,
  rows: (count: number) => plural(count, 'row', 'rows'),
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    tables: typeof tables;
  }
}
