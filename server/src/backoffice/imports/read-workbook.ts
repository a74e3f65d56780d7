import { Parser } from 'htmlparser2';
import { LIMITS } from '@okaeri/shared/limits';
import { serialInstant } from './date-rules.ts';
import { dayStylesOf } from './workbook-style-rules.ts';
import { partsOfArchive, WorkbookError } from './zip-rules.ts';

/** A row of a sheet, and its number as Excel shows it. */
export type TakeRow = (cells: readonly string[], row: number) => void;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** Days between the two ways in which Excel counts them. */
const DAYS_TO_1904 = 1462;

/**
 * Reads the first sheet of an Excel workbook (`.xlsx`, ECMA-376), row by row: texts and numbers as they
 * are kept, days as `2026-11-22`, with their time where they have one.
 *
 * @throws WorkbookError when it is none, or too large
 */
export const readWorkbook = (bytes: Uint8Array, take: TakeRow): void => {
  const plan = partsOfArchive(bytes, new Set([WORKBOOK, RELATIONS, STYLES]));
  const book = bookOf(textOf(plan, WORKBOOK), textOf(plan, RELATIONS));
  if (book === undefined)
    throw new WorkbookError('The archive is no Excel workbook; save the sheet as .xlsx or as CSV.');
  const parts = partsOfArchive(bytes, new Set([STRINGS, book.path]));
  if (!parts.has(book.path)) throw new WorkbookError('The workbook has no sheet that can be read.');
  readRows(textOf(parts, book.path), take, {
    texts: textsOf(textOf(parts, STRINGS)),
    isDay: dayStylesOf(textOf(plan, STYLES)),
    addDays: book.is1904 ? DAYS_TO_1904 : 0,
  });
};

interface Sheet {
  readonly texts: readonly string[];
  readonly isDay: readonly boolean[];
  readonly addDays: number;
}

/** Where the first sheet is, and from when on the workbook counts days. */
function bookOf(
  workbook: string,
  relations: string,
): { readonly path: string; readonly is1904: boolean } | undefined {
  let relation: string | undefined;
  let is1904 = false;
  openings(workbook, (name, attributes) => {
    if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (name === 'sheet') relation ??= idIn(attributes);
  });
  let target: string | undefined;
  openings(relations, (name, attributes) => {
    if (name === 'Relationship' && attributes['Id'] === relation) target = attributes['Target'];
  });
  if (relation === undefined || target === undefined) return undefined;
  return { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, is1904 };
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? '' : withoutPrefixes(new TextDecoder().decode(bytes));
}

function readRows(xml: string, take: TakeRow, sheet: Sheet): void {
  let row: string[] = [];
  let number = 0;
  let cell: { place: number; type: string; style: number; text: string } | undefined;
  let isValue = false;
  let isAloud = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'row') {
          row = [];
          number = Number(attributes['r'] ?? number + 1);
        } else if (name === 'c') {
          const place = attributes['r'] === undefined ? row.length : columnOf(attributes['r']);
          if (!(place < LIMITS.importColumnsMax))
            throw new WorkbookError(`A file may have ${LIMITS.importColumnsMax} columns at most.`);
          const style = Number(attributes['s'] ?? 0);
          cell = { place, type: attributes['t'] ?? 'n', style, text: '' };
        } else if (name === 'rPh') isAloud = true;
        else if (name === 'v' || name === 't') isValue = !isAloud;
      },
      ontext(piece) {
        if (isValue && cell !== undefined) cell.text += piece;
      },
      onclosetag(name) {
        if (name === 'v' || name === 't') isValue = false;
        else if (name === 'rPh') isAloud = false;
        else if (name === 'c' && cell !== undefined) {
          while (row.length < cell.place) row.push('');
          row[cell.place] = shown(cell, sheet);
          cell = undefined;
        } else if (name === 'row' && row.some((one) => one !== '')) take(row, number);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

/** Texts that cells point to. What says how they are read aloud (`rPh`) is none of them. */
function textsOf(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isAloud = false;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'si') text = '';
        if (name === 'rPh') isAloud = true;
        if (name === 't') isText = !isAloud;
      },
      ontext(piece) {
        if (isText) text += piece;
      },
      onclosetag(name) {
        if (name === 't') isText = false;
        if (name === 'rPh') isAloud = false;
        if (name === 'si') texts.push(text);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return texts;
}

function openings(
  xml: string,
  see: (name: string, attributes: Record<string, string>) => void,
): void {
  return new Parser({ onopentag: see }, { xmlMode: true }).end(xml);
}

/** `r:id`, whatever prefix the writer gives what the standard calls relationships. */
function idIn(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

/** Some writers put a prefix before every name, as in `<x:row>`. */
function withoutPrefixes(xml: string): string {
  return xml.replaceAll(/<(\/?)x:/g, '<$1');
}

/** The place of `C7`: 2. */
function columnOf(reference: string): number {
  let place = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    place = place * 26 + (letter.codePointAt(0) ?? 0) - 64;
  return place === 0 ? Number.NaN : place - 1;
}

function shown(
  { type, style, text }: { type: string; style: number; text: string },
  { texts, isDay, addDays }: Sheet,
): string {
  if (type === 's') return texts[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'true' : 'false';
  if (type === 'e') return '';
  if (type !== 'n' || text === '') return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  // Below one it is a time without a day.
  return isDay[style] === true && number >= 1 ? dayText(number + addDays) : numberText(number);
}

function dayText(serial: number): string {
  const at = serialInstant(serial);
  // Beyond the years there are.
  if (!(Math.abs(at) < 8.64e15)) return String(serial);
  const iso = new Date(at).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** A number that is one: of three decimals a fourth is written, so that nobody takes them for thousands. */
function numberText(number: number): string {
  const text = String(number);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}
