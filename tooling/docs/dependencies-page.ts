import type { Dependency } from './dependencies.ts';

const MARKED = /(<!-- dependencies -->\n)([\s\S]*?)(<!-- \/dependencies -->)/;
const HEAD = '| package | what it is for | used by | version | licence | kept at | brings | KB |';
const LINE = '| --- | --- | --- | --- | --- | --- | ---: | ---: |';
const KB = 1024;

/** A row as the page has it: what is checked, and what is written by hand. */
export interface Row {
  readonly name: string;
  readonly purpose: string;
  readonly version: string;
  readonly licence: string;
}

/** The rows of the page. */
export const readRows = (page: string): Row[] =>
  (MARKED.exec(page)?.[2] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, name = '', purpose = '', , version = '', licence = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { name: name.replaceAll('`', ''), purpose, version, licence };
    });

/** The page with its table made anew. What libraries are for is written by hand, and stays. */
export const writeTable = (page: string, dependencies: readonly Dependency[]): string => {
  const purposes = new Map(readRows(page).map((row) => [row.name, row.purpose]));
  const rows = dependencies.map(
    ({ name, usedBy, version, licence, keptAt, brings, bytes }) =>
      `| \`${name}\` | ${purposes.get(name) ?? ''} | ${usedBy.join(', ')} | ${version} | ${licence} | ${keptAt} | ${brings} | ${Math.round(bytes / KB)} |`,
  );
  return page.replace(
    MARKED,
    (_, begin: string, _before: string, end: string) =>
      `${begin}\n${[HEAD, LINE, ...rows].join('\n')}\n\n${end}`,
  );
};
