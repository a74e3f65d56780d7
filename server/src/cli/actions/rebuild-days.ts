import { rebuildDays } from '../../loyalty/orders/days/settle-days.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { requireShop, withDeps } from './with-deps.ts';

/** Goes through all orders of a shop and says whose purchase days were not what they come to. */
export const rebuild = (options: {
  shop: string;
  check?: boolean;
  json?: boolean;
}): Promise<void> =>
  withDeps(async (deps) => {
    const shop = await requireShop(deps, options.shop);
    const { document } = await deps.store.read((tx) => currentProgram(deps, tx, shop));
    const { timeZone, currency } = document;
    const by = { shopId: shop.id, timeZone, currency };
    const repair = options.check !== true;
    const count = await rebuildDays(deps.store, by, { repair });
    const { shoppers, orders, different, differences } = count;
    if (options.json)
      console.log(JSON.stringify({ shoppers, orders, different, repaired: repair, differences }));
    else {
      for (const { shopperId, what, expected, found } of differences)
        console.log(
          `${shopperId}: ${what} ${repair ? 'was' : 'is'} ${found} and should be ${expected}`,
        );
      const many = `${different} shoppers ${repair ? 'were put right' : 'differ'}`;
      const summary = different === 0 ? 'everything adds up' : many;
      console.log(`${shoppers} shoppers, ${orders} orders: ${summary}.`);
    }
    if (!repair && different > 0) process.exitCode = 1;
  });
