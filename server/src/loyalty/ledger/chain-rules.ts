import { sha256 } from '../../platform/lib/digest.ts';
import type { Counts, Posting } from './book-rules.ts';
import type { StoredReceipt } from './documents.ts';

/** What the first transaction of every chain points back to. */
export const CHAIN_START = '';

/**
 * The hash of one transaction: SHA-256 over the RFC 8785 form of a versioned
 * document of internal ids and numbers. The shop's id is not in it, so that a
 * history can move to another server; a name or an outside id is not in it, so
 * that a person can be erased (semantics, rule 19).
 *
 * The document is written with its keys in order and holds only texts, whole
 * numbers and null, and of such a document plain JSON is the RFC 8785 form; the
 * general canonicaliser takes five times as long. A test holds the two together.
 */
export const hashOf = (posting: Posting, place: ChainPlace): string =>
  sha256(JSON.stringify(chainDocument(posting, place)));

/** Where a transaction stands in its shopper's chain. */
export interface ChainPlace {
  readonly shopperId: string;
  readonly sequence: number;
  readonly recordedAt: number;
  readonly previousHash: string;
}

/** What is hashed. What only some transactions have is in the document of those alone. */
export const chainDocument = (posting: Posting, place: ChainPlace): unknown => {
  const { counts, entries, merge, receipt } = posting;
  return {
    award: posting.awardId,
    ...(saysSomething(counts) && {
      counts: { orders: counts.orders, points: counts.points, spendMinor: counts.spendMinor },
    }),
    effectiveAt: posting.effectiveAt,
    entries: {
      adjusted: entries.adjusted,
      available: entries.available,
      expired: entries.expired,
      held: entries.held,
      issued: entries.issued,
      pending: entries.pending,
      redeemed: entries.redeemed,
    },
    kind: posting.kind,
    lots: posting.lots,
    ...(merge && { merge: { days: merge.days, head: merge.head, shopperId: merge.shopperId } }),
    previous: place.previousHash,
    receipt: receipt && receiptDocument(receipt),
    recordedAt: place.recordedAt,
    redemption: posting.redemptionId,
    sequence: place.sequence,
    shopper: place.shopperId,
    v: 1,
  };
};

function saysSomething(counts: Counts | undefined): counts is Counts {
  return (
    counts !== undefined && (counts.points !== 0 || counts.spendMinor !== 0 || counts.orders !== 0)
  );
}

/** A receipt as it is hashed: keys in order, and what says nothing left out. */
function receiptDocument(receipt: StoredReceipt): unknown {
  return {
    awarded: receipt.awarded,
    basis: receipt.basis,
    ...(receipt.campaign !== undefined && { campaign: receipt.campaign }),
    currency: receipt.currency,
    desired: receipt.desired,
    ...(receipt.factor !== undefined && { factor: receipt.factor }),
    lines: receipt.lines,
    program: receipt.program,
    ...(receipt.rate !== undefined && { rate: receipt.rate }),
    reason: receipt.reason,
    ...(receipt.room !== undefined && { room: receipt.room }),
    rule: receipt.rule,
    ...(receipt.until !== undefined && { until: receipt.until }),
  };
}
