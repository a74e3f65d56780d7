import type { LiabilityFigures } from '@okaeri/shared/figures';

/** A row of a table, by its columns. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What points will cost as a table: the sums, the lines of the books, and the triangle below them. */
export const liabilityRows = ({
  ceiling,
  expected,
  breakage,
  triangle,
  accounting,
  currency,
}: LiabilityFigures): Row[] => {
  const line = (
    name: string,
    {
      points,
      minor,
      low = null,
      high = null,
    }: { points: number | null; minor: number | null; low?: number | null; high?: number | null },
  ): Row => ({ line: name, month: null, points, low, high, minor, currency });
  const money = (name: string, minor: number): Row => line(name, { points: null, minor });
  return [
    line('ceiling', ceiling),
    line('expected', expected),
    line('breakage', breakage),
    ...(accounting === null
      ? []
      : [
          money('accounting: products', accounting.products),
          money('accounting: points', accounting.points),
          money('accounting: recognised', accounting.recognised),
          money('accounting: left', accounting.left),
        ]),
    ...triangle.flatMap(({ month, issued, redeemed }) => [
      { ...line('issued', { points: issued, minor: null }), month },
      ...redeemed.map((points, after) => ({
        ...line(`redeemed by month ${after}`, { points, minor: null }),
        month,
      })),
    ]),
  ];
};
