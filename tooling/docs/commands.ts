import { dirname, join } from 'node:path';
import type { ApiChecks } from './api.ts';
import { isInstalled, type Command, type Facts } from './facts.ts';

/** Programs that are not ours, as far as the docs use them. */
const FOREIGN = new Set(['pg_dump', 'pg_restore', 'openssl', 'export', 'npm', 'shopify', 'tar']);
const DOCKER_COMPOSE = new Set(['build', 'up', 'exec', 'down', 'logs', 'run']);
/** Words of pnpm that are no scripts. */
const PNPM = new Set(['install']);
const ASSIGNMENT = /^[A-Z_]+=/;

/** What commands are checked with. */
export interface CommandChecks {
  readonly facts: Facts;
  readonly api: ApiChecks;
  /** The page they stand on. */
  readonly page: string;
}

/** What is wrong with a command, given as its words. */
export const checkCommand = (
  words: readonly string[],
  { facts, api, page }: CommandChecks,
): string[] => {
  const [program = '', ...rest] = words.filter((word, i) => i > 0 || !ASSIGNMENT.test(word));
  const again = (inner: readonly string[]): string[] => checkCommand(inner, { facts, api, page });
  if (words.every((word) => ASSIGNMENT.test(word)) || FOREIGN.has(program)) return [];
  if (words[0] !== program) return again(words.slice(1));
  switch (program) {
    case 'npx':
      return checkNpx(
        rest.filter((word) => word !== '-y'),
        facts,
        again,
      );
    case 'pnpm':
      return rest[0] === 'exec' ? again(rest.slice(1)) : checkPnpm(rest, facts);
    case 'okaeri':
      return checkOkaeri(rest, facts.commands);
    case 'node':
      return checkNode(rest, facts, page);
    case 'sh':
      return rest.filter((path) => !isThere(path, facts, page)).map(notThere);
    case 'curl':
      return checkCurl(rest, api);
    case 'docker':
      return checkDocker(rest, facts, again);
    default:
      return checkInstalled(program, rest, facts, page);
  }
};

function checkNpx(
  words: readonly string[],
  facts: Facts,
  again: (words: readonly string[]) => string[],
): string[] {
  const [name = ''] = words;
  if (name === 'pnpm') return again(words);
  return facts.packages.has(name) ? [] : [`No workspace depends on ${name}.`];
}

function checkPnpm([name = '', ...rest]: readonly string[], facts: Facts): string[] {
  if (name === 'okaeri') return checkOkaeri(rest, facts.commands);
  return facts.scripts.has(name) || PNPM.has(name) ? [] : [`There is no script "${name}".`];
}

function checkOkaeri(words: readonly string[], commands: readonly Command[]): string[] {
  const command = commands.find(({ name }) => `${words.join(' ')} `.startsWith(`${name} `));
  if (command === undefined) {
    // In a sentence, "okaeri import" is a group of commands.
    const isGroup = commands.some(({ name }) => name.startsWith(`${words.join(' ')} `));
    return isGroup ? [] : [`There is no command okaeri ${words.join(' ')}.`];
  }
  const faults: string[] = [];
  let parameters = 0;
  const given = words.slice(command.name.split(' ').length);
  for (let i = 0; i < given.length; i += 1) {
    const word = given[i] ?? '';
    if (!word.startsWith('-')) parameters += 1;
    else {
      const known = command.flags.find(({ flag }) => flag === word);
      if (known === undefined) faults.push(`okaeri ${command.name} has no ${word}.`);
      else if (known.hasValue) i += 1;
    }
  }
  return parameters > command.parameters
    ? [...faults, `okaeri ${command.name} takes ${command.parameters} words, not ${parameters}.`]
    : faults;
}

function checkNode(words: readonly string[], facts: Facts, page: string): string[] {
  const [script = '', ...rest] = words.filter((word) => !word.startsWith('--'));
  if (script === 'server/src/cli.ts') return checkOkaeri(rest, facts.commands);
  const isOurs = !script.startsWith('node_modules/');
  return isOurs && !isThere(script, facts, page) ? [notThere(script)] : [];
}

const DATA_FLAGS = new Set(['-d', '--data']);
const METHOD_FLAGS = new Set(['-X', '--request']);

function checkCurl(words: readonly string[], api: ApiChecks): string[] {
  const after = (flags: ReadonlySet<string>): string | undefined =>
    words.find((_, i) => flags.has(words[i - 1] ?? ''));
  const url = words.find((word) => /^(https?:\/\/|\$OKAERI_URL)/.test(word));
  if (url === undefined) return ['curl is given no address.'];
  const body = after(DATA_FLAGS);
  const method = after(METHOD_FLAGS) ?? (body === undefined ? 'GET' : 'POST');
  const path = url.replace(/^(https?:\/\/[^/]+|\$OKAERI_URL)/, '');
  const isJson = words.some((word) => /^content-type: application\/json$/i.test(word));
  const faults =
    body !== undefined && !isJson ? ['curl says no Content-Type: application/json.'] : [];
  return [...faults, ...api.request({ method, path, body })];
}

function checkDocker(
  [first, command = '', ...rest]: readonly string[],
  { services }: Facts,
  again: (words: readonly string[]) => string[],
): string[] {
  if (first !== 'compose') return [];
  if (!DOCKER_COMPOSE.has(command)) return [`There is no docker compose ${command}.`];
  if (command !== 'exec') return [];
  const [service = '', ...inner] = rest;
  return services.has(service) ? again(inner) : [`compose.yaml has no service ${service}.`];
}

/** A program of a package: files it is given are there. */
function checkInstalled(
  program: string,
  words: readonly string[],
  facts: Facts,
  page: string,
): string[] {
  if (!isInstalled(program)) return [`There is no program ${program}.`];
  return words
    .filter((word) => /^[\w./-]+\/[\w./-]+$/.test(word) && !isThere(word, facts, page))
    .map(notThere);
}

/** From the root, or beside the page. */
function isThere(path: string, { files }: Facts, page: string): boolean {
  return /^<.+>$/.test(path) || files.has(path) || files.has(join(dirname(page), path));
}

function notThere(path: string): string {
  return `There is no ${path}.`;
}
