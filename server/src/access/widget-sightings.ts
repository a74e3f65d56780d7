import type { Sightings } from '@okaeri/shared/access';
import type { Deps, SightingQueue } from '../deps.ts';
import { isoOf } from '../platform/lib/clock.ts';
import { first, type Tx } from '../platform/store/store.ts';
import { countSightings, selectSightings, upsertSighting } from './queries.ts';
import type { ShopRow } from './tables.ts';

/** How old the time may be at which the widget was seen somewhere. */
const SEEN_MS = 3_600_000;
/** Origins kept of one shop: anybody can send another one. */
export const SIGHTINGS_MAX = 100;
const ORIGIN_LENGTH_MAX = 255;
/** Sightings of one shop that wait to be written. */
export const SIGHTINGS_WAITING_MAX = 4;

/** How long it is remembered that a shop has no place left for origins that are not its own. */
const FULL_MS = 3_600_000;

/**
 * Notes that a browser ran the widget on an origin: what a look at the page cannot show, where
 * a tag manager or a script puts the snippet. Once an hour at most; no request waits for it. Anybody can
 * send any origin, as fast as they like: of one shop no more than a few
 * sightings wait to be written. Pages of this server are none: the console shows the widget, too.
 */
export const recordSighting = (deps: Deps, shop: ShopRow, origin: string): void => {
  const now = deps.clock.now();
  const key = `${shop.id} ${origin}`;
  const last = deps.caches.sightings.get(key);
  if (last !== undefined && now - last < SEEN_MS) return;
  if (origin === ownOrigin(deps) || origin.length > ORIGIN_LENGTH_MAX) return;
  const isOwn = shop.origins.includes(origin);
  const queue = deps.caches.sightingQueues.get(shop.id) ?? { waiting: 0, fullAt: null };
  const { waiting, fullAt } = queue;
  if (waiting >= SIGHTINGS_WAITING_MAX || (!isOwn && fullAt !== null && now - fullAt < FULL_MS))
    return;
  deps.caches.sightings.set(key, now);
  queue.waiting += 1;
  deps.caches.sightingQueues.set(shop.id, queue);
  void keepSighting(deps, shop, { origin, queue });
};

/** Where browsers have run the widget on the shop's pages, or tried to, the latest first. */
export const listSightings = async (deps: Deps, shop: ShopRow): Promise<Sightings> => {
  const found = await deps.store.read((tx) => sightingsOf(deps, tx, shop));
  return {
    items: found.map(({ origin, at, isAllowed }) => ({ origin, at: isoOf(at), isAllowed })),
  };
};

/** Whether a browser has ever run the widget on an origin that is the shop's. */
export const wasSeen = async (deps: Deps, tx: Tx, shop: ShopRow): Promise<boolean> =>
  (await sightingsOf(deps, tx, shop)).some(({ isAllowed }) => isAllowed);

/** The origin of this server's own pages. */
function ownOrigin({ publicUrl }: Deps): string {
  return new URL(publicUrl).origin;
}

/** Writes one sighting, after which another of the shop may wait. */
async function keepSighting(
  deps: Deps,
  shop: ShopRow,
  { origin, queue }: { origin: string; queue: SightingQueue },
): Promise<void> {
  try {
    if (!(await writeSighting(deps, shop, origin))) queue.fullAt = deps.clock.now();
  } catch (error) {
    deps.logger.warn({ error }, 'a sighting was not noted');
    deps.caches.sightings.delete(`${shop.id} ${origin}`);
  }
  queue.waiting -= 1;
}

/** Sightings that are shown or counted: `SIGHTINGS_MAX`, those that took the last place at once, and the shop's own. */
async function sightingsOf(deps: Deps, tx: Tx, shop: ShopRow) {
  const limit = SIGHTINGS_MAX + SIGHTINGS_WAITING_MAX + shop.origins.length;
  const own = ownOrigin(deps);
  const found = await tx.run(selectSightings, { shopId: shop.id, limit });
  return found
    .filter(({ origin }) => origin !== own)
    .map((one) => ({ ...one, isAllowed: shop.origins.includes(one.origin) }));
}

/** Keeps a sighting where there is room for it, and says whether there was. */
function writeSighting(deps: Deps, shop: ShopRow, origin: string): Promise<boolean> {
  return deps.store.write(async (tx) => {
    const known = await first(tx, countSightings, { shopId: shop.id });
    // An origin of the shop's own always has its place.
    const isFull = (known?.total ?? 0) >= SIGHTINGS_MAX;
    if (isFull && !shop.origins.includes(origin)) return false;
    await tx.run(upsertSighting, { shopId: shop.id, origin, at: deps.clock.now() });
    return true;
  });
}
