import { listShops } from '../../../access/find-shop.ts';
import type { Deps } from '../../../deps.ts';
import { loadProgram } from '../../program/load-program.ts';
import type { Difference } from '../../ledger/verify-rules.ts';
import { areDaysCounted } from './day-terms.ts';
import { rebuildDays } from './settle-days.ts';

/**
 * Compares purchase days with the orders they come from, and reports what differs. A shop whose days are still to be
 * counted is passed by: after an upgrade, and after its programme got another zone.
 */
export const verifyDays = async (
  deps: Deps,
  options: { shopId?: string } = {},
): Promise<readonly Difference[]> => {
  const differences: Difference[] = [];
  for (const { id: shopId, programVersion: version } of await listShops(deps)) {
    if (options.shopId !== undefined && options.shopId !== shopId) continue;
    const { terms, isCounted } = await deps.store.read(async (tx) => {
      const terms = await loadProgram(deps, tx, { shopId, version });
      return { terms, isCounted: await areDaysCounted(tx, shopId, terms) };
    });
    if (!isCounted) continue;
    const { timeZone, currency } = terms;
    const by = { shopId, timeZone, currency };
    const found = await rebuildDays(deps.store, by, { repair: false });
    differences.push(...found.differences.map((difference) => ({ shopId, ...difference })));
  }
  return differences;
};
