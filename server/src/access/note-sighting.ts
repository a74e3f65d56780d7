import type { Sightings } from '@okaeri/shared/access';
import type { Deps } from '../deps.ts';
import { isoOf } from '../lib/clock.ts';
import type { ShopRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { countSightings, selectSightings, upsertSighting } from './queries.ts';

/** How old the time may be at which the widget was seen somewhere. */
const SEEN_MS = 3_600_000;
/** Origins kept of one shop: anybody can send another one. */
export const SIGHTINGS_MAX = 100;
const ORIGIN_LENGTH_MAX = 255;

/**
 * Notes that a browser ran the widget on an origin: what a look at the page cannot tell, where
 * a tag manager or a script puts the snippet. Once an hour at most; no request waits for it.
 */
export const noteSighting = (deps: Deps, shop: ShopRow, origin: string): void => {
  const now = deps.clock.now();
  const key = `${shop.id} ${origin}`;
  const last = deps.caches.sightings.get(key);
  if (last !== undefined && now - last < SEEN_MS) return;
  if (origin.length > ORIGIN_LENGTH_MAX) return;
  deps.caches.sightings.set(key, now);
  const write = deps.store.write(async (tx) => {
    const known = await first(tx, countSightings, { shopId: shop.id });
    // An origin of the shop's own always has its place.
    if ((known?.total ?? 0) >= SIGHTINGS_MAX && !shop.origins.includes(origin)) return;
    await tx.run(upsertSighting, { shopId: shop.id, origin, at: now });
  });
  write.catch((error: unknown) => deps.logger.warn({ error }, 'a sighting was not noted'));
};

/** Where browsers have run the widget, the latest first. */
export const listSightings = async (deps: Deps, shop: ShopRow): Promise<Sightings> => {
  const own = new URL(deps.publicUrl).origin;
  const found = await deps.store.read((tx) =>
    tx.run(selectSightings, { shopId: shop.id, limit: SIGHTINGS_MAX }),
  );
  return {
    items: found.map(({ origin, at }) => ({
      origin,
      at: isoOf(at),
      isAllowed: origin === own || shop.origins.includes(origin),
    })),
  };
};

/** Whether a browser has ever run the widget anywhere. */
export const wasSeen = async (tx: Tx, shopId: string): Promise<boolean> =>
  (await tx.run(selectSightings, { shopId, limit: 1 })).length > 0;
