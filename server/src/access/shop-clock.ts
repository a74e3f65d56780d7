import type { Outcome } from '../platform/lib/outcome.ts';
import type { Deps } from '../deps.ts';
import { isoOf } from '../platform/lib/clock.ts';
import { advanceDueTimes } from '../platform/outbox/advance-due-times.ts';
import { first } from '../platform/store/store.ts';
import { advanceShopClock } from './queries.ts';
import type { ShopRow } from './tables.ts';

/** The shop's present: real time, or a sandbox shop's own clock. */
export const nowOf = (deps: Deps, shop: Pick<ShopRow, 'clockOffsetMs'>): number =>
  deps.clock.now() + shop.clockOffsetMs;

/** What time it is in a shop, as the API says it. */
export const readClock = (deps: Deps, shop: ShopRow): { now: string } => ({
  now: isoOf(nowOf(deps, shop)),
});

/** Moves a sandbox shop's clock forward, so that holds and expiries can be seen without waiting. */
export const advanceClock = async (
  deps: Deps,
  input: { shopId: string; byMs: number },
): Promise<Outcome<{ now: string }>> => {
  const row = await deps.store.write(async (tx) => {
    await advanceDueTimes(tx, input);
    return first(tx, advanceShopClock, input);
  });
  deps.caches.shops.clear();
  if (row === undefined)
    return { refused: { code: 'notFound', detail: 'Only a sandbox shop has a clock of its own.' } };
  return { ok: { now: isoOf(nowOf(deps, row)) } };
};
