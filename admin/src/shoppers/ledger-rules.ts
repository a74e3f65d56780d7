import type { BoughtLine, LedgerRow } from '@okaeri/shared/ledger';

type Amounts = LedgerRow['moved'];

/** What stood before some rows, what they moved, and what came of it. */
export interface LedgerFoot {
  readonly at: string;
  readonly before: Amounts;
  readonly moved: Amounts;
  readonly after: Amounts;
}

/** The foot of rows, the newest first: before and moved always come to after. */
export const footOf = (rows: readonly LedgerRow[]): LedgerFoot | null => {
  const newest = rows[0];
  const oldest = rows.at(-1);
  if (newest === undefined || oldest === undefined) return null;
  const moved = rows.reduce(
    (sum, row) => ({
      pending: sum.pending + row.moved.pending,
      available: sum.available + row.moved.available,
    }),
    { pending: 0, available: 0 },
  );
  const after = newest.balanceAfter;
  return {
    at: oldest.effectiveAt,
    before: {
      pending: after.pending - moved.pending,
      available: after.available - moved.available,
    },
    moved,
    after,
  };
};

/** What a refund, or its undoing, was about: lines whose points have changed since the row before. */
export const changedLines = (
  row: LedgerRow,
  older: readonly LedgerRow[],
): readonly { readonly line: BoughtLine; readonly isWhole: boolean }[] => {
  const before = older.find(
    (one) => isOfOrder(one, row) && one.receipt?.ruleId === row.receipt?.ruleId,
  );
  if (!row.receipt || !before?.receipt) return [];
  const kept = new Map(before.receipt.lines.map((line) => [line.lineId, line.kept]));
  return row.receipt.lines.flatMap((line) => {
    const was = kept.get(line.lineId);
    const bought = row.bought.find(({ lineId }) => lineId === line.lineId);
    if (was === undefined || was === line.kept || bought === undefined) return [];
    return [{ line: bought, isWhole: line.kept === 0 || was === 0 }];
  });
};

/** Whether points came back to an order that had lost them: a refund that was undone. */
export const isRefundUndone = (row: LedgerRow, older: readonly LedgerRow[]): boolean =>
  row.kind === 'earn' && older.some((one) => one.kind === 'clawback' && isOfOrder(one, row));

function isOfOrder({ source }: LedgerRow, row: LedgerRow): boolean {
  return source?.kind === 'order' && row.source?.kind === 'order' && source.id === row.source.id;
}
