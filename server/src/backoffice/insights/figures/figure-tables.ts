import type { CountedShare, Estimate, Figure } from '@okaeri/shared/figures';
import type { FigureAnswers } from './documents.ts';
import { changeRows, sumRow } from './change-rows.ts';
import { acquisitionRows, effectRow } from './effect-rows.ts';
import { liabilityRows, type Row } from './liability-rows.ts';
import { mapRows } from './map-rows.ts';

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
      ({ from, to, curve, closed, open, medianDays, low, high }) => {
        const none = {
          closed: null,
          open: null,
          medianDays: null,
          medianLow: null,
          medianHigh: null,
        };
        const median = { medianDays, medianLow: low, medianHigh: high };
        return [
          { from, to, day: null, share: null, low: null, high: null, closed, open, ...median },
          ...curve.map((point) => ({ from, to, ...point, ...none })),
        ];
      },
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
  liability: liabilityRows,
  changes: ({ changes, from, until }) => changeRows(changes, { from, until }),
  report: ({ changes, period, buyers, newBuyers, revenueMinor, currency }) => [
    ...Object.entries({ buyers, newBuyers, revenueMinor }).map(([figure, { now, before }]) =>
      sumRow(figure, { period, now, before, currency }),
    ),
    ...changeRows(changes, { period, currency: '' }),
  ],
  measurements: ({ items }) => items.map((item) => effectRow(item)),
  effects: (found) => [effectRow(found)],
  return: (found) => [
    {
      period: found.period,
      state: found.state,
      reason: found.reason,
      currency: found.currency,
      marginShare: found.marginShare,
      ...estimateCells('treatedSpentMinor', found.spentMinor.treated),
      ...estimateCells('heldSpentMinor', found.spentMinor.held),
      ...estimateCells('liftMinor', found.liftMinor),
      costMinor: found.costMinor,
      costsWithoutRate: found.costsWithoutRate,
      ...estimateCells('netMinor', found.netMinor),
      ...estimateCells('return', found.return),
      paysFromLiftMinor: found.paysFromLiftMinor,
    },
  ],
  map: mapRows,
  acquisition: acquisitionRows,
  'retention-value': ({
    weeks,
    newBuyers,
    reason,
    repeatShare,
    purchases,
    valueMinor,
    ...rest
  }) => [
    {
      weeks,
      newBuyers,
      reason,
      now: repeatShare?.now ?? null,
      raised: repeatShare?.raised ?? null,
      ...estimateCells('purchases', purchases),
      ...estimateCells('valueMinor', valueMinor),
      marginShare: rest.marginShare,
      currency: rest.currency,
    },
  ],
  'words-and-deeds': ({ withinDays, reviews, scores }) =>
    [{ kind: 'stars', groups: reviews }, ...scores].flatMap(({ kind, groups }) =>
      groups.map(({ group, people: size, ...share }) => ({
        kind,
        group,
        size,
        withinDays,
        ...shareCells(share),
      })),
    ),
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
