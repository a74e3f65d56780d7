import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiChecks, type ApiChecks } from './api.ts';
import { API_PAGE, writeLists } from './api-page.ts';
import { checkPage } from './check-page.ts';
import { readFacts, type Facts } from './facts.ts';
import { formatPage } from './format-page.ts';
import { checkLinks } from './places.ts';
import { readDoc, readDocs, ROOT } from './read-docs.ts';
import { runOkaeri } from './run-okaeri.ts';
import { checkSnippets } from './snippets.ts';

const { current, all } = readDocs();

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const fenced = (about: string, ...lines: string[]): string =>
  ['A sentence.', '', `\`\`\`${about}`, ...lines, '```', ''].join('\n');

/** A page with faults that are looked for together with the true ones, as each search is a process of its own. */
const BROKEN = 'docs/broken.md';
const broken = readDoc(
  BROKEN,
  [
    fenced(
      'ts',
      "import { createOkaeri } from '@okaeri/node/client';",
      "createOkaeri({ url: '' });",
    ),
    fenced('js', "okaeri.open(7, 'rewards');"),
    fenced('sh', 'pnpm okaeri shop create --name N --origin x'),
  ].join('\n'),
);

describe('the docs', () => {
  let facts: Facts;
  let api: ApiChecks;
  beforeAll(() => {
    facts = readFacts();
    api = apiChecks(facts.document);
  });

  it.each(current)('$path shows commands, requests, elements and paths that exist', (doc) => {
    expect(checkPage(doc, facts, api)).toEqual([]);
  });

  it.each(all)('$path links to pages and headings that exist', (doc) => {
    expect(checkLinks(doc, all)).toEqual([]);
  });

  it('show commands of okaeri that run on an empty database; one that does not is found', () => {
    const faults = runOkaeri([...current, broken]);
    expect(faults).toEqual([expect.stringContaining('must be an origin')]);
  });

  it('list the operations of the API as its document has them (pnpm api-page)', async () => {
    const page = textOf(API_PAGE);
    expect(await formatPage(API_PAGE, writeLists(page, facts.document))).toBe(page);
  });

  it('list every setting the server reads, and no other', () => {
    const read = textOf('server/src/config.ts').match(/(?<=^ {2})[A-Z][A-Z_\d]+(?=: z)/gm) ?? [];
    const rows = textOf('docs/operating/README.md').match(/^\| `[A-Z].*?\|/gm) ?? [];
    const listed = rows.flatMap((row) => row.match(/[A-Z][A-Z_\d]+/g) ?? []);
    expect(listed.toSorted()).toEqual(read.toSorted());
  });

  it('name every command of okaeri, element, token and attribute of the snippet', () => {
    const operating = textOf('docs/operating/README.md');
    const embedding = textOf('docs/embedding/README.md');
    const commands = facts.commands.filter(({ name }) => !operating.includes(`okaeri ${name}`));
    const names = [...facts.elements.keys(), ...facts.snippet, ...facts.tokens];
    expect(commands.map(({ name }) => name)).toEqual([]);
    expect(names.filter((name) => !embedding.includes(name))).toEqual([]);
  });

  it('show TypeScript and JavaScript that types allow; what they do not is found', () => {
    expect(checkSnippets([...current, broken])).toEqual([
      expect.stringMatching(/^docs\/broken\.md:\d+ .*'url' does not exist/),
      expect.stringMatching(/^docs\/broken\.md:\d+ .*Expected 0-1 arguments/),
    ]);
  });

  it('have a list of each part of the API, and of no other', () => {
    expect(() => writeLists('', facts.document)).toThrow('no list of "merchant"');
    const page = '<!-- operations: none -->\n<!-- /operations -->';
    expect(() => writeLists(page, facts.document)).toThrow('no part "none"');
  });

  const check = (text: string): string[] => checkPage(readDoc('docs/page.md', text), facts, api);

  it.each([
    ['a script that is not there', fenced('sh', 'pnpm strat'), 'no script "strat"'],
    ['a command of okaeri that is not there', fenced('sh', 'pnpm okaeri shops'), 'no command'],
    ['a flag that is not there', fenced('sh', 'okaeri verify --jsom'), 'has no --jsom'],
    ['more words than a command takes', fenced('sh', 'okaeri backup A B'), 'takes 1 words, not 2'],
    ['a file that is not there', fenced('sh', 'node tooling/none.ts'), 'no tooling/none.ts'],
    ['a program that is not there', fenced('sh', 'vitset run'), 'no program vitset'],
    ['a package nobody depends on', fenced('sh', 'npx openapi-typo'), 'depends on openapi-typo'],
    ['a service that is not there', fenced('sh', 'docker compose exec okaery ls'), 'no service'],
    ['an operation that is not there', fenced('sh', 'curl https://HOST/v1/order'), 'no operation'],
    [
      'a body that does not fit',
      fenced(
        'sh',
        `curl -X POST https://HOST/v1/webhooks -H 'Content-Type: application/json' \\`,
        `  -d '{ "uri": "https://shop.example" }'`,
      ),
      'does not fit its schema',
    ],
    ['half of JSON', fenced('json', '{ "points": '), 'is no JSON'],
    ['JSON that does not fit', fenced('json Rate', '{ "points": "1" }'), 'does not fit its schema'],
    ['a request without its header', fenced('http', 'PUT /v1/appearance'), 'needs If-Match'],
    ['an element that is not there', fenced('html', '<okaeri-star></okaeri-star>'), 'okaeri-star'],
    [
      'an attribute that is not there',
      fenced('html', '<okaeri-earn sku="1"></okaeri-earn>'),
      'has no attribute sku',
    ],
    [
      'an attribute of the snippet that is not there',
      fenced('html', '<script data-shopp="okr_pk_1"></script>'),
      'has no data-shopp',
    ],
    ['a token that is not there', fenced('css', 'a { color: var(--okaeri-colour); }'), 'no token'],
    ['a policy without a source', fenced('csp', 'script-src'), 'is no directive'],
    ['a language nobody checks', fenced('ruby', 'puts 1'), 'No check knows "ruby"'],
    ['a path that is not there', 'See `server/src/none.ts`.', 'no server/src/none.ts'],
    ['a command in a sentence that is not there', 'Run `pnpm strat`.', 'no script'],
    ['an operation in a sentence that is not there', 'Ask `GET /v1/order`.', 'no operation'],
  ])('are found to show %s', (_what, text, fault) => {
    expect(check(text).join('\n')).toContain(fault);
  });

  it.each([
    ['a page that is not there', '[x](none.md)', 'leads nowhere'],
    ['a heading that is not there', '# One\n\n[x](#two)', 'no heading #two'],
    ['a heading another page does not have', '[x](glossary.md#two)', 'no heading #two'],
  ])('are found to link to %s', (_what, text, fault) => {
    const doc = readDoc('docs/page.md', text);
    expect(checkLinks(doc, [doc, ...all]).join('\n')).toContain(fault);
  });
});
