import { BlockList } from 'node:net';
import { LRUCache } from 'lru-cache';
import { PROOF_LIFE_MS } from './access/proof-of-work-rules.ts';
import { CACHE_LIMITS, type Caches, type Deps } from './deps.ts';
import { createRateLimits } from './platform/http/rate-limits.ts';
import { createBackground } from './platform/lib/background.ts';
import { createCallOutside } from './platform/lib/call-outside.ts';
import { createMetrics } from './platform/lib/metrics.ts';
import { createPhotoCleaner } from './platform/media/clean-photo.ts';
import { createUnderWay } from './platform/lib/under-way.ts';
import { storeWithEvents } from './platform/store/store-with-events.ts';
import { refuseUnholdable } from './connect/integrations/check-rewards.ts';
import { CARRIED, LANES_BY_KIND, personalDataOf } from './compose-areas.ts';
import { orderFollowers } from './order-followers.ts';
import { enqueueWebhooks } from './connect/webhooks/enqueue-webhooks.ts';
import { SERVER_WORK_LIMITS } from './work-limits.ts';

/** What is made here where nobody brings another. */
type Optional =
  | 'allowedAddresses'
  | 'background'
  | 'callOutside'
  | 'cleanPhoto'
  | 'metrics'
  | 'rates'
  | 'trustedProxies'
  | 'underWay'
  | 'workLimits';

/** What is always made here. */
type Composed =
  | 'caches'
  | 'carried'
  | 'lanes'
  | 'orderFollowers'
  | 'personalData'
  | 'storeWithoutEvents'
  | 'refuseUnholdable';

/** Wires what was opened elsewhere. */
export const createDeps = (
  parts: Omit<Deps, Composed | Optional> & Partial<Pick<Deps, Optional>>,
): Deps => {
  const { trustedProxies = new BlockList(), allowedAddresses = [], logger } = parts;
  const { underWay = createUnderWay() } = parts;
  const deps: Deps = {
    trustedProxies,
    allowedAddresses,
    background: createBackground(logger, underWay),
    rates: createRateLimits({ trustedProxies, logger }),
    metrics: createMetrics(),
    callOutside: createCallOutside({ allow: allowedAddresses }),
    // Its process starts with the first photo.
    cleanPhoto: createPhotoCleaner(parts.logger),
    underWay,
    workLimits: SERVER_WORK_LIMITS,
    ...parts,
    store: storeWithEvents(parts.store, (tx, told) => enqueueWebhooks(deps, tx, told)),
    storeWithoutEvents: parts.store,
    caches: createCaches(),
    lanes: LANES_BY_KIND,
    personalData: personalDataOf(),
    carried: CARRIED,
    refuseUnholdable,
    orderFollowers: orderFollowers(() => deps),
  };
  return deps;
};

function createCaches(): Caches {
  return {
    programs: new LRUCache({ max: CACHE_LIMITS.programsMax }),
    shops: new LRUCache({ max: CACHE_LIMITS.shopsMax, ttl: CACHE_LIMITS.staleMs }),
    keys: new LRUCache({ max: CACHE_LIMITS.keysMax, ttl: CACHE_LIMITS.staleMs }),
    keyUses: new LRUCache({ max: CACHE_LIMITS.keysMax }),
    endpoints: new LRUCache({ max: CACHE_LIMITS.shopsMax, ttl: CACHE_LIMITS.staleMs }),
    sightings: new LRUCache({ max: CACHE_LIMITS.sightingsMax }),
    sightingQueues: new LRUCache({ max: CACHE_LIMITS.shopsMax }),
    proofs: new LRUCache({ max: CACHE_LIMITS.proofsMax, ttl: PROOF_LIFE_MS }),
    tokens: new LRUCache({ max: CACHE_LIMITS.tokensMax, ttl: CACHE_LIMITS.tokenStaleMs }),
  };
}
