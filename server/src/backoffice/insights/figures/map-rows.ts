import type { MapFigures } from '@okaeri/shared/effect-figures';
import type { Row } from './liability-rows.ts';

/** The journey map as a table: a row for each stage, and below it one for each kind of message to its people. */
export const mapRows = ({ period, unfinished, stages }: MapFigures): Row[] =>
  stages.flatMap(({ stage, people: here, medianDays, low, high, closed, open, touches }) => {
    const of = { period, unfinished: String(unfinished), stage };
    const stay = { here, medianDays, medianLow: low, medianHigh: high, closed, open };
    return [
      { ...of, kind: '', ...stay, ...NO_TOUCH },
      ...touches.map(({ kind, reach, acted, effect }) => ({
        ...of,
        kind,
        ...NO_STAY,
        reach,
        actedOf: acted.of,
        acted: acted.count,
        actedShare: acted.share,
        actedLow: acted.low,
        actedHigh: acted.high,
        state: effect?.state ?? 'notMeasured',
        effect: effect?.difference ?? null,
        effectLow: effect?.low ?? null,
        effectHigh: effect?.high ?? null,
      })),
    ];
  });

const NO_STAY = {
  here: null,
  medianDays: null,
  medianLow: null,
  medianHigh: null,
  closed: null,
  open: null,
};
const NO_TOUCH = {
  reach: null,
  actedOf: null,
  acted: null,
  actedShare: null,
  actedLow: null,
  actedHigh: null,
  state: null,
  effect: null,
  effectLow: null,
  effectHigh: null,
};
