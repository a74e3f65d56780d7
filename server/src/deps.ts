import { BlockList } from 'node:net';
import { LRUCache } from 'lru-cache';
import type { ProgramDocument } from '@okaeri/shared/program';
import { createCallOutside, type CallOutside } from './lib/call-outside.ts';
import type { FetchOutside } from './lib/fetch-outside.ts';
import { PROOF_LIFE_MS } from './access/proof-rules.ts';
import type { Clock } from './lib/clock.ts';
import { createMetrics, type Metrics } from './lib/metrics.ts';
import type { MailSender } from './mail/mail-sender.ts';
import type { MediaStore } from './media/media-store.ts';
import type { Logger } from './lib/logger.ts';
import type { KeyRow, ShopRow } from './store/rows.ts';
import type { Store } from './store/store.ts';

/** A verified shopper token. */
export interface ShopperClaims {
  readonly shopId: string;
  readonly externalId: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string | null;
  readonly locale: string | null;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Somebody of the shop looks at the widget as this shopper sees it; nothing may come of it. */
  readonly viewOnly: boolean;
}

/** Entries kept in memory, and how long an entry that can change may be old on another server process. */
export const CACHE_LIMITS = {
  programsMax: 1000,
  shopsMax: 1000,
  keysMax: 1000,
  tokensMax: 50_000,
  proofsMax: 50_000,
  sightingsMax: 10_000,
  staleMs: 1000,
  /** A revoked identity secret is forgotten everywhere after this time. */
  tokenStaleMs: 60_000,
} as const;

/** What rarely changes and is asked for on every request. */
export interface Caches {
  /** Published versions, which never change. */
  readonly programs: LRUCache<string, ProgramDocument>;
  /** Shops by public key and by id. */
  readonly shops: LRUCache<string, ShopRow>;
  /** API keys by digest. */
  readonly keys: LRUCache<string, KeyRow>;
  /** When API keys were last noted as used, by id. */
  readonly keyUses: LRUCache<string, number>;
  /** When the widget was last noted on an origin, by shop and origin. */
  readonly sightings: LRUCache<string, number>;
  /** Challenges that were solved, until they are over. */
  readonly proofs: LRUCache<string, true>;
  /** Shopper tokens by their text, until they end. */
  readonly tokens: LRUCache<string, ShopperClaims>;
}

/** What every verb is given. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Encrypts secrets that must be recoverable and signs quotes; 32 bytes. */
  readonly secretKey: Buffer;
  readonly caches: Caches;
  /** How the outside reaches this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Sends e-mail; null where no mail server is set up. */
  readonly mail: MailSender | null;
  /** Fetches what others name, and nothing that is inside. */
  readonly fetchOutside: FetchOutside;
  /** Calls what others name, and nothing that is inside. */
  readonly callOutside: CallOutside;
  /** Proxies whose word about where a request comes from is taken. */
  readonly trustedProxies: BlockList;
  /** Files of shoppers. */
  readonly media: MediaStore;
  /** What is counted, for whoever watches the server. */
  readonly metrics: Metrics;
}

const createCaches = (): Caches => ({
  programs: new LRUCache({ max: CACHE_LIMITS.programsMax }),
  shops: new LRUCache({ max: CACHE_LIMITS.shopsMax, ttl: CACHE_LIMITS.staleMs }),
  keys: new LRUCache({ max: CACHE_LIMITS.keysMax, ttl: CACHE_LIMITS.staleMs }),
  keyUses: new LRUCache({ max: CACHE_LIMITS.keysMax }),
  sightings: new LRUCache({ max: CACHE_LIMITS.sightingsMax }),
  proofs: new LRUCache({ max: CACHE_LIMITS.proofsMax, ttl: PROOF_LIFE_MS }),
  tokens: new LRUCache({ max: CACHE_LIMITS.tokensMax, ttl: CACHE_LIMITS.tokenStaleMs }),
});

/** Wires what was opened elsewhere. */
export const createDeps = (
  parts: Omit<Deps, 'caches' | 'callOutside' | 'metrics' | 'trustedProxies'> &
    Partial<Pick<Deps, 'callOutside' | 'metrics' | 'trustedProxies'>>,
): Deps => ({
  trustedProxies: new BlockList(),
  metrics: createMetrics(),
  callOutside: createCallOutside(),
  ...parts,
  caches: createCaches(),
});
