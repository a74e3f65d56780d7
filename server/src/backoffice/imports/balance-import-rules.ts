import type { BalanceFault, BalanceImport } from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import { isoOf } from '../../platform/lib/clock.ts';
import type { BalanceImportRow } from './tables.ts';

/** A file of members as the API answers it. */
export const toBalanceAnswer = (
  row: BalanceImportRow,
  faults: readonly BalanceFault[],
): BalanceImport => ({
  id: row.id,
  source: row.source,
  rows: row.rows,
  imported: row.imported,
  refused: row.refused,
  points: row.points,
  createdAt: isoOf(row.createdAt),
  undoneAt: row.undoneAt === null ? null : isoOf(row.undoneAt),
  faults: faults.slice(0, LIMITS.importFaultsMax),
});
