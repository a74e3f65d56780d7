import { signal } from '@preact/signals';
import { isTimeZone } from '@okaeri/shared/days';
import { request, ApiError } from '../lib/request.ts';
import type { ShopClock } from '../lib/shop-clock.ts';
import { clockAhead } from './overview.ts';
import { api, shopId } from './session.ts';

/** By the shop's id. */
const zones = signal<Readonly<Record<string, string>>>({});
const asked = new Set<string>();

/** Keeps what was just published. */
export const setShopZone = (timeZone: string): void => {
  if (shopId.value !== null) keep(shopId.value, timeZone);
};

/** The time zone of the shop's programme, asked for when a day is first shown; undefined until it has come. */
export const shopZone = (): string | undefined => {
  const shop = shopId.value;
  if (shop === null) return undefined;
  if (!asked.has(shop)) {
    asked.add(shop);
    void load(shop);
  }
  return zones.value[shop];
};

/** What the console tells times by. */
export const clockOfShop: ShopClock = {
  timeZone: shopZone,
  now: () => Date.now() + clockAhead.value,
};

/** Keeps what the published programme of a shop says, unless the browser is older than the zone's name. */
function keep(shop: string, timeZone: string): void {
  if (!isTimeZone(timeZone)) return;
  zones.value = { ...zones.value, [shop]: timeZone };
}

async function load(shop: string): Promise<void> {
  try {
    keep(shop, (await request(api().program.$get())).timeZone);
  } catch (error) {
    // Without it days are those of the person who looks.
    if (!(error instanceof ApiError)) throw error;
  }
}
