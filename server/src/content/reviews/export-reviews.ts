import { Hono } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import type { ReviewColumn } from '@okaeri/shared/list-words';
import { reviewExportQuery, type QueuedReview } from '@okaeri/shared/review-queue';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { sendTable } from '../../platform/http/send-table.ts';
import { query } from '../../platform/http/typed.ts';
import { listForMerchant } from './queue.ts';

/** `/v1/exports/reviews`: a list of reviews as a table, all of it. */
export const reviewExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(reviewExportQuery), (c) => {
    const { columns, ...asked } = c.req.valid('query');
    const shop = c.get('shop');
    return sendTable({
      columns,
      page: (cursor) =>
        listForMerchant(deps, shop, { ...asked, cursor, limit: LIMITS.pageMax, counted: false }),
      cells: cellsOf,
    });
  });

function cellsOf(one: QueuedReview): Record<ReviewColumn, string | number | null> {
  return {
    title: one.title,
    text: one.body,
    stars: one.rating,
    product: one.productId,
    name: one.name,
    state: one.state,
    verified: one.verified ? 'yes' : 'no',
    source: one.importedFrom,
    helpful: one.helpful,
    reports: one.reports.reduce((sum, { count }) => sum + count, 0),
    reply: one.reply?.text ?? null,
    written: one.createdAt,
  };
}
