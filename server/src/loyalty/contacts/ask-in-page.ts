import type { ContactInput } from '@okaeri/shared/contacts';
import { readShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { NEVER_AT } from '../../platform/lib/clock.ts';
import { first } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { lockShopper } from '../ledger/queries.ts';
import { askTouch } from './ask-touch.ts';
import { dismissTouches } from './touch-queries.ts';

/** Whether the shop's page may show something to this shopper now. */
export const askInPage = (
  deps: Deps,
  input: { shop: ShopRow; shopper: ShopperRow; asked: ContactInput },
): Promise<{ allowed: boolean }> =>
  deps.store.write(async (tx) => {
    const { asked } = input;
    const key = { shopId: input.shop.id, shopperId: input.shopper.id };
    const shopper = await first(tx, lockShopper, key);
    const shop = await readShop(tx, input.shop.id);
    if (shopper === undefined || shop === undefined) return { allowed: false };
    const now = nowOf(deps, shop);
    const wanted = {
      ...asked,
      // Asked without a plan: each showing that is charged is a touch of its own.
      key: `page:${asked.kind}:${shopper.id}:${asked.subject}:${now}`,
      channel: 'page',
      dueAt: now,
      validUntil: NEVER_AT,
    } as const;
    const { decision } = await askTouch(deps, tx, {
      shop,
      shopper,
      wanted,
      definition: 'running',
      now,
    });
    return { allowed: decision === 'shown' };
  });

/** The shopper does not want to see this again. */
export const dismissInPage = async (
  deps: Deps,
  input: { shop: ShopRow; shopper: ShopperRow; dismissed: ContactInput },
): Promise<{ allowed: false }> => {
  const { shop, shopper, dismissed } = input;
  const person = { shopId: shop.id, shopperId: shopper.id };
  const dismissedAt = nowOf(deps, shop);
  await deps.store.write((tx) => tx.run(dismissTouches, { ...person, ...dismissed, dismissedAt }));
  return { allowed: false };
};
