import type { OutboxLane } from './platform/outbox/lane-rules.ts';
import type { OrderPage } from '@okaeri/shared/order-lists';
import type { Refusal } from '@okaeri/shared/errors';
import type { Reward } from '@okaeri/shared/rewards';
import type { Passwords } from './access/passwords.ts';
import type { PersonalData } from './personal-data.ts';
import type { PageTouches } from './loyalty/contacts/touch-types.ts';
import type { TouchKinds } from './loyalty/contacts/touch-kinds.ts';
import type { CarriedTable } from './connect/portability/carried-queries.ts';
import type { CaseSources, SignalCase } from './case-signals.ts';
import type { OrderFollower } from './loyalty/orders/rules/order-follower.ts';
import type { BlockList } from 'node:net';
import type { LRUCache } from 'lru-cache';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Background } from './platform/lib/background.ts';
import type { CallOutside } from './platform/lib/call-outside.ts';
import type { LookUpTexts } from './platform/lib/look-up-texts.ts';
import type { FetchOutside } from './platform/lib/fetch-outside.ts';
import type { Clock } from './platform/lib/clock.ts';
import type { MovedShoppers } from './loyalty/shoppers/moved-shoppers.ts';
import type { RateLimits } from './platform/http/rate-limits.ts';
import type { Metrics } from './platform/lib/metrics.ts';
import type { MailSender } from './platform/mail/mail-sender.ts';
import type { PhotoCleaner } from './platform/media/clean-photo.ts';
import type { MediaStore } from './platform/media/media-store.ts';
import type { Logger } from './platform/lib/logger.ts';
import type { UnderWay } from './platform/lib/under-way.ts';
import type { Store, Tx } from './platform/store/store.ts';
import type { WorkLimits } from './work-limits.ts';
import type { OutboxPayload } from './platform/outbox/payloads.ts';
import type { KeyRow, ShopRow } from './access/tables.ts';

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
  /** Optional claims that were sent and cannot be used, by name: for the party that signs the tokens. */
  readonly ignored: readonly string[];
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

/** Limits a server may be made with, where the usual ones are not wanted. */
export type CacheLimits = { readonly [Name in keyof typeof CACHE_LIMITS]: number };

/** How sightings of one shop stand. */
export interface SightingQueue {
  /** Sightings that wait to be written. */
  waiting: number;
  /** When there was no place left for origins that are not the shop's own. */
  fullAt: number | null;
}

/** An endpoint that is enabled, and the types it wants; null for every one. */
export interface ListeningEndpoint {
  readonly id: string;
  readonly types: readonly string[] | null;
}

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
  /** How many sightings of a shop wait to be written, and since when it has no place for more. */
  readonly sightingQueues: LRUCache<string, SightingQueue>;
  /** Challenges that were solved, until they are over. */
  readonly proofs: LRUCache<string, true>;
  /** Webhook endpoints that are enabled, by shop. */
  readonly endpoints: LRUCache<string, readonly ListeningEndpoint[]>;
  /** Shopper tokens by their text, until they end. */
  readonly tokens: LRUCache<string, ShopperClaims>;
}

/** What every verb is given. */
export interface Deps {
  readonly store: Store;
  /** The same, which emits no events: for history that is imported. */
  readonly storeWithoutEvents: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Encrypts secrets that must be recoverable and signs quotes; 32 bytes. */
  readonly secretKey: Buffer;
  /** Keeps the passwords of the console's people. */
  readonly passwords: Passwords;
  readonly caches: Caches;
  /** How the outside reaches this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Sends e-mail; null where no mail server is set up. */
  readonly mail: MailSender | null;
  /** Fetches what others name, and nothing that is inside. */
  readonly fetchOutside: FetchOutside;
  /** Asks name servers for the TXT records of a name. */
  readonly lookUpTexts: LookUpTexts;
  /** Calls what others name, and nothing that is inside. */
  readonly callOutside: CallOutside;
  /** Proxies whose word about where a request comes from is taken. */
  readonly trustedProxies: BlockList;
  /** Addresses and networks inside that platforms and webhooks may be at all the same. */
  readonly allowedAddresses: readonly string[];
  /** Whose points or orders have moved since lists were last put in order, in this process. */
  readonly movedShoppers: MovedShoppers;
  /** Counts requests, so that nobody asks for everybody's share. */
  readonly rates: RateLimits;
  /** Work that requests start and do not wait for. */
  readonly background: Background;
  /** Files of shoppers, and pictures of shops. */
  readonly media: MediaStore;
  /** Makes a photo safe to show, in a process of its own. */
  readonly cleanPhoto: PhotoCleaner;
  /** What is counted, for the monitoring of the server. */
  readonly metrics: Metrics;
  /** Work that goes on beside requests, and whether it is to stop. */
  readonly underWay: UnderWay;
  /** In which lane of the outbox what leaves waits, by its kind. */
  readonly lanes: Readonly<Record<OutboxPayload['kind'], OutboxLane>>;
  /** What is to be known of each kind of touch. */
  readonly touches: TouchKinds;
  /** What areas would show a shopper in a page. */
  readonly pageTouches: readonly PageTouches[];
  /** What areas hold about shoppers. */
  readonly personalData: readonly PersonalData[];
  /** Every table of a shop that its file carries, those first that others point to. */
  readonly carried: readonly CarriedTable[];
  /** Codes of this shop's programme among those an order names. */
  readonly codesOfOrder: (
    tx: Tx,
    of: { shopId: string; codes: readonly string[] },
  ) => Promise<OrderPage['codes']>;
  /** Says that a score was given, changed or taken back: a low one opens a case. */
  readonly signalCase: SignalCase;
  /** Who reads a score that cases hear of. */
  readonly caseSources: CaseSources;
  /** What follows when who works for a shop, or what they may do, has changed; within the write that changes it. */
  readonly followStaff: (tx: Tx, shopId: string) => Promise<void>;
  /** What follows an order within its write. */
  readonly orderFollowers: readonly OrderFollower[];
  /** Refuses rewards whose codes the shop's platform is to make and cannot make as they are. */
  readonly refuseUnholdable: (
    tx: Tx,
    shopId: string,
    rewards: readonly Reward[],
  ) => Promise<Refusal | undefined>;
  /** What one piece of heavy work may take. */
  readonly workLimits: WorkLimits;
}
