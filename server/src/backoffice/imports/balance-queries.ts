import { change, everyColumn, rows, given, byKey } from '../../platform/store/statement.ts';
import type { BalanceImportRow } from './tables.ts';

export const insertBalanceImport = change<BalanceImportRow>()('insertBalanceImport', (db, t) =>
  db.insert(t.balanceImports).values(everyColumn(t.balanceImports)),
);

export const updateBalanceImport = change<BalanceImportRow>()('updateBalanceImport', (db, t) =>
  db
    .update(t.balanceImports)
    .set({ ...given(t.balanceImports, 'imported', 'refused', 'points', 'undoneAt') })
    .where(byKey(t.balanceImports)),
);

export const selectBalanceImport = rows<{ shopId: string; id: string }>()(
  'selectBalanceImport',
  (db, t) => db.select().from(t.balanceImports).where(byKey(t.balanceImports)),
);
