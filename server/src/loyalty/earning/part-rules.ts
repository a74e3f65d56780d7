import type { Receipt } from '@okaeri/shared/ledger';
import type { Expiry } from './points-rules.ts';
import type { PartCap, Room } from './cap-rules.ts';
import type { Grant } from '../ledger/documents.ts';

/** What a source counts for tiers besides the points of its parts, which count or not as a whole. */
export interface SourceCounts {
  readonly countsPoints: boolean;
  readonly spendMinor: number;
  readonly orders: number;
}

/** What came of a part once the room for it was known. */
export interface Settled {
  readonly target: number;
  readonly receipt: Receipt;
}

/**
 * One rule's or one campaign's share in what a source earns. It becomes an award
 * of its own, with its own lot, hold, expiry, caps and receipt.
 */
export interface Part extends Expiry {
  /** The rule's id, or what `campaignPart` makes of it. */
  readonly part: string;
  readonly desired: number;
  readonly matureAt: number;
  readonly caps: readonly PartCap[];
  /** The time by which caps count it. */
  readonly at: number;
  /** The room it was promised, which is not asked for again; null where none was. */
  readonly granted?: number | null;
  /** The target and receipt when `awarded` of the desired points have room. */
  readonly settle: (awarded: number, cap: Receipt['cap']) => Settled;
}

/**
 * Grants room to an award (semantics, rule 9): once granted it stays the award's,
 * whatever becomes of other awards, and it is asked for more only when the source
 * itself needs more.
 *
 * @param room what others leave, of which this award has some already
 */
export const grantRoom = (
  before: Grant | null,
  need: { desired: number; at: number },
  room: Room,
): Grant => {
  const asked = before?.asked ?? 0;
  const granted = before?.room ?? 0;
  const missing = Math.max(0, need.desired - asked);
  const more = Math.max(0, Math.min(missing, room.points - granted));
  return {
    room: granted + more,
    asked: asked + missing,
    at: before?.at ?? need.at,
    used: before?.used ?? 0,
    until: missing > 0 ? room.until : (before?.until ?? null),
  };
};
