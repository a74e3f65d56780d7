import type { ListedTransaction, Receipt, ReceiptLine } from '@okaeri/shared/ledger';
import { receiptsOf } from './sentence-rules.ts';
import type { Thing } from './thing-rules.ts';

/** One line of a sum: a movement, or those in between where there are too many to tell. */
export type SumLine =
  | { readonly kind: 'row'; readonly row: ListedTransaction; readonly what: SumWhat }
  | { readonly kind: 'between'; readonly count: number; readonly points: number };

/** What a movement of an order was. */
export type SumWhat = 'order' | 'refund' | 'undone';

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
  return [first, { kind: 'between', count: between.length, points }, last];
};

/** Where rounding made a difference: to what is kept of a refunded line, else to the whole. */
export type Rounded =
  | { readonly kind: 'kept'; readonly exact: number }
  | {
      readonly kind: 'earned';
      readonly exact: number;
      readonly rounding: NonNullable<Receipt['rounding']>;
    };

/** How rounding fell, where it can be said in one number; null where it made no difference. */
export const roundedOf = ({ rows }: Thing): Rounded | null => {
  const [receipt, ...others] = receiptsOf(rows).filter(({ awarded }) => awarded > 0);
  if (receipt === undefined || others.length > 0 || receipt.reason !== null) return null;
  const parted = receipt.lines.filter(({ kept, share }) => kept < share && kept > 0);
  const [line] = parted;
  if (line && parted.length === 1) {
    const exact = keptExactly(line, rows[0]);
    return exact !== null && exact < line.kept ? { kind: 'kept', exact } : null;
  }
  const { rate, rounding, multiplier, basisMinor, awarded, desired } = receipt;
  if (!rate || rate.wholeSteps || !rounding || parted.length > 0 || awarded < desired) return null;
  const exact = ((basisMinor * rate.points) / rate.amountMinor) * Number(multiplier);
  return isWhole(exact) ? null : { kind: 'earned', exact, rounding };
};

function keptExactly({ lineId, share }: ReceiptLine, { bought }: ListedTransaction): number | null {
  const line = bought.find((one) => one.lineId === lineId);
  if (line === undefined || line.grossMinor === 0) return null;
  return (share * (line.grossMinor - line.refundedMinor)) / line.grossMinor;
}

/** Up to what division does to numbers such as 0.1. */
function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-9;
}

function sameAward(one: Receipt | null, other: Receipt | null): boolean {
  return one?.ruleId === other?.ruleId && one?.campaignId === other?.campaignId;
}
