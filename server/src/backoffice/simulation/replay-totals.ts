import type { ProgramDocument } from '@okaeri/shared/program';
import type { SimulatedDifference, SimulatedProgram } from '@okaeri/shared/simulation';
import { isoOf } from '../../platform/lib/clock.ts';
import type { ShopperReplay } from './replay-rules.ts';

/** Shoppers named on each side. */
const NAMED_MAX = 10;

/** Sums of one programme's replay, as it goes. */
export interface Totals {
  readonly issued: Map<string, number>;
  readonly expired: Map<string, number>;
  readonly tiers: Map<string, number>;
  rises: number;
  falls: number;
}

export const emptyTotals = (): Totals => ({
  issued: new Map(),
  expired: new Map(),
  tiers: new Map(),
  rises: 0,
  falls: 0,
});

/** Adds a shopper's replay; gives the points it came to. */
export const addReplay = (totals: Totals, replay: ShopperReplay, until: number): number => {
  let sum = 0;
  for (const { at, points, expireAt } of replay.given) {
    sum += points;
    add(totals.issued, monthOf(at), points);
    if (expireAt <= until) add(totals.expired, monthOf(expireAt), points);
  }
  if (replay.tierId !== null) add(totals.tiers, replay.tierId, 1);
  totals.rises += replay.rises;
  totals.falls += replay.falls;
  return sum;
};

/** What the sums come to when a part of the points is spent: what is spent no longer expires. */
export const programTotals = (
  totals: Totals,
  document: ProgramDocument,
  redemptionPercent: number,
): SimulatedProgram => {
  const kept = (100 - redemptionPercent) / 100;
  let issuedSoFar = 0;
  let expiredSoFar = 0;
  const months = [...new Set([...totals.issued.keys(), ...totals.expired.keys()])]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((month) => {
      const issued = totals.issued.get(month) ?? 0;
      const expired = Math.round((totals.expired.get(month) ?? 0) * kept);
      issuedSoFar += issued;
      expiredSoFar += expired;
      const outstanding = Math.max(0, Math.round(issuedSoFar * kept) - expiredSoFar);
      return { month, issued, expired, outstanding };
    });
  return {
    issued: issuedSoFar,
    expired: expiredSoFar,
    outstanding: months.at(-1)?.outstanding ?? 0,
    costMinor: Math.round((issuedSoFar * document.pointValueMinor * redemptionPercent) / 100),
    months,
    tiers: Object.fromEntries(totals.tiers),
    rises: totals.rises,
    falls: totals.falls,
  };
};

/** The shoppers for whom a draft makes the greatest difference, kept few as the replay goes. */
export interface Extremes {
  gain: (SimulatedDifference & { readonly shopperId: string })[];
  lose: (SimulatedDifference & { readonly shopperId: string })[];
}

/** Considers one shopper for the list of those who gain or lose most. */
export const consider = (
  extremes: Extremes,
  one: { shopperId: string; current: number; draft: number },
): void => {
  const by = one.draft - one.current;
  if (by === 0) return;
  const side = by > 0 ? 'gain' : 'lose';
  const list = extremes[side];
  const least = list.at(-1);
  const change = (of: { current: number; draft: number }): number =>
    Math.abs(of.draft - of.current);
  if (list.length >= NAMED_MAX && least !== undefined && change(least) >= Math.abs(by)) return;
  list.push(one);
  list.sort((a, b) => change(b) - change(a));
  if (list.length > NAMED_MAX) list.pop();
};

function add(months: Map<string, number>, key: string, points: number): void {
  months.set(key, (months.get(key) ?? 0) + points);
}

function monthOf(at: number): string {
  return isoOf(at).slice(0, 7);
}
