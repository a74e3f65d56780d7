import { BlockList } from 'node:net';
import { LRUCache } from 'lru-cache';
import { SCRYPT_PASSWORDS } from './access/passwords.ts';
import { PROOF_LIFE_MS } from './access/proof-of-work-rules.ts';
import { CACHE_LIMITS, type CacheLimits, type Caches, type Deps } from './deps.ts';
import { createRateLimits } from './platform/http/rate-limits.ts';
import { createBackground } from './platform/lib/background.ts';
import { createTextLookup } from './platform/lib/look-up-texts.ts';
import { createCallOutside } from './platform/lib/call-outside.ts';
import { createMetrics } from './platform/lib/metrics.ts';
import { createPhotoCleaner } from './platform/media/clean-photo.ts';
import { createUnderWay } from './platform/lib/under-way.ts';
import { storeWithEvents } from './platform/store/store-with-events.ts';
import { refuseUnholdable } from './connect/integrations/check-rewards.ts';
import {
  CARRIED,
  CASE_SOURCES,
  LANES_BY_KIND,
  PAGE_TOUCHES,
  personalDataOf,
  TOUCHES,
} from './compose-areas.ts';
import { followStaff } from './engagement/cases/hand-over.ts';
import { signalCase } from './engagement/cases/signal-case.ts';
import { codesOfOrder } from './loyalty/rewards/codes-of-order.ts';
import { createMovedShoppers } from './loyalty/shoppers/moved-shoppers.ts';
import { orderFollowers } from './order-followers.ts';
import { enqueueWebhooks } from './connect/webhooks/enqueue-webhooks.ts';
import { SERVER_WORK_LIMITS } from './work-limits.ts';

/** What is made here where nobody brings another. */
type Optional =
  | 'allowedAddresses'
  | 'background'
  | 'callOutside'
  | 'cleanPhoto'
  | 'lookUpTexts'
  | 'metrics'
  | 'passwords'
  | 'rates'
  | 'trustedProxies'
  | 'underWay'
  | 'workLimits';

/** What is always made here. */
type Composed =
  | 'caches'
  | 'carried'
  | 'caseSources'
  | 'codesOfOrder'
  | 'followStaff'
  | 'lanes'
  | 'movedShoppers'
  | 'orderFollowers'
  | 'personalData'
  | 'storeWithoutEvents'
  | 'refuseUnholdable'
  | 'pageTouches'
  | 'signalCase'
  | 'touches';

/**
 * Wires what was opened elsewhere.
 *
 * @param cacheLimits how much is kept in memory: a cache takes its place when it is made
 */
export const createDeps = (
  parts: Omit<Deps, Composed | Optional> & Partial<Pick<Deps, Optional>>,
  cacheLimits: CacheLimits = CACHE_LIMITS,
): Deps => {
  const { trustedProxies = new BlockList(), allowedAddresses = [], logger } = parts;
  const { underWay = createUnderWay() } = parts;
  const movedShoppers = createMovedShoppers();
  const deps: Deps = {
    trustedProxies,
    allowedAddresses,
    background: createBackground(logger, underWay),
    rates: createRateLimits({ trustedProxies, logger }),
    metrics: createMetrics(),
    passwords: SCRYPT_PASSWORDS,
    callOutside: createCallOutside({ allow: allowedAddresses }),
    lookUpTexts: createTextLookup([]),
    // Its process starts with the first photo.
    cleanPhoto: createPhotoCleaner(parts.logger),
    underWay,
    workLimits: SERVER_WORK_LIMITS,
    ...parts,
    store: storeWithEvents(parts.store, (tx, events) => {
      for (const event of events) movedShoppers.note(event);
      return enqueueWebhooks(deps, tx, events);
    }),
    movedShoppers,
    storeWithoutEvents: parts.store,
    caches: createCaches(cacheLimits),
    lanes: LANES_BY_KIND,
    touches: TOUCHES,
    pageTouches: PAGE_TOUCHES,
    personalData: personalDataOf(),
    carried: CARRIED,
    refuseUnholdable,
    codesOfOrder,
    caseSources: CASE_SOURCES,
    signalCase: (tx, signal) => signalCase(deps, tx, signal),
    followStaff: (tx, shopId) => followStaff(deps, tx, shopId),
    orderFollowers: orderFollowers(() => deps),
  };
  return deps;
};

function createCaches(limits: CacheLimits): Caches {
  return {
    programs: new LRUCache({ max: limits.programsMax }),
    shops: new LRUCache({ max: limits.shopsMax, ttl: limits.staleMs }),
    keys: new LRUCache({ max: limits.keysMax, ttl: limits.staleMs }),
    keyUses: new LRUCache({ max: limits.keysMax }),
    endpoints: new LRUCache({ max: limits.shopsMax, ttl: limits.staleMs }),
    sightings: new LRUCache({ max: limits.sightingsMax }),
    sightingQueues: new LRUCache({ max: limits.shopsMax }),
    proofs: new LRUCache({ max: limits.proofsMax, ttl: PROOF_LIFE_MS }),
    tokens: new LRUCache({ max: limits.tokensMax, ttl: limits.tokenStaleMs }),
  };
}
