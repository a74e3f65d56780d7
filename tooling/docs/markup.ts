import type { Facts } from './facts.ts';

type Widget = Pick<Facts, 'elements' | 'snippet' | 'tokens'>;

/** Attributes every element of HTML has, as far as the docs use them. */
const GLOBAL = new Set(['hidden', 'lang', 'class', 'id', 'style']);

/** What is wrong with HTML or CSS that names our elements, their attributes, the snippet's, or tokens. */
export const checkMarkup = (code: string, widget: Widget): string[] => [
  ...[...code.matchAll(/<(okaeri-[\w-]+|script)\b([^>]*)>/g)].flatMap(([, name = '', rest = '']) =>
    checkTag(name, rest, widget),
  ),
  ...checkNames(code, widget),
];

/** What is wrong with the names of elements and tokens in a text. */
export const checkNames = (code: string, { elements, tokens }: Widget): string[] => [
  ...(code.match(/--okaeri-[a-z-]+/g) ?? [])
    .filter((name) => !tokens.has(name))
    .map((name) => `There is no token ${name}.`),
  ...(code.match(/(?<![\w.:/@-])okaeri-[a-z]+(?![\w./-])/g) ?? [])
    .filter((name) => !elements.has(name))
    .map((name) => `There is no element ${name}.`),
];

function checkTag(name: string, rest: string, { elements, snippet }: Widget): string[] {
  const attributes = [...rest.matchAll(/([\w-]+)(?:="[^"]*")?/g)].map(
    ([, attribute = '']) => attribute,
  );
  if (name === 'script')
    return attributes
      .filter((one) => one.startsWith('data-') && !snippet.has(one))
      .map((one) => `The snippet has no ${one}.`);
  return attributes
    .filter((one) => !GLOBAL.has(one) && elements.get(name)?.has(one) === false)
    .map((one) => `<${name}> has no attribute ${one}.`);
}
