import { changeUsage, usedIn } from '../../loyalty/ledger/usages.ts';
import { LIMITS } from '@okaeri/shared/limits';
import type { EventsInput } from '@okaeri/shared/suggestions';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { periodStart } from '../../platform/lib/calendar.ts';
import { withTags } from '../../loyalty/orders/rules/interest-rules.ts';
import { lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import { setInterests } from '../../loyalty/shoppers/queries.ts';
import type { ShopRow } from '../../access/tables.ts';
import { contactSettingsOf } from '../../loyalty/consents/contact-settings.ts';

/**
 * Keeps the tags of what a shopper looked at, a day's worth at most. Anyone who has
 * turned suggestions off is not listened to.
 */
export const recordProductViews = (
  deps: Deps,
  input: { shop: ShopRow; externalId: string; seen: EventsInput['seen'] },
): Promise<void> =>
  deps.store.write(async (tx) => {
    const { shop, externalId, seen } = input;
    const shopper = await lockNamed(tx, { shopId: shop.id, externalId });
    if (shopper === undefined || !shopper.personalised) return;
    // Nobody looks over the shoulder of children.
    if (contactSettingsOf(shop).addressesChildren) return;
    const { shopId, id: shopperId, tastes } = shopper;
    const periodAt = periodStart(nowOf(deps, shop), 'day', 'UTC');
    const key = { shopId, shopperId, subject: 'seen', periodAt };
    const room = LIMITS.eventsPerDayMax - (await usedIn(tx, key)).times;
    const counted = seen.slice(0, Math.max(0, room));
    if (counted.length === 0) return;
    await changeUsage(tx, { ...key, times: counted.length, points: 0 });
    const tags = counted.flatMap((product) => product.tags);
    const next = { ...tastes, seen: withTags(tastes.seen, tags) };
    await tx.run(setInterests, { shopId, shopperId, tastes: next });
  });
