import type { Command } from 'commander';
import { verifyLedger } from '../loyalty/ledger/verify-ledger.ts';
import { requireShop, withDeps } from './with-deps.ts';

/** `okaeri verify` */
export const addVerify = (program: Command): void => {
  program
    .command('verify')
    .description('recompute balances, lots and chains, and tell what differs')
    .option('--shop <shop>', 'only this shop, by id or public key')
    .option('--json', 'one line of JSON')
    .action((options: { shop?: string; json?: boolean }) =>
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
      }),
    );
};
