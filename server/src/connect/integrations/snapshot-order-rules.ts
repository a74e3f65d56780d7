import type { OrderSnapshot } from './contract/platform-event-rules.ts';

/** Which snapshot of an order is known. */
export interface KnownSnapshot {
  readonly toldAt: number;
  /** 1 for one that was asked for once its second was over: nothing of that second can differ from it. */
  readonly rank: number;
  readonly digest: string;
}

/** What an order that is no more is known by: whatever comes of it again differs from that. */
export const DELETED = 'gone';

/** A platform's clock has whole seconds, and ours may differ from it by some. */
export const SETTLED_MS = 5000;

/** The rank of a snapshot that is taken now. */
export const rankOf = (snapshot: OrderSnapshot, now: number): 0 | 1 =>
  snapshot.isFetched && now - snapshot.toldAt > SETTLED_MS ? 1 : 0;

/**
 * How a snapshot that arrives stands to the one that is known. Platforms have clocks of whole seconds,
 * so two tellings of one second may differ: what was fetched since is the later, and of two that were
 * sent nobody knows, so that a `tie` asks for the order (semantics, rule 1).
 */
export const compareSnapshots = (
  known: KnownSnapshot,
  arriving: Pick<OrderSnapshot, 'toldAt' | 'isFetched'> & { digest: string },
): 'newer' | 'same' | 'older' | 'tie' => {
  if (arriving.toldAt > known.toldAt) return 'newer';
  if (arriving.toldAt < known.toldAt) return 'older';
  if (arriving.isFetched) return 'newer';
  return arriving.digest === known.digest ? 'same' : 'tie';
};

/**
 * Whether the arriving one counts of a tie that nobody can settle: the greater digest, so that every
 * order of deliveries ends alike.
 */
export const breaksTie = (known: KnownSnapshot, arriving: { digest: string }): boolean =>
  known.rank === 0 && arriving.digest > known.digest;
