import { Hono, type Context } from 'hono';
import { balanceImportsQuery, balanceOptions } from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { answer, query, reply } from '../../platform/http/typed.ts';
import { importBalances } from './import-balances.ts';
import type { MembersInput } from './members-input.ts';
import { previewBalances } from './preview-balances.ts';
import { oneFileOfShop } from './take-turns.ts';
import { listBalanceImports } from './list-balances.ts';
import { undoBalanceImport } from './undo-balances.ts';

/**
 * `/v1/balances/imports`: members of other tools with their points. A form with the `file`, and the
 * `options` as JSON.
 */
export const balanceRoutes = (deps: Deps) => {
  /** One file of a shop at a time, from its first byte on: it is held in memory. */
  const alone = <T>(c: Context<MerchantEnv>, work: () => Promise<T>): Promise<T> =>
    oneFileOfShop.run(c.get('shop').id, work);
  const read = async (c: Context<MerchantEnv>): Promise<MembersInput> => {
    const { file: bytes, options } = await readForm(c, balanceOptions, LIMITS.importBytesMax);
    return { shop: c.get('shop'), bytes, options, signal: c.req.raw.signal };
  };
  return new Hono<MerchantEnv>()
    .post('/preview', (c) =>
      alone(c, async () => reply(c, await previewBalances(deps, await read(c)))),
    )
    .post('/', (c) =>
      alone(c, async () => reply(c, await importBalances(deps, await read(c)), 201)),
    )
    .get('/', query(balanceImportsQuery), async (c) => {
      const { counted, ...asked } = c.req.valid('query');
      const of = { ...asked, counted: counted === 'true' };
      return answer(c, await listBalanceImports(deps, c.get('shop'), of));
    })
    .delete('/:importId', (c) =>
      alone(c, async () => {
        const importId = pathId(c, 'importId');
        return reply(c, await undoBalanceImport(deps, { shop: c.get('shop'), importId }));
      }),
    );
};
