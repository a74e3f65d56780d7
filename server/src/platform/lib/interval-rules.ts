/** The quantile of the normal distribution that leaves 2.5 % on each side. */
export const Z_95 = 1.959_963_984_540_054;
/** The one that leaves 0.5 %. */
export const Z_99 = 2.575_829_303_548_901;

/** An estimate lies between these with 95 % confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Where a share lies that was seen as `count` of `of` (Wilson's score interval,
 * https://www.jstor.org/stable/2276774), with its middle, around which it stands.
 */
export const wilson = (
  count: number,
  of: number,
  z = Z_95,
): Interval & { readonly middle: number } => {
  const share = count / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const spread = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / scale;
  // Rounding may leave the ends a hair outside of what a part can be.
  return { low: Math.max(0, middle - spread), high: Math.min(1, middle + spread), middle };
};

/** From here on the expansion in powers of 1/freedom is exact to all digits of a double but the last three. */
const FREEDOM_LARGE = 200;

/**
 * The quantile of Student's t distribution that leaves 2.5 % on each side: by the finite sums for whole degrees of
 * freedom, turned around by halving (Abramowitz and Stegun 26.7.3 and 26.7.4); where those grow long, by the expansion
 * around the normal quantile (26.7.5).
 */
export const tQuantile95 = (freedom: number): number => {
  if (freedom >= FREEDOM_LARGE) return expandedQuantile(freedom);
  let [low, high] = [0, Math.PI / 2];
  for (let halvings = 0; halvings < 60; halvings += 1) {
    const angle = (low + high) / 2;
    if (shareWithin(angle, freedom) < 0.95) low = angle;
    else high = angle;
  }
  return Math.sqrt(freedom) * Math.tan(low);
};

/** How likely a normal value lies at least as far from 0, on either side. */
export const twoSidedP = (z: number): number => {
  const x = Math.abs(z);
  // Marsaglia's series (Journal of Statistical Software 11(4), 2004) adds positive terms alone, so nothing cancels
  // out; beyond 7 nothing is left of the 16 digits.
  if (x > 7) return 0;
  let [sum, term] = [x, x];
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= x ** 2 / odd;
    sum += term;
  }
  const within = 2 * sum * Math.exp(-(x ** 2) / 2 - Math.log(2 * Math.PI) / 2);
  return Math.max(0, 1 - within);
};

/** P(|T| < t), of t as an angle: tan angle = t / √freedom. */
const shareWithin = (angle: number, freedom: number): number => {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let [sum, term] = [0, isOdd ? cos : 1];
  for (let power = isOdd ? 1 : 0; power <= freedom - 2; power += 2) {
    sum += term;
    term *= (cos ** 2 * (power + 1)) / (power + 2);
  }
  return isOdd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
};

const expandedQuantile = (freedom: number): number => {
  const z = Z_95;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, index) => sum + term / freedom ** (index + 1), z);
};
