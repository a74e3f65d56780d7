import type { AcquisitionFigures, Measurement } from '@okaeri/shared/effect-figures';
import type { Row } from './liability-rows.ts';

/** A measurement by lot as a row. */
export const effectRow = (of: Measurement): Row => ({
  journeyId: of.journeyId,
  period: of.period,
  endsOn: of.endsOn,
  state: of.state,
  treated: of.treated.people,
  treatedOutcomes: of.treated.outcomes,
  held: of.held.people,
  heldOutcomes: of.held.outcomes,
  difference: of.share.difference,
  low: of.share.low,
  high: of.share.high,
  spendMinor: of.spendMinor.difference,
  spendMinorLow: of.spendMinor.low,
  spendMinorHigh: of.spendMinor.high,
  treatedUnsubscribed: of.unsubscribed.treated.count,
  heldUnsubscribed: of.unsubscribed.held.count,
  treatedComplained: of.complained.treated.count,
  heldComplained: of.complained.held.count,
});

/** A row for each month, and below it one for each channel of it. */
export const acquisitionRows = ({
  months,
  currency,
  costsWithoutRate,
}: AcquisitionFigures): Row[] =>
  months.flatMap(({ unfinished, channels, ...month }) => {
    const beside = {
      unfinished: String(unfinished),
      costsWithoutRate,
      currency,
      caused: 'unknown',
    };
    const blank = Object.fromEntries(Object.keys(month).map((name) => [name, null]));
    return [
      {
        ...month,
        channel: null,
        spentMinor: null,
        reached: null,
        reachedCostMinor: null,
        ...beside,
      },
      ...channels.map(({ channel, ...cost }) => ({
        ...blank,
        month: month.month,
        channel: channel ?? 'none',
        ...cost,
        ...beside,
      })),
    ];
  });
