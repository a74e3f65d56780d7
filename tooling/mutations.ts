import { parseSync, Visitor, type ESTree } from 'vite';

/** A place in a source where one sign can be turned into another. */
export interface Place {
  /** Where the sign begins in the source, and its line, counted from 1. */
  readonly at: number;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** What a sign is turned into: what differs only at the edge where there is one, else the opposite. */
const TURNS: ReadonlyMap<string, string> = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['+', '-'],
  ['-', '+'],
  ['+=', '-='],
  ['-=', '+='],
  ['&&', '||'],
  ['||', '&&'],
]);

/** In a sort's comparison equal ones do not meet, and only the opposite differs. */
const SORT_TURNS: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['>', '<'],
]);

type Spot = Omit<Place, 'line'>;

/**
 * The places of a source that can be turned: comparisons, whole numbers, the signs of sums, `&&` and
 * `||`. Comments, texts and types hold none: nothing the program does would change there.
 */
export const placesOf = (source: string): Place[] => {
  const { program, comments } = parseSync('source.ts', source);
  const spots: Spot[] = [];
  /** Starts of numbers whose change would change nothing. */
  const idle = new Set<number>();
  /** Ends of the left sides that a sort compares. */
  const sorting = new Set<number>();
  const turn = (start: number, end: number, from: string): void => {
    const to = (sorting.has(start) ? SORT_TURNS.get(from) : undefined) ?? TURNS.get(from);
    const at = to === undefined ? -1 : signBetween(source, comments, { start, end, sign: from });
    if (to !== undefined && at >= 0) spots.push({ at, from, to });
  };
  new Visitor({
    TSLiteralType: ({ start, end }) => {
      for (let at = start; at < end; at += 1) idle.add(at);
    },
    ConditionalExpression: ({ test, consequent, alternate }) => {
      if (!isBeforeOrAfter(consequent, alternate)) return;
      if (test.type === 'BinaryExpression') sorting.add(test.left.end);
      idle.add(numberIn(consequent).start).add(numberIn(alternate).start);
    },
    BinaryExpression: ({ left, right, operator }) => {
      if (!isText(left) && !isText(right)) turn(left.end, right.start, operator);
    },
    LogicalExpression: ({ left, right, operator }) => {
      if (operator === '??' && isByIndex(left)) idle.add(right.start);
      turn(left.end, right.start, operator);
    },
    AssignmentExpression: ({ left, right, operator }) => turn(left.end, right.start, operator),
    UnaryExpression: ({ argument, operator, start }) => {
      if (!idle.has(start)) turn(start, argument.start, operator);
    },
    Literal: ({ value, start, end }) => {
      if (idle.has(start)) return;
      const from = source.slice(start, end);
      if (typeof value === 'number' && Number.isInteger(value))
        spots.push({ at: start, from, to: String(value + 1) });
      if (typeof value === 'bigint') spots.push({ at: start, from, to: `${value + 1n}n` });
    },
  }).visit(program);
  return spots
    .sort((a, b) => a.at - b.at)
    .map((spot) => ({ ...spot, line: source.slice(0, spot.at).split('\n').length }));
};

/** The source with that place turned. */
export const turned = (source: string, { at, from, to }: Place): string =>
  source.slice(0, at) + to + source.slice(at + from.length);

/** So many of the places in an order that the seed decides, each once. */
export const drawn = <T>(places: readonly T[], count: number, seed: number): T[] => {
  const left = [...places];
  const next = numbersFrom(seed);
  const taken: T[] = [];
  while (taken.length < count && left.length > 0)
    taken.push(...left.splice(Math.floor(next() * left.length), 1));
  return taken;
};

function signBetween(
  source: string,
  comments: readonly { start: number; end: number }[],
  { start, end, sign }: { start: number; end: number; sign: string },
): number {
  const inComment = (at: number): boolean =>
    comments.some((comment) => comment.start <= at && at < comment.end);
  let at = source.indexOf(sign, start);
  while (at >= 0 && inComment(at)) at = source.indexOf(sign, at + 1);
  return at < end ? at : -1;
}

/** Whether these are the answers of a sort's comparison, whose size says nothing. */
function isBeforeOrAfter(a: ESTree.Expression, b: ESTree.Expression): boolean {
  const isOne = (expression: ESTree.Expression): boolean => {
    const number = numberIn(expression);
    return number.type === 'Literal' && number.value === 1;
  };
  return isOne(a) && isOne(b) && (a.type === 'UnaryExpression') !== (b.type === 'UnaryExpression');
}

/** Of a number with a sign, the number. */
function numberIn(expression: ESTree.Expression): ESTree.Expression {
  return expression.type === 'UnaryExpression' ? expression.argument : expression;
}

function isText(operand: ESTree.Expression | ESTree.PrivateIdentifier): boolean {
  return (
    operand.type === 'TemplateLiteral' ||
    (operand.type === 'Literal' && typeof operand.value === 'string')
  );
}

/** Whether it looks into a list: what stands in for nothing there is asked for by the types alone. */
function isByIndex(expression: ESTree.Expression): boolean {
  return (
    (expression.type === 'MemberExpression' &&
      expression.computed &&
      expression.property.type === 'Identifier' &&
      expression.property.name === 'index') ||
    (expression.type === 'CallExpression' &&
      expression.callee.type === 'MemberExpression' &&
      expression.callee.property.type === 'Identifier' &&
      expression.callee.property.name === 'at')
  );
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
