import type { ShopperIdentity } from '../shoppers/resolve-shopper.ts';
import type { OrderInput } from './save-order.ts';

/** Who bought, as far as the order says who that is now. */
export const identityOf = ({
  state,
  isOldName = false,
}: Pick<OrderInput, 'state' | 'isOldName'>): ShopperIdentity => {
  const { id, email, name } = state.shopper ?? {};
  // Of somebody with no id the address is who they are.
  const isOld = isOldName && id != null;
  return {
    externalId: id ?? null,
    email: isOld ? null : (email ?? null),
    name: isOld ? null : (name ?? null),
    locale: null,
  };
};
