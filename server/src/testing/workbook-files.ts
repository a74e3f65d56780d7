import { strToU8, zipSync } from 'fflate';

/** What stands in a cell: a text, a number, a day as a number in a format of days, or XML of one's own. */
export type SheetCell =
  | string
  | number
  | boolean
  | { readonly day: number }
  | { readonly xml: string };

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-411]yyyy&quot;d&quot;mm"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

/** The parts of a workbook of one sheet, by their names. */
export const workbookParts = (
  rows: readonly (readonly SheetCell[])[],
  { is1904 = false } = {},
): Record<string, string> => {
  const texts: string[] = [];
  const cellXml = (cell: SheetCell, at: string): string => {
    if (typeof cell === 'string')
      return `<c r="${at}" t="s"><v>${texts.push(escaped(cell)) - 1}</v></c>`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    return 'day' in cell ? `<c r="${at}" s="1"><v>${cell.day}</v></c>` : cell.xml;
  };
  const rowXml = (cells: readonly SheetCell[], at: number): string =>
    `<row r="${at + 1}">${cells.map((cell, place) => (cell === '' ? '' : cellXml(cell, `${nameOf(place)}${at + 1}`))).join('')}</row>`;
  const sheet = `<worksheet><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`;
  return {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Members" sheetId="1" r:id="rId7"/><sheet name="Notes" sheetId="2" r:id="rId8"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId8" Target="worksheets/sheet2.xml"/><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>',
  };
};

/** An archive of such parts. */
export const archiveOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** A workbook of one sheet, as Excel saves it. */
export const workbookOf = (
  rows: readonly (readonly SheetCell[])[],
  how: { is1904?: boolean } = {},
): Uint8Array => archiveOf(workbookParts(rows, how));

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function nameOf(place: number): string {
  const letter = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? letter : `${nameOf(Math.floor(place / 26) - 1)}${letter}`;
}
