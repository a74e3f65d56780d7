import { LIMITS } from '@okaeri/shared/limits';
import type { RedemptionState } from '@okaeri/shared/redemptions';
import type { Reward } from '@okaeri/shared/rewards';
import { cutWords } from '@okaeri/shared/words';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../ledger/queries.ts';
import { first } from '../../platform/store/store.ts';
import { selectRedemption } from './queries.ts';
import { rewardOf } from './settle-vouchers.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A redemption whose code the shop's platform is to make, or to delete. */
export interface WaitingRedemption {
  readonly id: string;
  readonly state: RedemptionState;
  readonly code: string;
  /** What the merchant sees it called at the platform. */
  readonly title: string;
  readonly reward: Reward;
  readonly valueMinor: number;
  readonly currency: string;
  /** In the shop's own time. */
  readonly createdAt: number;
  readonly shopperExternalId: string | null;
  readonly shopperEmail: string | null;
}

/** A redemption as the maker of its code needs it; undefined where there is none, or no such reward. */
export const readWaiting = (
  deps: Deps,
  asked: { shop: ShopRow; id: string },
): Promise<WaitingRedemption | undefined> =>
  deps.store.write(async (tx): Promise<WaitingRedemption | undefined> => {
    const { shop, id } = asked;
    const row = await first(tx, selectRedemption, { shopId: shop.id, id });
    if (row === undefined) return undefined;
    const { shopId, shopperId } = row;
    const shopper = await first(tx, lockShopper, { shopId, shopperId });
    const reward = await rewardOf(deps, tx, row);
    if (shopper === undefined || reward === undefined) return undefined;
    const name = reward.name['en'] ?? Object.values(reward.name)[0] ?? reward.id;
    return {
      id,
      state: row.state,
      code: row.code,
      title: cutWords(`${name} (${shop.name})`, LIMITS.idLengthMax),
      reward,
      valueMinor: row.valueMinor,
      currency: row.currency,
      createdAt: row.createdAt,
      shopperExternalId: shopper.externalId,
      shopperEmail: shopper.email,
    };
  });
