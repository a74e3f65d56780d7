import type { ReceiptReason } from '@okaeri/shared/ledger';

/** Points moved in one lot: the award that opened the lot, and by how much. */
export type LotMove = readonly [awardId: string, points: number];

/** A receipt's line: its number in the award's list of line ids (-1 is the shipping), basis, share, kept. */
export type StoredReceiptLine = readonly [
  line: number,
  basisMinor: number,
  share: number,
  kept: number,
];

/**
 * A receipt as the ledger keeps it: only what cannot be read from the programme
 * version it names, and nothing that names a person or an outside id, because
 * ledger rows outlive both.
 */
export interface StoredReceipt {
  readonly rule: string | null;
  readonly program: number;
  readonly basis: number;
  readonly currency: string;
  readonly desired: number;
  readonly awarded: number;
  readonly reason: ReceiptReason | null;
  readonly lines: readonly StoredReceiptLine[];
}
