import type { CountedShare, Estimate, Figure } from '@okaeri/shared/figures';
import type { FigureAnswers } from './documents.ts';

type Cell = string | number | null;
/** A row of a table, by its columns. */
export type Row = Readonly<Record<string, Cell>>;

/** How each figure stands in a table: a row for each thing that is told, with what it is beside it. */
const ROWS: { readonly [Name in keyof FigureAnswers]: (answer: FigureAnswers[Name]) => Row[] } = {
  cohorts: ({ cohorts, churn, repeat }) => [
    {
      table: 'repeat',
      cohort: '',
      month: null,
      size: repeat.of,
      ...shareCells(repeat),
      unfinished: 'false',
    },
    ...cohorts.flatMap(({ month: cohort, size, cells, cumulative }) =>
      (
        [
          ['again', cells],
          ['cumulative', cumulative],
        ] as const
      ).flatMap(([table, list]) =>
        list.map((cell) => ({
          table,
          cohort,
          month: cell.month,
          size,
          ...shareCells(cell),
          unfinished: String(cell.unfinished),
        })),
      ),
    ),
    ...churn.months.map((one) => ({
      table: 'churn',
      cohort: one.month,
      month: null,
      size: one.active,
      ...shareCells(one),
      unfinished: String(one.unfinished),
    })),
  ],
  gaps: ({ pooled, byOrder }) =>
    [{ from: 'all', to: 'all', ...pooled }, ...byOrder].flatMap(
      ({ from, to, curve, closed, open, ...median }) => [
        { from, to, day: null, share: null, closed, open, ...median },
        ...curve.map((point) => ({
          from,
          to,
          ...point,
          closed: null,
          open: null,
          medianDays: null,
          low: null,
          high: null,
        })),
      ],
    ),
  rfm: ({ groups, currency }) =>
    groups.map(({ meanMinor, ...group }) => ({
      ...group,
      ...estimateCells('meanMinor', meanMinor),
      currency,
    })),
  forecast: ({ shoppers, repeatPurchases, expected, bgNbd, gammaGamma, backtest, reason }) => [
    {
      shoppers,
      repeatPurchases,
      weeks: expected?.weeks ?? null,
      total: expected?.total ?? null,
      low: expected?.low ?? null,
      high: expected?.high ?? null,
      r: bgNbd?.r ?? null,
      alpha: bgNbd?.alpha ?? null,
      a: bgNbd?.a ?? null,
      b: bgNbd?.b ?? null,
      p: gammaGamma?.p ?? null,
      q: gammaGamma?.q ?? null,
      v: gammaGamma?.v ?? null,
      missedBy: backtest.error,
      reason,
    },
  ],
  liability: ({ ceiling, expected, breakage, triangle, accounting, currency }) => {
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
  },
};

/** A figure as a table, with its day, its people and what it is in every row. */
export const figureTable = <Name extends keyof FigureAnswers>(
  name: Name,
  answer: FigureAnswers[Name],
): { readonly columns: readonly string[]; readonly rows: readonly Row[] } => {
  const { asOf, people, definition }: Figure = answer;
  const rows = ROWS[name](answer).map((row) => ({ asOf, ...row, people, definition }));
  return { columns: Object.keys(rows[0] ?? { asOf, people, definition }), rows };
};

function shareCells({ count, share, low, high }: CountedShare): Row {
  return { count, share, low, high };
}

function estimateCells(name: string, { value, low, high }: Estimate): Row {
  return { [name]: value, [`${name}Low`]: low, [`${name}High`]: high };
}
