import { Hono, type Context } from 'hono';
import { balanceOptions, type BalanceOptions } from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { readForm } from '../http/read-form.ts';
import { pathId } from '../http/read-request.ts';
import { answer, reply } from '../http/typed.ts';
import type { ShopRow } from '../store/rows.ts';
import { importBalances, listBalanceImports, undoBalanceImport } from './import-balances.ts';
import { previewBalances } from './preview-balances.ts';

/**
 * `/v1/balances/imports`: members of other tools with their points. A form with the `file`, and the
 * `options` as JSON.
 */
export const balanceRoutes = (deps: Deps) => {
  const read = async (
    c: Context<MerchantEnv>,
  ): Promise<{ shop: ShopRow; bytes: Uint8Array; options: BalanceOptions }> => {
    const { file: bytes, options } = await readForm(c, balanceOptions, LIMITS.importBytesMax);
    return { shop: c.get('shop'), bytes, options };
  };
  return new Hono<MerchantEnv>()
    .post('/preview', async (c) => reply(c, await previewBalances(deps, await read(c))))
    .post('/', async (c) => reply(c, await importBalances(deps, await read(c)), 201))
    .get('/', async (c) => answer(c, await listBalanceImports(deps, c.get('shop'))))
    .delete('/:importId', async (c) => {
      const importId = pathId(c, 'importId');
      return reply(c, await undoBalanceImport(deps, { shop: c.get('shop'), importId }));
    });
};
