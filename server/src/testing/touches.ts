import { DAY_MS, NEVER_AT } from '../platform/lib/clock.ts';
import { whyNot, type PlannedTouch, type Touch } from '../loyalty/contacts/decide-touch-rules.ts';

export const DAY_0 = Date.parse('2026-11-01T00:00:00Z');
/** The first instant of a day of the test. */
export const day = (n: number): number => DAY_0 + n * DAY_MS;
/** Somebody to whom anything may be said. */
export const REACHABLE = {
  isBlocked: false,
  hasChannel: true,
  hasAddress: true,
  isSuppressed: false,
  hasConsent: true,
  mayProfile: true,
};
/** A request for a review that may be sent, changed. */
export const touch = (change: Partial<Touch> = {}): Touch => ({
  key: 'k',
  kind: 'reviewRequest',
  touchClass: 'relationship',
  isAwaited: false,
  isAboutOwnPoints: false,
  isProfiled: false,
  priority: 50,
  channel: 'email',
  subject: 'o1',
  dueAt: day(0),
  validUntil: NEVER_AT,
  standsForMs: 14 * DAY_MS,
  arm: 'treated',
  definition: 'running',
  person: REACHABLE,
  quietUntil: null,
  ...change,
});
/** The same while it is planned. */
export const asPlanned = (one: Touch, askAt = one.dueAt): PlannedTouch => ({
  ...one,
  askAt,
  isReachable: whyNot(one, one.dueAt) === null,
});
