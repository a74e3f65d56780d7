/** From here on Stirling's series is exact to the digits of a double. */
const LARGE = 10;
/** Bernoulli's numbers B₂ₖ / (2k (2k − 1)), k = 1 to 7. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
] as const;

/**
 * ln Γ(x) of a positive x: by Stirling's series (Abramowitz and Stegun 6.1.41), smaller ones moved up to it by
 * Γ(x + 1) = x Γ(x). The kept package for it brings 155 others.
 */
export const lnGamma = (x: number): number => {
  let product = 1;
  let at = x;
  while (at < LARGE) {
    product *= at;
    at += 1;
  }
  let sum = (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2;
  let power = 1 / at;
  for (const factor of STIRLING) {
    sum += factor * power;
    power /= at * at;
  }
  return sum - Math.log(product);
};

/** Terms that are added at most: a series so long is near its edge, and says nothing any more. */
const TERMS_MAX = 200_000;

/**
 * Gauss's ₂F₁(a, b; c; z) for 0 ≤ z < 1 by its series (Abramowitz and Stegun 15.1.1), until a term adds no more than
 * one part in 10¹⁵.
 */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  let [sum, term] = [1, 1];
  for (let n = 0; n < TERMS_MAX; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= Math.abs(sum) * 1e-15) break;
  }
  return sum;
};
