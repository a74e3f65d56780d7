import { lnGamma } from '../../../loyalty/buyers/gamma-rules.ts';

/** Terms of the continued fraction at most; it settles within some hundred of them for any degrees of freedom here. */
const TERMS_MAX = 10_000;
/** Instead of 0, by which nothing can be divided. */
const TINY = 1e-300;

/** How likely Student's t lies at least as far from 0, on either side; degrees of freedom need not be whole. */
export const studentTwoSidedP = (t: number, freedom: number): number =>
  incompleteBeta(freedom / (freedom + t ** 2), freedom / 2, 0.5);

/** The quantile of Student's t that leaves 2.5 % on each side, of any degrees of freedom: found by halving. */
export const studentQuantile = (freedom: number): number => {
  let [low, high] = [0, 1];
  while (studentTwoSidedP(high, freedom) > 0.05) high *= 2;
  for (let halvings = 0; halvings < 60; halvings += 1) {
    const middle = (low + high) / 2;
    if (studentTwoSidedP(middle, freedom) > 0.05) low = middle;
    else high = middle;
  }
  return high;
};

/** The regularised incomplete beta function (Abramowitz and Stegun 26.5.8). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const factor = Math.exp(
    lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  // The fraction settles quickly on one side of the middle only.
  return x < (a + 1) / (a + b + 2)
    ? (factor * fraction(x, a, b)) / a
    : 1 - (factor * fraction(1 - x, b, a)) / b;
}

/** Its continued fraction, by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  const apart = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < TERMS_MAX; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / apart(1 + term * d);
      c = apart(1 + term / c);
      step = c * d;
      value *= step;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return value;
}
