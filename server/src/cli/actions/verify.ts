import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { verifyDays } from '../../loyalty/orders/days/verify-days.ts';
import { verifySurveyCounts } from '../../engagement/surveys/results-verify.ts';
import { requireShop, withDeps } from './with-deps.ts';

/** Recomputes everything and prints what differs; fails where something does. */
export const verify = (options: { shop?: string; json?: boolean }): Promise<void> =>
  withDeps(async (deps) => {
    const only = options.shop && (await requireShop(deps, options.shop)).id;
    const of = only ? { shopId: only } : {};
    const ledger = await verifyLedger(deps, of);
    // What is counted of surveys belongs to nobody.
    const counts = (await verifySurveyCounts(deps, of)).map(({ surveyId, what, ...one }) => ({
      ...one,
      shopperId: '',
      what: `survey ${surveyId} ${what}`,
    }));
    const days = await verifyDays(deps, of);
    const found = { ...ledger, differences: [...ledger.differences, ...counts, ...days] };
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
