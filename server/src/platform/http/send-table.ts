import { Readable } from 'node:stream';
import { stringify, type Options } from 'csv-stringify/sync';
import { webStreamOf } from '../lib/web-stream.ts';

// What begins like a formula is one to a spreadsheet; quoted with an apostrophe it is text
// (https://owasp.org/www-community/attacks/CSV_Injection).
const SAFE = { escape_formulas: true } as const satisfies Options;

/** A page of something, and where the next one begins. */
interface TablePage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** How a list becomes a table: its columns, and what stands in each. */
interface TableOf<Item, Column extends string> {
  readonly columns: readonly Column[];
  /** Reads a page of it; undefined where the list does not know the cursor. */
  readonly page: (cursor: string | undefined) => Promise<TablePage<Item> | undefined>;
  readonly cells: (item: Item) => Readonly<Record<Column, string | number | null>>;
}

/** Answers with all of a list as a table for spreadsheets, page by page as it is read. */
export const sendTable = <Item, Column extends string>(table: TableOf<Item, Column>): Response =>
  new Response(webStreamOf(Readable.from(linesOf(table))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });

async function* linesOf<Item, Column extends string>({
  columns,
  page,
  cells,
}: TableOf<Item, Column>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(stringify([columns.map(String)], SAFE));
  let cursor: string | undefined;
  do {
    const found = await page(cursor);
    if (found === undefined) throw new Error('A list does not know its own cursor.');
    const rows = found.items.map((item) => {
      const row = cells(item);
      return columns.map((column) => row[column]);
    });
    if (rows.length > 0) yield encoder.encode(stringify(rows, SAFE));
    cursor = found.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
