/** Bits by which two pictures may differ and still be the same photo: saved again, or smaller. */
export const SIMILAR_BITS_MAX = 3;

/** A likeness in as many parts as bits may differ, and one more: one of them is then the same. */
export interface HashBands {
  readonly [name: string]: unknown;
  readonly band0: string;
  readonly band1: string;
  readonly band2: string;
  readonly band3: string;
}

const DIGITS = 4;

export const hashBandsOf = (likeness: string): HashBands => {
  const band = (index: number): string => likeness.slice(index * DIGITS, (index + 1) * DIGITS);
  return { band0: band(0), band1: band(1), band2: band(2), band3: band(3) };
};

/** Whether two photos look the same. */
export const isSimilar = (one: string, other: string): boolean =>
  differingBits(one, other) <= SIMILAR_BITS_MAX;

/** By how many of their 64 bits two likenesses differ. */
function differingBits(one: string, other: string): number {
  let difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let bits = 0;
  for (; difference > 0n; difference >>= 1n) bits += Number(difference & 1n);
  return bits;
}
