import type { CodePage } from '@okaeri/shared/code-lists';
import type { Reward } from '@okaeri/shared/rewards';
import { listActsOn } from '../../access/audit-log.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { NEVER_AT, isoOf, toIso } from '../../platform/lib/clock.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { expiresAt } from '../ledger/book-rules.ts';
import { loadAwards, openBook } from '../ledger/open-book.ts';
import { shopperById } from '../shoppers/shopper-ref.ts';
import type { RedemptionRow } from '../ledger/account-tables.ts';
import { canBeExtended, canBeVoided } from './end-rules.ts';
import { listedCode } from './list-codes.ts';
import { selectRedemption } from './queries.ts';
import { rewardOf } from './settle-vouchers.ts';

/** All there is to say of a code; undefined where there is none. */
export const readCode = (
  deps: Deps,
  shop: ShopRow,
  redemptionId: string,
): Promise<CodePage | undefined> =>
  deps.store.read(async (tx): Promise<CodePage | undefined> => {
    const row = await first(tx, selectRedemption, { shopId: shop.id, id: redemptionId });
    if (row === undefined) return undefined;
    const reward = await rewardOf(deps, tx, row);
    return {
      ...(await listedCode(deps, tx, row)),
      kind: reward?.kind ?? null,
      minimumBasketMinor: minimumOf(reward, row.currency),
      madeBy: madeBy(reward),
      endedAt: row.endedAt === null ? null : isoOf(row.endedAt),
      uses: row.uses,
      canExtend: canBeExtended(row, reward),
      canVoid: canBeVoided(row, reward),
      returns: await returnsOf(tx, row, nowOf(deps, shop)),
      acts: await listActsOn(tx, { shopId: shop.id, subject: row.id }),
    };
  });

function madeBy(reward: Reward | undefined): CodePage['madeBy'] {
  if (reward?.codes === 'pool') return 'pool';
  return reward?.codes === 'platform' ? 'platform' : 'here';
}

function minimumOf(reward: Reward | undefined, currency: string): number | null {
  return (reward?.minimumBasket?.[currency] ?? 0) || null;
}

/** Where the points would go back to: the lots they came from, each with its own end. */
async function returnsOf(tx: Tx, row: RedemptionRow, now: number): Promise<CodePage['returns']> {
  const { shopId, shopperId } = row;
  if (row.state !== 'issued' && row.state !== 'held') return [];
  const shopper = await shopperById(tx, { shopId, shopperId });
  if (shopper === undefined) return [];
  const open = await openBook(tx, shopper, now);
  await loadAwards(
    tx,
    open,
    row.allocations.map(([awardId]) => awardId),
  );
  return row.allocations.map(([awardId, points]) => {
    const award = open.book.awards.get(awardId);
    const at = award === undefined ? NEVER_AT : expiresAt(award, open.book.activeAt);
    return { points, expireAt: toIso(at), isLate: at <= now };
  });
}
