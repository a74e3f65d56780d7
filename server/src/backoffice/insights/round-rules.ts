/** Decimals that are told of any figure: what lies beyond them differs from one order of adding to another. */
const DECIMALS = 6;

/** A number with as many decimals as figures have. */
export const round = (value: number): number => Number(value.toFixed(DECIMALS));

/** The same of each number in an object. */
export const rounded = <Name extends string>(
  numbers: Readonly<Record<Name, number>>,
): Record<Name, number> => {
  const entries = Object.entries<number>(numbers).map(([name, value]) => [name, round(value)]);
  return Object.fromEntries(entries) as Record<Name, number>;
};
