import type { TransactionRow } from './tables.ts';

/** What is looked at of a row that moved points between a source and a shopper. */
export type EarningRow = Pick<TransactionRow, 'kind' | 'awardId' | 'issued' | 'effectiveAt'>;

/** Points that are gone for a refund, and the day of it that the history shows. */
export interface Clawback {
  readonly points: number;
  readonly at: number;
}

/**
 * What of the clawbacks still holds: state decides, so what came back to an award after one was
 * taken from it, as when a refund is undone, is shown no more.
 *
 * @param newestFirst the rows since the instant from which on clawbacks are shown
 */
export const standingClawbacks = (newestFirst: readonly EarningRow[]): Clawback[] => {
  const cameBack = new Map<string | null, number>();
  return newestFirst.flatMap(({ kind, awardId, issued, effectiveAt }) => {
    const back = cameBack.get(awardId) ?? 0;
    if (kind !== 'clawback') {
      cameBack.set(awardId, back - issued);
      return [];
    }
    cameBack.set(awardId, Math.max(0, back - issued));
    return issued > back ? [{ points: issued - back, at: effectiveAt }] : [];
  });
};
