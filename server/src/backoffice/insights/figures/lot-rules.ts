import type { LotMove } from '../../../loyalty/ledger/documents.ts';
import type { TransactionRow } from '../../../loyalty/ledger/tables.ts';
import type { Issue } from './issue-rules.ts';

/** What of a transaction tells which points were issued when, and what became of them. */
export type LotRow = Pick<
  TransactionRow,
  | 'shopperId'
  | 'sequence'
  | 'kind'
  | 'awardId'
  | 'redemptionId'
  | 'pending'
  | 'available'
  | 'held'
  | 'issued'
  | 'redeemed'
  | 'adjusted'
  | 'effectiveAt'
  | 'lots'
>;

interface Lot {
  month: number;
  issued: number;
  /** In the lot, and held for codes that came from it. */
  left: number;
  readonly redeemed: Map<number, number>;
}

/** A person's points: by the month of their issue, and how many are in hand. */
export interface PersonPoints {
  readonly issues: readonly Issue[];
  readonly inHand: number;
}

/**
 * What a person was issued in each month and what was redeemed of it, from their transactions in their order, lot by
 * lot: which points a code took is known exactly (E79). Points taken back were not issued; those of a code count as
 * redeemed once it is used.
 *
 * @param isOver whether a lot has expired, though no row says so yet
 */
export const pointsOf = (
  rows: readonly LotRow[],
  monthOf: (at: number) => number,
  isOver: (awardId: string) => boolean,
): PersonPoints => {
  const lots = new Map<string, Lot>();
  const codes = new Map<string, readonly LotMove[]>();
  const balance = { pending: 0, available: 0, held: 0, over: 0 };
  const lotOf = (awardId: string, month: number): Lot => {
    const lot = lots.get(awardId) ?? { month, issued: 0, left: 0, redeemed: new Map() };
    lots.set(awardId, lot);
    return lot;
  };
  for (const row of rows) {
    const month = monthOf(row.effectiveAt);
    balance.pending += row.pending;
    balance.available += row.available;
    balance.held += row.held;
    issue(row, (awardId) => lotOf(awardId, month));
    for (const [awardId, points] of row.lots) lotOf(awardId, month).left += points;
    spend(row, codes, (awardId) => ({ lot: lotOf(awardId, month), month }));
  }
  for (const [awardId, lot] of lots) {
    if (!isOver(awardId)) continue;
    balance.over += lot.left;
    lot.left = 0;
  }
  const inHand = balance.pending + Math.max(0, balance.available - balance.over) + balance.held;
  return { issues: issuesOf([...lots.values()]), inHand };
};

/** What was issued, or taken back: from the award itself, by hand from the lots it was taken of. */
function issue(
  { kind, awardId, issued, adjusted, lots }: LotRow,
  lotOf: (awardId: string) => Lot,
): void {
  const given = 0 - issued - adjusted;
  if (kind === 'merge' || kind === 'release' || given === 0 || awardId === null) return;
  if (kind === 'adjust' && given < 0)
    for (const [from, points] of lots) lotOf(from).issued += points;
  else lotOf(awardId).issued += given;
}

/** What codes take: held at first, redeemed when they are used. */
function spend(
  { kind, redemptionId, redeemed, lots }: LotRow,
  codes: Map<string, readonly LotMove[]>,
  at: (awardId: string) => { lot: Lot; month: number },
): void {
  if (redemptionId === null) return;
  if (kind === 'redeem') {
    const taken = lots.map(([awardId, points]): LotMove => [awardId, 0 - points]);
    codes.set(redemptionId, taken);
    for (const [awardId, points] of taken) at(awardId).lot.left += points;
  }
  const taken = codes.get(redemptionId) ?? [];
  if (kind === 'release') for (const [awardId, points] of taken) at(awardId).lot.left -= points;
  // A code that is used again after it was given back is taken and redeemed by one row.
  const direction = Math.sign(redeemed);
  if (direction === 0) return;
  for (const [awardId, points] of taken) {
    const { lot, month } = at(awardId);
    lot.left -= direction * points;
    lot.redeemed.set(month, (lot.redeemed.get(month) ?? 0) + direction * points);
  }
}

/** Lots of one month together. */
function issuesOf(lots: readonly Lot[]): Issue[] {
  const months = new Map<number, Lot>();
  for (const { month, issued, left, redeemed } of lots) {
    const sum = months.get(month) ?? { month, issued: 0, left: 0, redeemed: new Map() };
    months.set(month, sum);
    sum.issued += issued;
    sum.left += left;
    for (const [at, points] of redeemed) sum.redeemed.set(at, (sum.redeemed.get(at) ?? 0) + points);
  }
  return [...months.values()]
    .filter(({ issued, redeemed }) => issued !== 0 || redeemed.size > 0)
    .toSorted((a, b) => a.month - b.month)
    .map(({ month, issued, left, redeemed }) => ({
      month,
      issued,
      left: Math.max(0, left),
      redeemed: [...redeemed]
        .filter(([, points]) => points !== 0)
        .toSorted(([a], [b]) => a - b)
        .map(([at, points]) => [Math.max(0, at - month), points] as const),
    }));
}
