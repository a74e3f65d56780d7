import type { ApiDocument, DescribedOperation } from './api.ts';

/** Operations of one part of the API, as the page lists them between two marks. */
interface Part {
  readonly begins: RegExp;
  /** What the heading above the list says already. */
  readonly prefix: string;
}

/** The page, from the root of the repository. */
export const API_PAGE = 'docs/api/README.md';

const PARTS: Readonly<Record<string, Part>> = {
  merchant: { begins: /^\/v1\//, prefix: '' },
  storefront: { begins: /^\/storefront\//, prefix: '/storefront/v1/{publicKey}' },
  server: { begins: /^\/(?!v1\/|storefront\/)/, prefix: '' },
};

const MARKED = /(<!-- operations: (\w+) -->\n)[\s\S]*?(<!-- \/operations -->)/g;

/**
 * The page with its lists of operations made anew. Everything outside the marks is written by hand, and stays.
 *
 * @throws Error where a mark names a part that is not there, or a part has no mark
 */
export const writeLists = (page: string, document: ApiDocument): string => {
  const written = new Set<string>();
  const text = page.replaceAll(MARKED, (_, begin: string, name: string, end: string) => {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`The API has no part "${name}".`);
    written.add(name);
    return `${begin}\n${listOf(part, document)}\n${end}`;
  });
  for (const name of Object.keys(PARTS))
    if (!written.has(name)) throw new Error(`The page has no list of "${name}".`);
  return text;
};

function listOf(part: Part, { paths, tags }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  return tags
    .map(({ name, description }) => {
      const rows = operations.filter(
        ({ path, operation }) => part.begins.test(path) && operation.tags.includes(name),
      );
      const lines = rows.map(({ method, path, operation }) => {
        const shown = path.startsWith(part.prefix) ? path.slice(part.prefix.length) : path;
        return `| \`${method.toUpperCase()} ${shown}\` | ${operation.summary} | ${needsOf(operation)} |`;
      });
      const head = '| operation | what it does | also takes |\n| --- | --- | --- |';
      return rows.length === 0
        ? ''
        : `**${name}**: ${description}\n\n${head}\n${lines.join('\n')}\n`;
    })
    .filter((text) => text !== '')
    .join('\n');
}

/** What is sent beside the body: fields of the query, and headers. */
function needsOf({ parameters = [] }: DescribedOperation): string {
  return parameters
    .filter(({ in: where }) => where !== 'path')
    .map(({ name, in: where }) => (where === 'query' ? `\`?${name}=\`` : `\`${name}\``))
    .join(', ');
}
