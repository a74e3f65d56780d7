import { BlockList } from 'node:net';
import { LRUCache } from 'lru-cache';
import { PROOF_LIFE_MS } from './access/proof-rules.ts';
import { CACHE_LIMITS, type Caches, type Deps } from './deps.ts';
import { createCallOutside } from './lib/call-outside.ts';
import { createMetrics } from './lib/metrics.ts';
import { createUnderWay } from './lib/under-way.ts';
import { tellingStore } from './store/telling.ts';
import { announce } from './webhooks/announce.ts';
import { SERVER_WORK_LIMITS } from './work-limits.ts';

const createCaches = (): Caches => ({
  programs: new LRUCache({ max: CACHE_LIMITS.programsMax }),
  shops: new LRUCache({ max: CACHE_LIMITS.shopsMax, ttl: CACHE_LIMITS.staleMs }),
  keys: new LRUCache({ max: CACHE_LIMITS.keysMax, ttl: CACHE_LIMITS.staleMs }),
  keyUses: new LRUCache({ max: CACHE_LIMITS.keysMax }),
  endpoints: new LRUCache({ max: CACHE_LIMITS.shopsMax, ttl: CACHE_LIMITS.staleMs }),
  sightings: new LRUCache({ max: CACHE_LIMITS.sightingsMax }),
  proofs: new LRUCache({ max: CACHE_LIMITS.proofsMax, ttl: PROOF_LIFE_MS }),
  tokens: new LRUCache({ max: CACHE_LIMITS.tokensMax, ttl: CACHE_LIMITS.tokenStaleMs }),
});

/** Parts that are made here where nobody brings others. */
type Usual = 'callOutside' | 'metrics' | 'trustedProxies' | 'underWay' | 'workLimits';

/** Wires what was opened elsewhere. */
export const createDeps = (
  parts: Omit<Deps, 'caches' | 'quietStore' | Usual> & Partial<Pick<Deps, Usual>>,
): Deps => {
  const deps: Deps = {
    trustedProxies: new BlockList(),
    metrics: createMetrics(),
    callOutside: createCallOutside(),
    underWay: createUnderWay(),
    workLimits: SERVER_WORK_LIMITS,
    ...parts,
    store: tellingStore(parts.store, (tx, told) => announce(deps, tx, told)),
    quietStore: parts.store,
    caches: createCaches(),
  };
  return deps;
};
