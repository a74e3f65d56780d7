import { Hono } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import {
  badCursor,
  pagingQuery,
  pathId,
  type readPaging,
} from '../../platform/http/read-request.ts';
import { answer, done, query } from '../../platform/http/typed.ts';
import { parseCursor } from '../../loyalty/ledger/list-transactions.ts';
import { eraseShopper } from './erase-shopper.ts';
import { exportShopper } from './export-shopper.ts';
import { readAffairs } from './read-affairs.ts';
import { readHistory, readLedger } from './read-history.ts';
import { readShopper, readSuggestions } from './read-shopper.ts';
import { findShopper, type ShopperRef } from '../../loyalty/shoppers/shopper-ref.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { PERSONAL } from '../../platform/http/reply.ts';

/** Where a page of a history begins. */
export const historyPlace = ({ cursor, limit }: ReturnType<typeof readPaging>) => {
  const from = cursor === undefined ? undefined : parseCursor(cursor);
  if (cursor !== undefined && from === undefined) throw badCursor();
  return { from, limit };
};

/** @returns what is answered where nobody is meant */
export const unknownShopper = (): ProblemError =>
  new ProblemError('unknownShopper', 'The shop has no shopper of this id.');

/**
 * What is known of one person: below `/v1/shoppers/{shopperId}` by the merchant's own id, and
 * below `/v1/guests/{shopperId}` by ours, of those who have none.
 */
export const recordRoutes = (deps: Deps, refOf: (id: string) => ShopperRef) => {
  const found = async (shop: ShopRow, id: string): Promise<ShopperRow> => {
    const row = await findShopper(deps, shop.id, refOf(id));
    if (row === undefined) throw unknownShopper();
    return row;
  };
  return new Hono<MerchantEnv>()
    .get('/:shopperId', async (c) => {
      const shopper = await readShopper(deps, c.get('shop'), refOf(pathId(c, 'shopperId')));
      if (shopper === undefined) throw unknownShopper();
      return answer(c, shopper);
    })
    .delete('/:shopperId', async (c) => {
      const of = { shop: c.get('shop'), ref: refOf(pathId(c, 'shopperId')) };
      if (!(await eraseShopper(deps, of))) throw unknownShopper();
      return done();
    })
    .get('/:shopperId/affairs', async (c) => {
      const row = await found(c.get('shop'), pathId(c, 'shopperId'));
      const asked = { row, limit: LIMITS.affairsMax, forAuthor: false };
      return answer(c, await readAffairs(deps, c.get('shop'), asked), { headers: PERSONAL });
    })
    .get('/:shopperId/suggestions', async (c) => {
      const audit = await readSuggestions(deps, c.get('shop'), refOf(pathId(c, 'shopperId')));
      if (audit === undefined) throw unknownShopper();
      return answer(c, audit);
    })
    .get('/:shopperId/export', async (c) => {
      const shop = c.get('shop');
      const row = await found(shop, pathId(c, 'shopperId'));
      return answer(c, await exportShopper(deps, { shop, row }), { headers: PERSONAL });
    })
    .get('/:shopperId/ledger', query(pagingQuery), async (c) => {
      const row = await found(c.get('shop'), pathId(c, 'shopperId'));
      const { cursor, limit } = c.req.valid('query');
      const of = { shop: c.get('shop'), shopper: row };
      return answer(c, await readLedger(deps, { ...of, ...historyPlace({ cursor, limit }) }));
    })
    .get('/:shopperId/transactions', query(pagingQuery), async (c) => {
      const row = await found(c.get('shop'), pathId(c, 'shopperId'));
      const { cursor, limit } = c.req.valid('query');
      const place = historyPlace({ cursor, limit });
      return answer(c, await readHistory(deps, { shop: c.get('shop'), shopper: row, ...place }));
    });
};
