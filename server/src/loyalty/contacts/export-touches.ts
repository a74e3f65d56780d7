import { Hono } from 'hono';
import type { ShopTouch } from '@okaeri/shared/affairs';
import { touchExportQuery } from '@okaeri/shared/contacts';
import { LIMITS } from '@okaeri/shared/limits';
import type { TouchColumn } from '@okaeri/shared/list-words';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { readCursor } from '../../platform/http/read-request.ts';
import { sendTable } from '../../platform/http/send-table.ts';
import { query } from '../../platform/http/typed.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { listShopTouches } from './list-touches.ts';

/** `/v1/exports/touches`: the contact log as a table, all of what it is narrowed to. Each time is in the log of acts (L13). */
export const touchExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(touchExportQuery), (c) => {
    const { columns, ...asked } = c.req.valid('query');
    const { id: shopId } = c.get('shop');
    return sendTable({
      columns,
      page: (cursor) => {
        const before = readCursor(cursor, FIRST_CURSOR.newest);
        return deps.store.read((tx) =>
          listShopTouches(tx, { shopId, asked, before, limit: LIMITS.pageMax }),
        );
      },
      cells: cellsOf,
    });
  });

function cellsOf(one: ShopTouch): Record<TouchColumn, string | null> {
  const { kind, channel, subject, reason, arm, waitsFor } = one;
  return {
    planned: one.plannedAt,
    due: one.dueAt,
    shopper: one.shopperId,
    guest: one.guestId,
    name: one.shopperName,
    kind,
    class: one.class,
    channel,
    subject,
    decision: one.decision ?? 'planned',
    reason,
    decided: one.decidedAt,
    waitsFor: waitsFor?.reason ?? null,
    waitsUntil: waitsFor?.until ?? null,
    arm,
    failed: one.failedAt,
    bounced: one.bouncedAt,
    complained: one.complainedAt,
    clicked: one.clickedAt,
    dismissed: one.dismissedAt,
    unsubscribed: one.unsubscribedAt,
  };
}
