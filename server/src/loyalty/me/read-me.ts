import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Me } from '@okaeri/shared/storefront';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps, ShopperClaims } from '../../deps.ts';
import { readForShopper } from '../entry/authenticate-shopper.ts';
import { viewMe } from './view-me.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Everything the widget needs about the shopper. What has fallen due is counted, posted or not. */
export const readMe = (deps: Deps, shop: ShopRow, claims: ShopperClaims): Promise<Outcome<Me>> =>
  readForShopper(deps, { shop, claims, enrol: false }, (tx, seen) =>
    viewMe(tx, {
      ...seen,
      row: { ...seen.row, personalised: seen.row.personalised && mayProfile(seen.shop) },
      claims,
      now: nowOf(deps, seen.shop),
    }),
  );

/** In a shop for children nothing is concluded from what anybody bought (L4). */
function mayProfile({ contactSettings }: ShopRow): boolean {
  return contactSettings?.addressesChildren !== true;
}
