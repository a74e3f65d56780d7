import { Hono } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import type { ActColumn } from '@okaeri/shared/list-words';
import { actExportQuery, type Act } from '@okaeri/shared/team';
import type { Deps } from '../deps.ts';
import { readCursor } from '../platform/http/read-request.ts';
import { sendTable } from '../platform/http/send-table.ts';
import { query } from '../platform/http/typed.ts';
import { FIRST_CURSOR } from '../platform/lib/list-cursor.ts';
import { listActs } from './list-acts.ts';
import type { MerchantEnv } from './merchant.ts';

/** `/v1/exports/acts`: the log as a table, all of it. */
export const actExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(actExportQuery), (c) => {
    const { columns, ...asked } = c.req.valid('query');
    const { id: shopId } = c.get('shop');
    return sendTable({
      columns,
      page: (cursor) => {
        const after = cursor === undefined ? undefined : readCursor(cursor, FIRST_CURSOR.newest);
        return listActs(deps, shopId, { ...asked, after, limit: LIMITS.pageMax, counted: false });
      },
      cells: cellsOf,
    });
  });

function cellsOf(one: Act): Record<ActColumn, string | number | null> {
  return {
    at: one.at,
    actor: one.actor,
    key: one.byKey ? 'yes' : 'no',
    operation: one.operation,
    subject: one.subject,
    outcome: one.outcome,
    points: one.adjustment?.points ?? null,
    reason: one.reason,
    note: one.adjustment?.note ?? null,
  };
}
