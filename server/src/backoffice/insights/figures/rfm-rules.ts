import { rfmGroup, type RfmGroup } from '@okaeri/shared/segments';
import { groupOf } from '../../../loyalty/buyers/rfm-group-rules.ts';
import { meanWithin, momentsOf } from './compare-rules.ts';
import { wilson, Z_95, type Interval } from '../../../platform/lib/interval-rules.ts';

/** What is known of one buyer. */
export interface Buyer {
  readonly lastDay: number;
  readonly purchaseDays: number;
  readonly valueMinor: number;
}

interface Measured extends Interval {
  readonly value: number;
}

export interface GroupFigures {
  readonly name: RfmGroup;
  readonly size: number;
  readonly share: Measured;
  /** Of what all have spent; null where nobody has spent anything. */
  readonly spendShare: Measured | null;
  readonly meanMinor: Measured | null;
}

const SCORES = 5;
/** Scores 1 to 5: one more than five times the part of all that lies strictly below. Equal values have one score. */
export const scoresOf = (values: readonly number[]): number[] => {
  const below = new Map<number, number>();
  for (const [i, value] of values.toSorted((a, b) => a - b).entries())
    if (!below.has(value)) below.set(value, i);
  return values.map((value) => 1 + Math.floor((SCORES * (below.get(value) ?? 0)) / values.length));
};

/** All buyers in their groups, with what each group has spent. */
export const rfmOf = (buyers: readonly Buyer[]): GroupFigures[] => {
  const recency = scoresOf(buyers.map(({ lastDay }) => lastDay));
  const frequency = scoresOf(buyers.map(({ purchaseDays }) => purchaseDays));
  const spent = new Map<RfmGroup, number[]>(rfmGroup.options.map((name) => [name, []]));
  for (const [i, { purchaseDays, valueMinor }] of buyers.entries())
    spent.get(groupOf(recency[i] ?? 1, frequency[i] ?? 1, purchaseDays))?.push(valueMinor);
  const all = [...spent.values()].map((values) => ({
    sum: sumOf(values),
    squares: squaresOf(values),
  }));
  const total = sumOf(all.map(({ sum }) => sum));
  const squares = sumOf(all.map((one) => one.squares));
  return rfmGroup.options.map((name) => {
    const values = spent.get(name) ?? [];
    const of = { sum: sumOf(values), squares: squaresOf(values) };
    return {
      name,
      size: values.length,
      share: { value: values.length / buyers.length, ...wilson(values.length, buyers.length) },
      spendShare: partOf(of, { total, squares, people: buyers.length }),
      meanMinor: values.length === 0 ? null : meanWithin(momentsOf(values)),
    };
  });
};

/** The part of a sum that is a group's: a ratio of two sums over all, with its linearised variance. */
function partOf(
  of: { readonly sum: number; readonly squares: number },
  all: { readonly total: number; readonly squares: number; readonly people: number },
): Measured | null {
  if (all.total <= 0) return null;
  const value = of.sum / all.total;
  const residues = (1 - value) ** 2 * of.squares + value ** 2 * (all.squares - of.squares);
  const spread =
    (Z_95 * Math.sqrt((residues * all.people) / Math.max(1, all.people - 1))) / all.total;
  return { value, low: Math.max(0, value - spread), high: Math.min(1, value + spread) };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Added up in their order of size, so that no other order shows. */
function squaresOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value ** 2, 0);
}
