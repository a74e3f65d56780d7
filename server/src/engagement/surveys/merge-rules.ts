import type { ResponseRow } from './response-tables.ts';
import type { InvitationRow } from './tables.ts';

/** An invitation of a wave and what was answered to it: of one shopper who is merged with another. */
export interface Taken {
  readonly invitation: InvitationRow;
  readonly response: ResponseRow | null;
}

/**
 * Which of two of one wave stands when their shoppers become one: a complete response before a partial one, then the
 * later completed, the earlier begun, and the smaller id (E11). It is an order, so that any order of merging ends alike.
 */
export const precedes = (one: Taken, other: Taken): boolean => {
  const [a, b] = [rankOf(one), rankOf(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  const [left, right] = [a[at], b[at]];
  if (left === undefined || right === undefined) return true;
  return left < right;
};

/**
 * What stands of both invitations: nobody is asked more often because the shop knew them twice. What was answered keeps
 * its own offer; else the better one stands, as both were promised to the same person.
 */
export const mergedInvitation = (
  { invitation: stands, response }: Taken,
  other: InvitationRow,
): InvitationRow => ({
  ...stands,
  mailAt:
    stands.mailAt === null || other.mailAt === null ? null : Math.min(stands.mailAt, other.mailAt),
  firstShownAt: earlier(stands.firstShownAt, other.firstShownAt),
  lastShownAt: later(stands.lastShownAt, other.lastShownAt),
  shows: stands.shows + other.shows,
  channel: stands.channel ?? other.channel,
  openedAt: earlier(stands.openedAt, other.openedAt),
  offer: response === null ? betterOffer(stands.offer, other.offer) : stands.offer,
  dismissedAt: earlier(stands.dismissedAt, other.dismissedAt),
  answeredAt: earlier(stands.answeredAt, other.answeredAt),
  lapsedAt: earlier(stands.lapsedAt, other.lapsedAt),
});

const STATES = { complete: 0, partial: 1, withdrawn: 2 } as const;

function rankOf({ invitation, response }: Taken): (number | string)[] {
  return [
    response === null ? 3 : STATES[response.state],
    -(response?.completedAt ?? 0),
    response?.startedAt ?? invitation.drawnAt,
    response?.id ?? invitation.id,
  ];
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function betterOffer(a: InvitationRow['offer'], b: InvitationRow['offer']): InvitationRow['offer'] {
  if (a === null || b === null) return a ?? b;
  const [left, right] = [keyOf(a), keyOf(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return (left[at] ?? 0) <= (right[at] ?? 0) ? a : b;
}

/** The sort key of an offer: most points, then shown first, then the older program version, so that the order of merges does not matter. */
function keyOf(offer: NonNullable<InvitationRow['offer']>): number[] {
  return [-offer.points, Date.parse(offer.shownAt), offer.programVersion];
}
