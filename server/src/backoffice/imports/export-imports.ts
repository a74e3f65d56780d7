import { Hono } from 'hono';
import { balanceImportExportQuery, type BalanceImport } from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { ImportColumn } from '@okaeri/shared/list-words';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { sendTable } from '../../platform/http/send-table.ts';
import { query } from '../../platform/http/typed.ts';
import { listBalanceImports } from './list-balances.ts';

/** `/v1/exports/member-imports`: files of members as a table, all of them. */
export const balanceImportExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(balanceImportExportQuery), (c) => {
    const { columns, ...asked } = c.req.valid('query');
    const shop = c.get('shop');
    return sendTable({
      columns,
      page: (cursor) => {
        const place = { cursor, limit: LIMITS.pageMax, counted: false };
        return listBalanceImports(deps, shop, { ...asked, ...place });
      },
      cells: cellsOf,
    });
  });

function cellsOf(one: BalanceImport): Record<ImportColumn, string | number | null> {
  return {
    source: one.source,
    at: one.createdAt,
    rows: one.rows,
    imported: one.imported,
    refused: one.refused,
    points: one.points,
    undone: one.undoneAt,
  };
}
