import { parse, type ApiChecks } from './api.ts';
import { checkCommand } from './commands.ts';
import type { Facts } from './facts.ts';
import { checkMarkup, checkNames } from './markup.ts';
import { checkPath } from './places.ts';
import type { Block, Doc } from './read-docs.ts';
import { readCommands } from './shell.ts';

type Checks = Readonly<{ facts: Facts; api: ApiChecks; page: string }>;

/** How a block of each language is checked; a language that is not here fails. */
const LANGUAGES: Readonly<Record<string, (block: Block, checks: Checks) => string[]>> = {
  sh: ({ code }, checks) => readCommands(code).flatMap((words) => checkCommand(words, checks)),
  html: ({ code }, { facts }) => checkMarkup(code, facts),
  css: ({ code }, { facts }) => checkNames(code, facts),
  json: checkJson,
  http: checkHttp,
  csp: checkPolicy,
  // `snippets.ts` checks all of them at once.
  ts: () => [],
  js: () => [],
  // Drawings.
  text: () => [],
};

const COMMAND = /^(npx|pnpm|node|okaeri|vitest|playwright|docker|curl) (?![(=])/;
const OPERATION = /^(GET|PUT|POST|PATCH|DELETE) ((?:\/|…)\S*)$/;

/** Everything that is wrong with a page but its links and its TypeScript. */
export const checkPage = (doc: Doc, facts: Facts, api: ApiChecks): string[] => {
  const checks = { facts, api, page: doc.path };
  return [
    ...doc.blocks.flatMap((block) => {
      const check = LANGUAGES[block.language];
      const faults = check?.(block, checks) ?? [`No check knows "${block.language}".`];
      return faults.map((fault) => `${doc.path}:${block.line} ${fault}`);
    }),
    ...doc.spans.flatMap((span) => checkSpan(span, checks).map((fault) => `${doc.path} ${fault}`)),
  ];
};

function checkSpan(span: string, checks: Checks): string[] {
  const { facts, api } = checks;
  if (COMMAND.test(span)) return readCommands(span).flatMap((words) => checkCommand(words, checks));
  const [, method, path] = OPERATION.exec(span) ?? [];
  if (method !== undefined && path !== undefined)
    return api.has(method, path) ? [] : [`There is no operation ${span}.`];
  return [...checkMarkup(span, facts), ...checkPath(span, facts.files)];
}

/** JSON, and by the words after the fence the body of a request, or a schema of the document. */
function checkJson({ about, code }: Block, { api }: Checks): string[] {
  if (parse(code) === undefined) return ['is no JSON.'];
  const [first = '', path] = about.split(' ');
  if (first === '') return [];
  return path === undefined
    ? api.value(first, code)
    : api.request({ method: first, path, body: code });
}

/** A request with its headers and its body; or headers of an answer alone. */
function checkHttp({ code }: Block, { api }: Checks): string[] {
  const [head = '', ...body] = code.split('\n\n');
  const lines = head.split('\n');
  const [first = ''] = lines;
  const [, method, path] = OPERATION.exec(first) ?? [];
  const headers = lines.slice(method === undefined ? 0 : 1);
  const faults = headers
    .filter((line) => !/^[\w-]+: \S/.test(line))
    .map((line) => `"${line}" is no header.`);
  if (method === undefined || path === undefined) return faults;
  const names = headers.map((line) => line.toLowerCase().replace(/:.*/, ''));
  const sent = body.length === 0 ? undefined : body.join('\n\n');
  return [...faults, ...api.request({ method, path, headers: names, body: sent })];
}

function checkPolicy({ code }: Block): string[] {
  return code
    .split(';')
    .map((directive) => directive.trim())
    .filter(
      (directive) => !/^(default|script|style|img|connect|font|frame)-src( \S+)+$/.test(directive),
    )
    .map((directive) => `"${directive}" is no directive.`);
}
