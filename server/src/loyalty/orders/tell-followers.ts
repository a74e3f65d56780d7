import type { OrderWarning } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { arrivalOf } from './rules/maturity-rules.ts';
import type { FollowedOrder } from './rules/order-follower.ts';
import { readState } from './rules/state-rules.ts';
import type { OrderWork } from './save-order.ts';
import type { OrderRow } from './tables.ts';

/** Lets everything follow that follows an order whose points have moved; gives what is to be said of it. */
export const tellFollowers = async (
  { deps, tx, input, now }: OrderWork,
  known: OrderRow | undefined,
  { owner, document }: { owner: ShopperRow | undefined; document: ProgramDocument },
): Promise<OrderWarning[]> => {
  const { shop, orderId, state } = input;
  const arrivedAt = arrivalOf(state);
  const followed: FollowedOrder = {
    shop,
    orderId,
    shopperId: owner?.id ?? null,
    state,
    former: known && readState(known.state),
    arrivedAt: known?.arrivedAt === arrivedAt ? null : arrivedAt,
    isImported: input.imported === true,
    document,
    now,
  };
  const warnings: OrderWarning[] = [];
  for (const follower of deps.orderFollowers)
    warnings.push(...((await follower.follow?.(tx, followed)) ?? []));
  return warnings;
};
