import { readFileSync, writeFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { format } from 'oxfmt';
import { PARTS } from './element-parts.ts';
import { EVENTS, STATES, SURFACES, TOKENS } from './element-surface.ts';

/*
 * What editors and tools need to know of our elements, out of the classes and their
 * comments: the custom elements manifest, and the same for HTML in VS Code. With
 * `--check` nothing is written, and files that are not as the classes say fail.
 */

const ELEMENTS = ['elements', 'inline-element', 'part-element'].map(
  (name) => `widget/src/element/${name}.ts`,
);
const MANIFEST = 'widget/custom-elements.json';
const EDITOR = 'widget/html-custom-data.json';

/** What the analyser exports and its own types leave out. */
declare module '@custom-elements-manifest/analyzer' {
  export const ts: {
    readonly ScriptTarget: { readonly ES2015: number };
    createSourceFile(path: string, text: string, target: number, parents: boolean): unknown;
  };
  export function create(input: {
    modules: unknown[];
    plugins: unknown[];
    context: object;
  }): Manifest;
}

interface Member {
  readonly name?: string;
  readonly privacy?: string;
}
interface Declaration {
  readonly name: string;
  readonly description?: string;
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly { name?: string; description?: string }[];
}
interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const analyze = (): Manifest => {
  const modules = ELEMENTS.map((path) =>
    ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2015, true),
  );
  return create({ modules, plugins: [], context: {} });
};

/** What a page may use: neither what is private, nor what the browser calls. */
const isPublic = ({ privacy, name = '#' }: Member): boolean =>
  privacy === undefined && !name.endsWith('Callback') && !name.startsWith('#');

/** Elements with a tag, and of their members those a page may use. */
const publicPart = ({ modules, ...rest }: Manifest): Manifest => ({
  ...rest,
  modules: modules.map(({ declarations = [], ...module }) => ({
    ...module,
    declarations: declarations
      .filter(({ tagName }) => tagName !== undefined)
      .map((declaration) => ({
        ...declaration,
        members: (declaration.members ?? []).filter(isPublic),
        ...surfaceOf(declaration.tagName ?? ''),
      })),
  })),
});

const CUSTOM_EVENTS = Object.entries(EVENTS).map(([name, about]) => ({
  name,
  description: `${about}. Heard by \`okaeri.on('${name}', …)\`, not by \`addEventListener\`.`,
  type: { text: `OkaeriEvents['${name}']` },
}));

/** What of an element pages reach, as the manifest puts it. */
const surfaceOf = (tagName: string): object => {
  const surface = SURFACES[tagName];
  if (surface === undefined) throw new Error(`${tagName} is not in tooling/element-surface.ts.`);
  const { parts, states, slots, tokens } = surface;
  return {
    cssParts: parts.toSorted().map((name) => ({ name, description: PARTS[name] })),
    cssStates: states.map((name) => ({ name, description: STATES[name] })),
    cssProperties: tokens
      .toSorted()
      .map((name) => ({ name: `--okaeri-${name}`, description: TOKENS[name] })),
    slots: slots.map((name) => ({ name, description: 'shown while there is nothing to say' })),
    ...(tagName === 'okaeri-widget' && { events: CUSTOM_EVENTS }),
  };
};

const editorData = ({ modules }: Manifest): unknown => ({
  version: 1.1,
  tags: modules
    .flatMap(({ declarations = [] }) => declarations)
    .map(({ tagName, description, attributes = [] }) => ({
      name: tagName,
      description,
      attributes: attributes
        .filter(({ name }) => name !== undefined)
        .map(({ name, description: about }) => ({ name, description: about })),
    })),
});

const manifest = publicPart(analyze());
const files: readonly (readonly [path: string, content: unknown])[] = [
  [MANIFEST, manifest],
  [EDITOR, editorData(manifest)],
];
for (const [path, content] of files) {
  const { code } = await format(path, JSON.stringify(content));
  if (!process.argv.includes('--check')) writeFileSync(path, code);
  else if (readFileSync(path, 'utf8') !== code) {
    console.error(`${path} is not as the classes say: run "pnpm manifest".`);
    process.exitCode = 1;
  }
}
