import type { Change } from '@okaeri/shared/changes';
import type { Row } from './liability-rows.ts';

/** A row for each figure that is compared, with what all of them have. */
export const changeRows = (changes: readonly Change[], beside: Row): Row[] =>
  changes.map(({ figure, now, before, difference, low, high }) => ({
    ...beside,
    figure,
    now: now.value,
    nowLow: now.low,
    nowHigh: now.high,
    nowCount: now.count,
    nowOf: now.of,
    before: before.value,
    beforeLow: before.low,
    beforeHigh: before.high,
    beforeCount: before.count,
    beforeOf: before.of,
    difference,
    low,
    high,
  }));

/** A sum of two times, in the columns of what is compared. */
export const sumRow = (
  figure: string,
  of: {
    readonly period: string;
    readonly now: number;
    readonly before: number;
    readonly currency: string;
  },
): Row => {
  const { period, now, before, currency } = of;
  return {
    period,
    currency: figure.endsWith('Minor') ? currency : '',
    figure,
    now,
    nowLow: null,
    nowHigh: null,
    nowCount: null,
    nowOf: null,
    before,
    beforeLow: null,
    beforeHigh: null,
    beforeCount: null,
    beforeOf: null,
    difference: null,
    low: null,
    high: null,
  };
};
