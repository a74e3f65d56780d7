import type { ContactChannel, ContactSettings, TouchClass } from '@okaeri/shared/contacts';
import { DAY_MS, HOUR_MS, MINUTE_MS, NEVER_AT } from '../../platform/lib/clock.ts';

/*
 * Whether something may be said to somebody (engagement.md, E16 to E19). Every touch of every area is decided here,
 * and asked again from the top each time.
 */

/** Jobs are never punctual: so late, an asking is still in time for `validUntil`. */
export const LATE_MS = 10 * MINUTE_MS;
/** The window of `perMonth`. */
export const MONTH_MS = 30 * DAY_MS;

/** How things stand with what a touch is about. */
export type Definition = 'running' | 'paused' | 'ended' | 'exited' | 'subjectGone';

/** Why a touch is never made. */
export type DropReason =
  | Exclude<Definition, 'running' | 'paused'>
  | 'expired'
  | 'blocked'
  | 'noChannel'
  | 'noAddress'
  | 'suppressed'
  | 'noConsent'
  | 'noProfiling'
  | 'dismissed'
  | 'capped'
  | 'quiet'
  | 'reserved';

/** Why a touch is asked about again later. */
export type WaitReason = 'paused' | 'quiet' | 'budget' | 'reserved';

export type TouchDecision =
  | { readonly decision: 'dropped'; readonly reason: DropReason }
  | { readonly decision: 'held' }
  | { readonly decision: 'waits'; readonly reason: WaitReason; readonly until: number }
  /** `isNew` is false for what stands in a page already, and is charged once. */
  | { readonly decision: 'sent' | 'shown'; readonly isNew: boolean };

/** What is known of the person at the moment of asking. */
export interface Reachable {
  readonly isBlocked: boolean;
  /** Whether the channel is set up on this server. */
  readonly hasChannel: boolean;
  readonly hasAddress: boolean;
  readonly isSuppressed: boolean;
  readonly hasConsent: boolean;
  readonly mayProfile: boolean;
}

/** A touch that wants to be made. */
export interface Touch {
  /** Unique in the shop. */
  readonly key: string;
  readonly kind: string;
  readonly touchClass: TouchClass;
  /** The shopper waits for it: it does not mind the hour. */
  readonly isAwaited: boolean;
  /** It is about the shopper's own points: who is blocked is told of them all the same. */
  readonly isAboutOwnPoints: boolean;
  /** It was chosen by what somebody bought. */
  readonly isProfiled: boolean;
  readonly priority: number;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly dueAt: number;
  readonly validUntil: number;
  /** How long the same may stand in a page before it is a new contact. */
  readonly standsForMs: number;
  readonly arm: 'treated' | 'held';
  readonly definition: Definition;
  readonly person: Reachable;
  /** The end of the quiet hours that now lies in; null outside them. */
  readonly quietUntil: number | null;
}

/** A touch that was sent or shown, and takes room. */
export interface CountedTouch {
  readonly kind: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly decidedAt: number;
  readonly dismissedAt: number | null;
}

/** Another touch of the shopper that is still planned. */
export interface PlannedTouch extends Pick<
  Touch,
  'key' | 'touchClass' | 'priority' | 'channel' | 'dueAt' | 'validUntil' | 'arm' | 'definition'
> {
  /** When it is asked about next. */
  readonly askAt: number;
  /** The first reason of the person's why it is not made, if there is one. */
  readonly isReachable: boolean;
}

/** What a decision is made of, besides the touch. */
export interface Surroundings {
  readonly counted: readonly CountedTouch[];
  readonly planned: readonly PlannedTouch[];
  readonly settings: Pick<ContactSettings, 'daysBetween' | 'perMonth'>;
  /** Marketing e-mail rests, as too many complained (E30). */
  readonly isMarketingPaused?: boolean;
  readonly now: number;
}

/** Decides a touch, or says when to ask again; a touch that waits is asked a last time at `validUntil`. */
export const decideTouch = (touch: Touch, around: Surroundings): TouchDecision => {
  const { now } = around;
  const reason = whyNot(touch, now);
  if (reason !== null) return { decision: 'dropped', reason };
  if (touch.definition === 'paused') return wait(touch, now, 'paused', touch.validUntil);
  if (touch.arm === 'held') return { decision: 'held' };
  if (around.isMarketingPaused === true && isMarketingMail(touch))
    return wait(touch, now, 'paused', now + HOUR_MS);
  if (touch.channel === 'email' && !touch.isAwaited && touch.quietUntil !== null)
    return wait(touch, now, 'quiet', touch.quietUntil);
  if (touch.touchClass === 'service') return made(touch, true);
  const same = around.counted.filter((other) => isSame(other, touch));
  if (same.some(({ dismissedAt }) => dismissedAt !== null))
    return { decision: 'dropped', reason: 'dismissed' };
  if (touch.channel === 'page' && same.some((other) => now - other.decidedAt < touch.standsForMs))
    return made(touch, false);
  const freeAt = roomAt(around);
  if (freeAt > now) return wait(touch, now, 'budget', freeAt);
  const reservedUntil = reservedTo(touch, around);
  return reservedUntil === null ? made(touch, true) : wait(touch, now, 'reserved', reservedUntil);
};

/** Steps 1 and 2: what is over, and whom it does not reach. They do not know the arm, so that both hold the same people. */
export const whyNot = (touch: Touch, now: number): DropReason | null => {
  const { definition, person } = touch;
  if (definition !== 'running' && definition !== 'paused') return definition;
  if (now - touch.validUntil > LATE_MS) return 'expired';
  if (person.isBlocked && !(touch.touchClass === 'service' && touch.isAboutOwnPoints))
    return 'blocked';
  if (!person.hasChannel) return 'noChannel';
  if (!person.hasAddress) return 'noAddress';
  if (person.isSuppressed) return 'suppressed';
  if (!person.hasConsent) return 'noConsent';
  return touch.isProfiled && !person.mayProfile ? 'noProfiling' : null;
};

const DROPPED_AS = {
  paused: 'expired',
  quiet: 'quiet',
  budget: 'capped',
  reserved: 'reserved',
} as const satisfies Record<WaitReason, DropReason>;

function wait(
  { validUntil }: Touch,
  now: number,
  reason: WaitReason,
  until: number,
): TouchDecision {
  if (now >= validUntil) return { decision: 'dropped', reason: DROPPED_AS[reason] };
  return { decision: 'waits', reason, until: Math.min(until, validUntil) };
}

function made({ channel }: Touch, isNew: boolean): TouchDecision {
  return { decision: channel === 'email' ? 'sent' : 'shown', isNew };
}

function isSame(other: CountedTouch, touch: Touch): boolean {
  return (
    other.kind === touch.kind && other.channel === touch.channel && other.subject === touch.subject
  );
}

/** When the budget has room: days since the last touch or dismissal, and a number in any thirty days (E18). */
function roomAt({ counted, settings }: Surroundings): number {
  const last = Math.max(
    -NEVER_AT,
    ...counted.map(({ decidedAt, dismissedAt }) => Math.max(decidedAt, dismissedAt ?? decidedAt)),
  );
  const times = counted.map(({ decidedAt }) => decidedAt).toSorted((a, b) => a - b);
  // The month is full until so many touches are left in it.
  const over = times.at(-settings.perMonth);
  const monthAt = over === undefined ? -NEVER_AT : over + MONTH_MS;
  return Math.max(last + settings.daysBetween * DAY_MS, monthAt);
}

/** Until when the room belongs to touches of a higher priority that are soon to be asked about (E19). */
function reservedTo(touch: Touch, around: Surroundings): number | null {
  const { planned, settings, now } = around;
  const gapMs = settings.daysBetween * DAY_MS;
  const times = planned
    .filter((other) => !(around.isMarketingPaused === true && isMarketingMail(other)))
    .filter((other) => reserves(other, now) && other.askAt < now + gapMs && precedes(other, touch))
    .map(({ askAt }) => Math.max(askAt, now));
  return times.length === 0 ? null : Math.max(...times) + gapMs;
}

function isMarketingMail({ touchClass, channel }: Pick<Touch, 'touchClass' | 'channel'>): boolean {
  return touchClass === 'marketing' && channel === 'email';
}

/** Pages may never be opened, what is held takes no room, and what is paused or over does not come. */
function reserves(other: PlannedTouch, now: number): boolean {
  return (
    other.channel === 'email' &&
    other.touchClass !== 'service' &&
    other.arm === 'treated' &&
    other.definition === 'running' &&
    now - other.validUntil <= LATE_MS &&
    other.isReachable
  );
}

function precedes(other: PlannedTouch, touch: Touch): boolean {
  if (other.key === touch.key) return false;
  if (other.priority !== touch.priority) return other.priority > touch.priority;
  if (other.dueAt !== touch.dueAt) return other.dueAt < touch.dueAt;
  return other.key < touch.key;
}
