import { Hono } from 'hono';
import { searchQuery } from '@okaeri/shared/search';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { answer, query } from '../../platform/http/typed.ts';
import { createWindowCounter } from '../../platform/lib/window-counter.ts';
import { searchShop } from './search-shop.ts';

/** Searches of one person or key, and in how many seconds: one for each letter of somebody who types all the time. */
export const SEARCH_LIMIT = { points: 600, duration: 60 } as const;

/** `/v1/search`: what the console finds from every page. */
export const searchRoutes = (deps: Deps) => {
  const count = createWindowCounter(SEARCH_LIMIT.duration * 1000);
  return new Hono<MerchantEnv>().get('/', query(searchQuery), async (c) => {
    const actor = c.get('actor');
    const who = actor.kind === 'person' ? actor.userId : actor.label;
    const shop = c.get('shop');
    const used = count(`${shop.id} ${who}`);
    if (used.count > SEARCH_LIMIT.points) {
      const seconds = String(Math.max(1, Math.ceil(used.msLeft / 1000)));
      throw new ProblemError('tooManyRequests', `Go on in ${seconds} seconds.`, {
        headers: { 'Retry-After': seconds },
      });
    }
    return answer(c, await searchShop(deps, shop, c.req.valid('query')));
  });
};
