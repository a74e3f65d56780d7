import type { CodeColumn } from '@okaeri/shared/list-words';
import { Hono } from 'hono';
import { codeExportQuery, type ListedCode } from '@okaeri/shared/code-lists';
import { LIMITS } from '@okaeri/shared/limits';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { sendTable } from '../../platform/http/send-table.ts';
import { query } from '../../platform/http/typed.ts';
import { minorToDecimal } from '../../platform/lib/currency.ts';
import { listCodes } from './list-codes.ts';

/** `/v1/exports/codes`: a list of codes as a table, all of it. */
export const codeExportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(codeExportQuery), (c) => {
    const { columns, ...asked } = c.req.valid('query');
    const shop = c.get('shop');
    return sendTable({
      columns,
      page: (cursor) =>
        listCodes(deps, shop, { ...asked, cursor, limit: LIMITS.pageMax, counted: false }),
      cells: cellsOf,
    });
  });

function cellsOf(one: ListedCode): Record<CodeColumn, string | number | null> {
  const { voucher, shopper } = one;
  return {
    code: voucher?.code ?? null,
    reward: one.rewardName?.['en'] ?? one.rewardId,
    state: one.state,
    shopper: shopper?.name ?? null,
    email: shopper?.email ?? null,
    points: one.points,
    value: voucher && minorToDecimal(voucher.valueMinor, voucher.currency),
    currency: voucher?.currency ?? null,
    taken: one.takenAt,
    expires: voucher?.expiresAt ?? null,
  };
}
