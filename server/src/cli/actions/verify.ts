import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { requireShop, withDeps } from './with-deps.ts';

/** Recomputes everything and prints what differs; fails where something does. */
export const verify = (options: { shop?: string; json?: boolean }): Promise<void> =>
  withDeps(async (deps) => {
    const only = options.shop && (await requireShop(deps, options.shop)).id;
    const found = await verifyLedger(deps, only ? { shopId: only } : {});
    if (options.json) console.log(JSON.stringify(found));
    else {
      for (const { shopId, shopperId, what, expected, found: actual } of found.differences)
        console.log(`${shopId} ${shopperId}: ${what} should be ${expected} and is ${actual}`);
      const many = found.differences.length;
      console.log(
        `${found.shoppers} shoppers, ${found.transactions} transactions: ${many === 0 ? 'everything adds up' : `${many} differences`}.`,
      );
    }
    if (found.differences.length > 0) process.exitCode = 1;
  });
