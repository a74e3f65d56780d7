import { createHash } from 'node:crypto';

/** The four words of the generator; not all of them 0. */
export type RandomState = readonly [number, number, number, number];

/** Numbers drawn one after the other; the same seed gives the same ones on every machine. */
export interface Random {
  /** A whole number of 32 bits, not negative. */
  readonly next: () => number;
  /** At least 0 and below 1, with all 53 bits of a double. */
  readonly uniform: () => number;
  /** A whole number from 0 to `below - 1`. */
  readonly below: (below: number) => number;
  /** A normal value: mean 0, variance 1. */
  readonly normal: () => number;
  /** A Gamma value of this shape, and of rate 1. */
  readonly gamma: (shape: number) => number;
}

/**
 * Blackman and Vigna's xoshiro128** 1.1 (ACM Transactions on Mathematical Software 47(4), 2021): every draw and
 * bootstrap of a figure comes from it (E126).
 */
export const createRandom = (state: RandomState): Random => {
  let [a, b, c, d] = state;
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const moved = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= moved;
    d = rotate(d, 11);
    return result;
  };
  const uniform = (): number => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  /** By the polar form of Box and Muller; its second value is let go. */
  const normal = (): number => {
    for (;;) {
      const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
      const square = x * x + y * y;
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  };
  /** By Marsaglia and Tsang (ACM Transactions on Mathematical Software 26(3), 2000). */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const z = normal();
      const cube = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (cube > 0 && Math.log(1 - uniform()) < (z * z) / 2 + d - d * cube + d * Math.log(cube))
        return d * cube;
    }
  };
  return { next, uniform, normal, gamma, below: (below) => Math.floor(uniform() * below) };
};

/** What a generator begins with for a text, such as shop, figure and day: the first 16 bytes of its SHA-256. */
export const seedOf = (...parts: readonly string[]): RandomState => {
  const bytes = createHash('sha256').update(parts.join(' '), 'utf8').digest();
  const word = (at: number): number => bytes.readUInt32LE(4 * at);
  return [word(0), word(1), word(2), word(3)];
};

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
