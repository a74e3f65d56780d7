import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { titlesOf } from './test-titles.ts';

const ROOT = join(import.meta.dirname, '..');

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The rules of what is built: what speaks to people, surveys, cases, and the figures. */
const RULES = [...upTo(1, 49), ...upTo(70, 85), ...upTo(113, 120), ...upTo(125, 126), 128].map(
  (number) => `E${number}`,
);
/** What holds of it whatever happens. */
const INVARIANTS = [1, 2, 3, 4, 5, 7, 8, 9, 10, 16, 17, 18, 20].map(
  (number) => `invariant ${number}`,
);

interface Told {
  readonly file: string;
  readonly titles: readonly string[];
  readonly isProperty: boolean;
}

const told: Told[] = globSync(
  '{admin,e2e,integrations,packages,server,shared,widget}/**/*.{test,e2e}.ts',
  {
    cwd: ROOT,
    exclude: (name) => name.includes('node_modules'),
  },
).map((file) => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return { file, titles: titlesOf(source), isProperty: source.includes("from 'fast-check'") };
});

/** Files with a test whose title names a rule. */
const naming = (name: string, among = told): string[] => {
  const named = new RegExp(`\\b${name}\\b`);
  return among
    .filter(({ titles }) => titles.some((title) => named.test(title)))
    .map(({ file }) => file);
};

describe('titles of tests', () => {
  it('are those of all that makes tests, with the rows of their tables, and nothing a test does', () => {
    const source = `
      describe.each(ENGINES)('a, on $engine', () => { it('b (E7)', async () => { say('not this') }); });
      it.each([['row (E8)', () => 'nor this']])('c', (_) => undefined);
      test(\`d \${x} (E9)\`, () => {});
      const E10 = 'no title';`;
    expect(titlesOf(source)).toEqual([
      'a, on $engine',
      'b (E7)',
      'row (E8)',
      'c',
      'row (E8)',
      'd ',
      ' (E9)',
    ]);
  });

  it.each(RULES)('name %s, which some test tries', (rule) => {
    expect(naming(rule)).not.toEqual([]);
  });

  it.each(INVARIANTS)('name %s, which a property test tries', (invariant) => {
    expect(
      naming(
        invariant,
        told.filter(({ isProperty }) => isProperty),
      ),
    ).not.toEqual([]);
  });
});
