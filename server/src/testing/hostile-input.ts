/** A source of numbers from 0 up to 1 that gives the same ones for the same seed. */
export type Random = () => number;

/** mulberry32, a small generator with 32 bits of state (public domain, by Tommy Ettinger). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}

const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\uffff',
  '\u202e\u200b',
  'x'.repeat(600),
  '🫖'.repeat(300),
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '../../etc/passwd',
  '{{7*7}}',
  '=1+1',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '-000001-01-01T00:00:00Z',
  'javascript:alert(1)',
  [],
  {},
  deep(500),
  { length: 1e9 },
];

/** Parts of a path as nobody of ours writes them, encoded or not. */
export const PATH_PARTS: readonly string[] = [
  'x',
  '7',
  '-1',
  '1e99',
  '%ED%A0%80',
  '%FF',
  '%C0%AF',
  '%',
  '%00',
  '%2F..%2F',
  '..%2f',
  '%25',
  '%E2%80%AE',
  '%F0%9F%AB%96',
  'a'.repeat(300),
  "'",
  '__proto__',
  '*',
];

/** Values of headers and of queries. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e99',
  'null',
  '"',
  '*',
  'x'.repeat(400),
  '\u00ff',
];

/** The same value with one place of it replaced, removed or doubled. */
export function spoil(random: Random, value: unknown): unknown {
  if (random() < 0.3 || typeof value !== 'object' || value === null) return pick(random, VALUES);
  if (Array.isArray(value)) {
    if (value.length === 0 || random() < 0.2) return [...value, ...value, pick(random, VALUES)];
    const at = Math.floor(random() * value.length);
    return value.map((one: unknown, i) => (i === at ? spoil(random, one) : one));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { [pick(random, TEXTS)]: pick(random, VALUES) };
  const at = Math.floor(random() * entries.length);
  if (random() < 0.1) return Object.fromEntries(entries.filter((_, i) => i !== at));
  return Object.fromEntries(
    entries.map(([name, one], i) => [name, i === at ? spoil(random, one) : one]),
  );
}

function deep(levels: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < levels; i += 1) value = [value];
  return value;
}
