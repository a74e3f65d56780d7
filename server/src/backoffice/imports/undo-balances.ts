import type { Outcome } from '../../platform/lib/outcome.ts';
import type { BalanceImport } from '@okaeri/shared/balance-imports';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { dropReferrals } from '../../loyalty/referrals/import-referral.ts';
import { undoBatch } from '../shopper-record/undo-batch.ts';
import { first } from '../../platform/store/store.ts';
import { toBalanceAnswer } from './balance-import-rules.ts';
import { selectBalanceImport, updateBalanceImport } from './balance-queries.ts';
import { importTurns } from './take-turns.ts';
import type { ShopRow } from '../../access/tables.ts';

/**
 * Takes back what a file of members gave, as far as it was not spent. Repeating it changes nothing,
 * and finishes what was cut off.
 */
export const undoBalanceImport = (
  deps: Deps,
  input: { shop: ShopRow; importId: string },
): Promise<Outcome<BalanceImport>> =>
  importTurns.run(() => deps.underWay.hold(takeBack(deps, input)));

async function takeBack(
  deps: Deps,
  input: { shop: ShopRow; importId: string },
): Promise<Outcome<BalanceImport>> {
  const { shop, importId } = input;
  const key = { shopId: shop.id, id: importId };
  const row = await deps.store.read((tx) => first(tx, selectBalanceImport, key));
  if (row === undefined)
    return { refused: { code: 'unknownImport', detail: `There is no import "${importId}".` } };
  // No webhook is sent, as none was for what came.
  const quiet = { ...deps, store: deps.storeWithoutEvents };
  const undone = await undoBatch(quiet, { shop, batchId: importId, isImport: true });
  if ('refused' in undone && undone.refused.code === 'busy') return undone;
  const faults =
    'refused' in undone
      ? []
      : undone.ok.faults.map(({ row: line, detail }) => ({
          line,
          code: 'pointsInvalid' as const,
          detail,
        }));
  await deps.store.writeAlone((tx) => dropReferrals(tx, { shopId: shop.id, importId }));
  const after = { ...row, undoneAt: row.undoneAt ?? nowOf(deps, shop) };
  await deps.store.write((tx) => tx.run(updateBalanceImport, after));
  return { ok: toBalanceAnswer(after, faults) };
}
