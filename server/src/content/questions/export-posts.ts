import { Hono } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import type { QuestionColumn } from '@okaeri/shared/list-words';
import { postExportQuery, type ModeratedPost } from '@okaeri/shared/questions';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { readCursor } from '../../platform/http/read-request.ts';
import { sendTable } from '../../platform/http/send-table.ts';
import { query } from '../../platform/http/typed.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { listPosts } from './list-posts.ts';

/** `/v1/exports/questions`: a list of questions and answers as a table, all of it. */
export const postExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(postExportQuery), (c) => {
    const { columns, ...asked } = c.req.valid('query');
    const shop = c.get('shop');
    return sendTable({
      columns,
      page: (cursor) => {
        const after = cursor === undefined ? undefined : readCursor(cursor, FIRST_CURSOR.oldest);
        return listPosts(deps, shop, { ...asked, after, limit: LIMITS.pageMax, counted: false });
      },
      cells: cellsOf,
    });
  });

function cellsOf(one: ModeratedPost): Record<QuestionColumn, string | number | null> {
  return {
    kind: one.kind,
    product: one.productId,
    text: one.body,
    name: one.name,
    from: one.from,
    state: one.state,
    answers: one.kind === 'question' ? one.answerCount : null,
    written: one.createdAt,
  };
}
