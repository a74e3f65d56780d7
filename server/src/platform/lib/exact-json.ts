/** What stood where a value was read: V8 gives it for every number. */
interface Context {
  readonly source?: string;
}

/**
 * Reads JSON without losing a digit: whole numbers as numbers, and what a number of JavaScript's cannot
 * hold (an id beyond 2^53, a decimal amount) as the text it was
 * (https://tc39.es/proposal-json-parse-with-source/).
 */
export const parseExactly = (text: string): unknown => {
  const read = (_key: string, value: unknown, context?: Context): unknown => {
    const source = context?.source;
    if (typeof value !== 'number' || source === undefined) return value;
    return isExact(value, source) ? value : source;
  };
  return JSON.parse(text, read);
};

/** Whether a number says the same as its text did. */
function isExact(value: number, source: string): boolean {
  return Number.isSafeInteger(value) && /^-?\d+$/.test(source);
}
