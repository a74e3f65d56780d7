import type { CaseFigures, CaseMonth, CaseOwnerFigures } from '@okaeri/shared/case-figures';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { wilson } from '../../platform/lib/interval-rules.ts';
import type { CaseRow } from './tables.ts';

/** What of a case its month is told by. */
export type Counted = Pick<
  CaseRow,
  'openedAt' | 'ownerId' | 'firstReplyMs' | 'resolvedMs' | 'solved'
>;

/** Cases by the month in which they were opened, and within it by who looks after them (E120). */
export const figuresOf = (
  rows: readonly Counted[],
  months: readonly { readonly startsAt: number; readonly name: string }[],
): CaseFigures => ({
  months: months.map(({ startsAt, name }, i) => {
    const endsAt = months[i + 1]?.startsAt ?? Infinity;
    const own = rows.filter(({ openedAt }) => openedAt >= startsAt && openedAt < endsAt);
    const owners = [...new Set(own.flatMap(({ ownerId }) => ownerId ?? []))].toSorted();
    return {
      month: name,
      ...timesOf(own),
      recovered: recoveredOf(own),
      owners: owners.map((ownerId) => ({
        ownerId,
        ...timesOf(own.filter((row) => row.ownerId === ownerId)),
      })),
    };
  }),
});

/** Of those who said whether it was put right, how many said yes; null of nobody (E46). */
const recoveredOf = (rows: readonly Counted[]): CaseMonth['recovered'] => {
  const said = rows.filter(({ solved }) => solved !== null);
  const n = said.length;
  if (n === 0) return { n, share: null, low: null, high: null };
  const yes = said.filter(({ solved }) => solved === 'yes').length;
  const { low, high } = wilson(yes, n);
  return { n, share: yes / n, low, high };
};

/** The value in the middle, or between the two that are; null of none. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

function timesOf(rows: readonly Counted[]): Omit<CaseOwnerFigures, 'ownerId'> {
  const replied = rows.flatMap(({ firstReplyMs }) => firstReplyMs ?? []);
  const resolved = rows.flatMap(({ resolvedMs }) => resolvedMs ?? []);
  return {
    opened: rows.length,
    replied: replied.length,
    medianFirstReplyHours: inHours(medianOf(replied)),
    resolved: resolved.length,
    medianResolutionHours: inHours(medianOf(resolved)),
  };
}

function inHours(ms: number | null): number | null {
  return ms === null ? null : ms / HOUR_MS;
}
