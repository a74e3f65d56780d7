import { and, desc, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, rows, textArg } from '../../platform/store/statement.ts';
import type { BalanceImportRow } from './tables.ts';

export const insertBalanceImport = change<BalanceImportRow>()('insertBalanceImport', (db, t) =>
  db.insert(t.balanceImports).values(everyColumn(t.balanceImports)),
);

export const updateBalanceImport = change<BalanceImportRow>()('updateBalanceImport', (db, t) =>
  db
    .update(t.balanceImports)
    .set({
      imported: sql`${arg('imported')}`,
      refused: sql`${arg('refused')}`,
      points: sql`${arg('points')}`,
      undoneAt: sql`${arg('undoneAt')}`,
    })
    .where(
      and(eq(t.balanceImports.shopId, textArg('shopId')), eq(t.balanceImports.id, textArg('id'))),
    ),
);

export const selectBalanceImport = rows<{ shopId: string; id: string }>()(
  'selectBalanceImport',
  (db, t) =>
    db
      .select()
      .from(t.balanceImports)
      .where(
        and(eq(t.balanceImports.shopId, textArg('shopId')), eq(t.balanceImports.id, textArg('id'))),
      ),
);

/** The latest files of members of a shop. */
export const selectBalanceImports = rows<{ shopId: string; limit: number }>()(
  'selectBalanceImports',
  (db, t) =>
    db
      .select()
      .from(t.balanceImports)
      .where(eq(t.balanceImports.shopId, textArg('shopId')))
      .orderBy(desc(t.balanceImports.id))
      .limit(arg('limit')),
);
