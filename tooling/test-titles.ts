import { parseSync, Visitor } from 'vite';

/** What tests are made with, of Vitest and of Playwright. */
const MAKERS: ReadonlySet<string> = new Set(['describe', 'it', 'test']);

/** The words by which the tests of a source are told: titles, and the rows of tables that stand in them. */
export const titlesOf = (source: string): string[] => {
  const { program } = parseSync('a.test.ts', source);
  const found: string[] = [];
  new Visitor({
    CallExpression: (call) => {
      if (isMaker(call.callee)) found.push(...textsOf(call));
    },
  }).visit(program);
  return found;
};

/** Whether a call makes tests: `it`, `describe.each(…)`, `test.skip`. */
function isMaker(callee: unknown): boolean {
  const { type, name, object, callee: inner, tag } = callee as Record<string, unknown>;
  if (type === 'Identifier') return MAKERS.has(String(name));
  return [object, inner, tag].some(
    (one) => typeof one === 'object' && one !== null && isMaker(one),
  );
}

/** Texts below a node, but for those of what a test does. */
function textsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  const { type, value, ...parts } = node as Record<string, unknown>;
  if (type === 'ArrowFunctionExpression' || type === 'FunctionExpression') return [];
  if (type === 'Literal') return typeof value === 'string' ? [value] : [];
  if (type === 'TemplateElement') return [(value as { readonly cooked: string }).cooked];
  return [...textsOf(value), ...Object.values(parts).flatMap(textsOf)];
}
