import { findShop } from '../../access/find-shop.ts';
import { advanceClock } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { settleDueOf } from './settle-due.ts';

/**
 * Moves a sandbox shop's clock forward and posts what fell due by it, so that lists say at once what each
 * shopper's page says. Where it is due for very many, the job posts the rest.
 */
export const moveClock = async (
  deps: Deps,
  input: { shopId: string; byMs: number },
): Promise<Outcome<{ now: string }>> => {
  const moved = await advanceClock(deps, input);
  const shop = 'ok' in moved ? await findShop(deps, input.shopId) : undefined;
  if (shop !== undefined) await settleDueOf(deps, shop);
  return moved;
};
