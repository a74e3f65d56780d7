import type { ConsentChannel, ConsentPurpose, ConsentState } from '@okaeri/shared/consents';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS } from '../../platform/lib/clock.ts';

/*
 * What somebody has agreed to (engagement.md, E23 to E26). Statements are never changed: the newest stands, and of
 * two at the same instant the stricter.
 */

/** One statement about one purpose on one channel. */
export interface Statement {
  readonly state: Exclude<ConsentState, 'none' | 'expired'>;
  readonly at: number;
  readonly wordingId: string | null;
  /** Digest of the address it was given with; null where none was known. */
  readonly addressDigest: string | null;
  readonly endsAt: number | null;
}

/** What stands, and the statement that says so. */
export interface Standing<Said extends Statement = Statement> {
  readonly state: ConsentState;
  readonly by: Said | null;
}

/** How long a confirmation may take. */
export const PENDING_MS = LIMITS.consentPendingDays * DAY_MS;

const STRICTNESS = { withdrawn: 3, pending: 2, softOptIn: 1, given: 0 } as const;

/** What stands of the statements about one purpose on one channel, in whatever order they are listed. */
export const standingOf = <Said extends Statement>(
  statements: readonly Said[],
  now: number,
): Standing<Said> => {
  const sorted = statements.toSorted(
    (a, b) => b.at - a.at || STRICTNESS[b.state] - STRICTNESS[a.state],
  );
  // A confirmation that never came leaves what stood before.
  const by = sorted.find(({ state, at }) => state !== 'pending' || now - at < PENDING_MS);
  if (by === undefined) return { state: 'none', by: null };
  const isOver = by.state !== 'withdrawn' && by.endsAt !== null && by.endsAt <= now;
  return { state: isOver ? 'expired' : by.state, by };
};

/** When somebody says something else now: later than what stands, also where no time went by, as the stricter would stand. */
export const saidAfter = ({ by }: Standing, now: number): number =>
  by === null ? now : Math.max(now, by.at + 1);

/** What a message asks of consent. */
interface Wanted {
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  /** Digest of the address it would go to. */
  readonly addressDigest: string | null;
  /** Purposes for which the shop wants a consent, although the law would do with none. */
  readonly neededFor: readonly ConsentPurpose[];
}

/**
 * Whether what was said allows a message, and by which statement. Marketing by e-mail needs a consent that names its
 * wording, or a soft opt-in, given with the very address; while one waits to be confirmed, what stood before does not
 * stand (E25). Other purposes are allowed until they are withdrawn, and so is every page.
 */
export const allowanceOf = <Said extends Statement>(
  statements: readonly Said[],
  { purpose, channel, addressDigest, neededFor }: Wanted,
  now: number,
): { readonly allowed: boolean; readonly by: Said | null } => {
  // Who waits to be confirmed has said nothing yet.
  const { state, by } = standingOf(
    statements.filter((statement) => statement.state !== 'pending'),
    now,
  );
  if (state === 'withdrawn') return { allowed: false, by };
  if (channel === 'page') return { allowed: true, by };
  if (purpose !== 'marketing' && !neededFor.includes(purpose)) return { allowed: true, by };
  if (standingOf(statements, now).state === 'pending') return { allowed: false, by };
  const isNamed = state === 'softOptIn' || (state === 'given' && by?.wordingId != null);
  const isWithAddress = by?.addressDigest != null && by.addressDigest === addressDigest;
  return { allowed: isNamed && isWithAddress, by };
};

/**
 * What stands of somebody who is merged: the stricter statement of the two, whichever is newer. What is over is no
 * statement.
 */
export const stricterOf = (one: Standing, other: Standing): Statement | null => {
  const said = [one, other].flatMap(({ state, by }) =>
    state === 'expired' || by === null ? [] : [by],
  );
  const [stricter] = said.toSorted(
    (a, b) => STRICTNESS[b.state] - STRICTNESS[a.state] || a.at - b.at,
  );
  return stricter ?? null;
};

/**
 * What is written down of somebody who is merged, in its order. What waits to be confirmed says nothing yet: before it
 * comes the stricter of what else was said, which stands again if nobody confirms.
 */
export const mergedOf = (
  mine: readonly Statement[],
  theirs: readonly Statement[],
  now: number,
): readonly Statement[] => {
  const stands = stricterOf(standingOf(mine, now), standingOf(theirs, now));
  if (stands?.state !== 'pending') return stands === null ? [] : [stands];
  const sure = (said: readonly Statement[]): Standing =>
    standingOf(
      said.filter(({ state }) => state !== 'pending'),
      now,
    );
  const before = stricterOf(sure(mine), sure(theirs));
  return before === null ? [stands] : [before, stands];
};
