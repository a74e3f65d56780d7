import { canonicalJson, sha256 } from '../lib/digest.ts';
import type { Posting } from './book-rules.ts';

/** What the first transaction of every chain points back to. */
export const CHAIN_START = '';

/**
 * The hash of one transaction: SHA-256 over the RFC 8785 form of a versioned
 * document of internal ids and numbers. The shop's id is not in it, so that a
 * history can move to another server; a name or an outside id is not in it, so
 * that a person can be erased (semantics, rule 19).
 */
export const hashOf = (
  posting: Posting,
  place: { shopperId: string; sequence: number; recordedAt: number; previousHash: string },
): string =>
  sha256(
    canonicalJson({
      v: 1,
      shopper: place.shopperId,
      sequence: place.sequence,
      previous: place.previousHash,
      recordedAt: place.recordedAt,
      effectiveAt: posting.effectiveAt,
      kind: posting.kind,
      award: posting.awardId,
      redemption: posting.redemptionId,
      entries: posting.entries,
      lots: posting.lots,
      receipt: posting.receipt,
    }),
  );
