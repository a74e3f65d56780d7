import type { Deps } from '../deps.ts';
import { addToOutbox } from '../outbox/add-row.ts';
import type { ShopRow } from '../store/rows.ts';
import type { Tx } from '../store/store.ts';

/**
 * Has the shop's platform make a redemption's code, or delete it, once the write that wants it so is
 * committed. Where no platform is connected the shop's own backend sees to it
 * (`POST /v1/redemptions/{id}/fulfil`, `…/confirm-release`).
 */
export const orderVoucher = (
  deps: Deps,
  tx: Tx,
  order: { shop: ShopRow; redemptionId: string; act: 'make' | 'delete'; now: number },
): Promise<unknown> => {
  const { shop, redemptionId, act, now: dueAt } = order;
  const payload = { kind: 'platformVoucher', redemptionId, act } as const;
  return addToOutbox(deps, tx, { shop, id: `${act} ${redemptionId}`, payload, dueAt });
};
