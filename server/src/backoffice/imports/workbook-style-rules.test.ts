import { describe, expect, it } from 'vitest';
import { dayStylesOf, showsDay } from './workbook-style-rules.ts';

describe('a format of cells', () => {
  it.each([
    ['yyyy-mm-dd', true],
    ['[$-409]d-mmm-yy;@', true],
    ['D.M.YYYY', true],
    ['0.00', false],
    ['General', false],
    ['#,##0 "days"', false],
    ['[Red]0', false],
    [String.raw`0\d`, false],
    ['_d0', false],
    ['h:mm', false],
  ])('%s shows a day: %s', (code, shows) => {
    expect(showsDay(code)).toBe(shows);
  });
});

it('styles of cells show days by their own formats, and by the ones every Excel has', () => {
  const own = '<numFmts><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/></numFmts>';
  // What stands before `cellXfs` styles no cell.
  const others = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>';
  const ids = [0, 13, 14, 17, 18, 22, 27, 36, 37, 49, 50, 58, 59, 164, 165];
  const cells = ids.map((id) => `<xf numFmtId="${id}"/>`).join('');
  const xml = `<styleSheet>${own}${others}<cellXfs>${cells}<xf/></cellXfs></styleSheet>`;
  const days = new Set([14, 17, 22, 27, 36, 50, 58, 164]);
  expect(dayStylesOf(xml)).toEqual([...ids.map((id) => days.has(id)), false]);
});
