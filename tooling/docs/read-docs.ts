import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, walkTokens, type Token } from 'marked';

/** A fenced block, by the words after its fence: ```json PUT /v1/appearance is the language and what it is. */
export interface Block {
  readonly line: number;
  readonly language: string;
  readonly about: string;
  readonly code: string;
}

/** What is checked of one page of the docs. */
export interface Doc {
  /** From the root of the repository. */
  readonly path: string;
  readonly blocks: readonly Block[];
  /** What stands in backticks within a sentence. */
  readonly spans: readonly string[];
  readonly links: readonly string[];
  /** Names that links to a heading of the page use. */
  readonly anchors: ReadonlySet<string>;
}

export const ROOT = join(import.meta.dirname, '../..');

const PAGES = ['*.md', 'docs/**/*.md', '{packages,integrations,examples,server}/**/README.md'];
const HISTORY = /^docs\/decisions\//;

/** All pages: those that must be true today, and decision records, which say what was true when they were written. */
export const readDocs = (): { readonly current: Doc[]; readonly all: Doc[] } => {
  const paths = globSync(PAGES, { cwd: ROOT, exclude: ['**/node_modules/**'] }).toSorted();
  const all = paths.map((path) => readDoc(path, readFileSync(join(ROOT, path), 'utf8')));
  return { current: all.filter(({ path }) => !HISTORY.test(path)), all };
};

/** A page by its text. */
export const readDoc = (path: string, text: string): Doc => {
  const blocks: Block[] = [];
  const spans: string[] = [];
  const links: string[] = [];
  const anchors = new Set<string>();
  const take = (token: Token): void => {
    if (token.type === 'code') blocks.push(toBlock(token, text));
    else if (token.type === 'codespan') spans.push(oneLine(token['text'] as string));
    else if (token.type === 'link') links.push(token['href'] as string);
    else if (token.type === 'heading') anchors.add(anchorOf(token['text'] as string, anchors));
  };
  void walkTokens(lexer(text), take);
  return { path, blocks, spans, links, anchors };
};

function toBlock(token: Token, text: string): Block {
  const { lang = '', text: code } = token as { lang?: string; text: string };
  const [language = '', ...about] = lang.split(' ');
  // Within a list the lexer has taken the indent away: the first line of the code finds the place.
  const [first = ''] = code.split('\n');
  const line = text.slice(0, text.indexOf(first)).split('\n').length;
  return { line, language, about: about.join(' '), code };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** As GitHub names headings; a second heading of a name has a number. */
function anchorOf(heading: string, taken: ReadonlySet<string>): string {
  const name = heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
  for (let count = 1; ; count += 1) {
    const one = taken.has(name) ? `${name}-${count}` : name;
    if (!taken.has(one)) return one;
  }
}
