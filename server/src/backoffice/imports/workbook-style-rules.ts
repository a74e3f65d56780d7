import { Parser } from 'htmlparser2';

/** Whether a format code shows a day: outside of quotation marks, colours and escapes it has a y or a d. */
export const showsDay = (code: string): boolean =>
  /[yd]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));

/** For each style of cells, whether it shows days. */
export const dayStylesOf = (xml: string): readonly boolean[] => {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCells = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'numFmt')
          own.set(Number(attributes['numFmtId']), showsDay(attributes['formatCode'] ?? ''));
        if (name === 'cellXfs') isInCells = true;
        if (name !== 'xf' || !isInCells) return;
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(own.get(id) ?? isKnownDay(id));
      },
      onclosetag(name) {
        if (name === 'cellXfs') isInCells = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return styles;
};

/*
 * Which cells of a workbook are dates: Excel keeps a number of days, and only its format shows
 * (ECMA-376, part 1, 18.8.30 and 18.8.31).
 */

/** Formats every Excel has, that show a day: with a day, or Japanese, Chinese and Korean ones. */
function isKnownDay(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}
