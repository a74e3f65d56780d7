import type { ListedTransaction, Receipt } from '@okaeri/shared/ledger';
import { receiptsOf } from './sentence-rules.ts';
import type { Thing } from './thing-rules.ts';

/** One line of a sum: a movement, or those in between where there are too many to tell. */
export type SumLine =
  | { readonly kind: 'row'; readonly row: ListedTransaction; readonly what: SumWhat }
  | { readonly kind: 'between'; readonly points: number };

/** What a movement of an order was. */
type SumWhat = 'order' | 'refund' | 'undone';

/** Lines of a sum at most; its total comes beneath. */
const LINES_MAX = 3;

/** How the points of a thing came about, oldest first: three lines at most, and none where one says it all. */
export const sumOf = ({ rows }: Thing): readonly SumLine[] => {
  const moved = rows.filter(({ points }) => points !== 0).toReversed();
  const lines = moved.map((row, at): SumLine => {
    const before = moved.slice(0, at);
    const isUndoing =
      row.kind === 'earn' &&
      before.some((one) => one.kind === 'clawback' && sameAward(one.receipt, row.receipt));
    const what = row.kind === 'clawback' ? 'refund' : isUndoing ? 'undone' : 'order';
    return { kind: 'row', row, what };
  });
  if (rows[0].source?.kind === 'redemption') return [];
  if (lines.length === 1) return moved[0]?.receipt?.rate ? lines : [];
  if (lines.length <= LINES_MAX) return lines;
  const [first, ...others] = lines;
  const last = others.pop();
  if (first === undefined || last === undefined) return [];
  const between = moved.slice(1, -1);
  const points = between.reduce((total, row) => total + row.points, 0);
  return [first, { kind: 'between', points }, last];
};

/** What would be left of a line that came back in part, were there parts of points; null where it is a whole number. */
export const exactlyKept = ({ rows }: Thing): number | null => {
  const [receipt, ...others] = receiptsOf(rows).filter(({ awarded }) => awarded > 0);
  if (receipt === undefined || others.length > 0) return null;
  const [line, ...more] = receipt.lines.filter(({ kept, share }) => kept > 0 && kept < share);
  if (line === undefined || more.length > 0) return null;
  const bought = rows[0].bought.find(({ lineId }) => lineId === line.lineId);
  if (!bought?.grossMinor) return null;
  const exact = (line.share * (bought.grossMinor - bought.refundedMinor)) / bought.grossMinor;
  // Rounded up, by less than one: else it was something else that made the difference.
  return exact < line.kept && line.kept - exact < 1 ? exact : null;
};

function sameAward(one: Receipt | null, other: Receipt | null): boolean {
  return one?.ruleId === other?.ruleId && one?.campaignId === other?.campaignId;
}
