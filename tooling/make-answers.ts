import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildGenerator, getProgramFromFiles } from 'typescript-json-schema';

// What the API answers, as JSON Schema, out of the types of `shared/src/answers.ts`.
// `node tooling/make-answers.ts` writes it; `--check` only looks whether it is what is kept.

const ROOT = join(import.meta.dirname, '..');
const SOURCE = join(ROOT, 'shared/src/answers.ts');
// Areas add to what is kept of a shopper in files of their own, which nobody there imports.
const OTHERS = globSync('shared/src/*.ts', { cwd: ROOT }).map((file) => join(ROOT, file));
const KEPT = join(ROOT, 'server/src/openapi/answers.json');

const program = getProgramFromFiles(
  [SOURCE, ...OTHERS.filter((file) => !file.endsWith('.test.ts'))],
  {
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    module: 'nodenext',
    moduleResolution: 'nodenext',
    target: 'es2024',
  },
);
const generator = buildGenerator(program, {
  required: true,
  ref: true,
  aliasRef: false,
  topRef: false,
  strictNullChecks: true,
  ignoreErrors: true,
});
const schema = generator?.getSchemaForSymbol('Answers');
if (schema === undefined || schema === null) throw new Error('The types could not be read.');

/** `import("…").Receipt` and `Page<Transaction>` as names a document may have. */
const nameOf = (name: string): string =>
  name
    .replaceAll(/import\([^)]*\)\./g, '')
    .replaceAll(/[^\w]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/** What has no name of its own has its whole text for one: it is written where it stands. */
const isNamed = (name: string): boolean => /^(import\([^)]*\)\.)?\w+(<\w+>)?$/.test(name);

const definitions = schema.definitions ?? {};

const renamed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref: ref, ...rest } = value as { $ref?: unknown };
  if (typeof ref === 'string') {
    const name = decodeURIComponent(ref.slice('#/definitions/'.length));
    if (isNamed(name)) return { ...rest, $ref: `#/components/schemas/${nameOf(name)}` };
    return renamed({ ...(definitions[name] as object), ...rest });
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      // A tuple is written in another way since draft 2020-12.
      key === 'items' && Array.isArray(inner)
        ? ['prefixItems', renamed(inner)]
        : [key === 'additionalItems' ? 'items' : key, renamed(inner)],
    ),
  );
};

const answers = renamed(schema.properties ?? {});
const schemas = Object.fromEntries(
  Object.entries(definitions)
    .filter(([name]) => isNamed(name))
    .map(([name, inner]) => [nameOf(name), renamed(inner)]),
);
const text = `${JSON.stringify({ answers, schemas }, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(KEPT, text);
else if (readFileSync(KEPT, 'utf8') !== text) {
  console.error('What the API answers has changed: run `pnpm answers`.');
  process.exitCode = 1;
}
