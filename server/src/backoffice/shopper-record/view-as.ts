import { signShopperToken } from '../../access/sign-token.ts';
import type { Deps } from '../../deps.ts';
import { findShopper } from '../../loyalty/shoppers/shopper-ref.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A token to look at the widget as a shopper sees it; undefined where nobody has this id. */
export const viewAs = async (
  deps: Deps,
  shop: ShopRow,
  externalId: string,
): Promise<string | undefined> => {
  const row = await findShopper(deps, shop.id, { externalId });
  return row === undefined
    ? undefined
    : signShopperToken(deps, shop, { externalId, viewOnly: true });
};
