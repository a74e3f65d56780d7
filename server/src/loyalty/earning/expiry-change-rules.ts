import type { ProgramDocument } from '@okaeri/shared/program';
import { expiresAt, type Award } from '../ledger/book-rules.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { expiryOf } from './points-rules.ts';

/** What today's policy makes of a lot: its new terms, and whether it lasts longer by them. */
export interface ChangedLot {
  readonly award: Award;
  readonly lasts: 'longer' | 'shorter';
}

/** When the notice period of a change that is confirmed now is over. */
export const noticeEndsAt = (document: Pick<ProgramDocument, 'noticeDays'>, now: number): number =>
  now + document.noticeDays * DAY_MS;

/**
 * A lot under today's policy, or undefined where nothing changes. A longer life
 * begins at once; a shorter one ends no sooner than the notice period, and a lot
 * that would have ended before it keeps its own end. Limited-time points keep
 * what they were given with.
 */
export const changeExpiry = (
  award: Award,
  document: ProgramDocument,
  at: { activeAt: number; now: number },
): ChangedLot | undefined => {
  if (award.limited || !award.matured || award.lotPoints === 0) return undefined;
  const { expireAt, idleDays } = expiryOf(document, null, award.matureAt);
  if (expireAt === award.expireAt && idleDays === award.idleDays) return undefined;
  const ends = expiresAt(award, at.activeAt);
  const longer = { ...award, expireAt, idleDays };
  if (expiresAt(longer, at.activeAt) > ends) return { award: longer, lasts: 'longer' };
  const floor = noticeEndsAt(document, at.now);
  const shorter = { ...award, ...withNotice({ expireAt, idleDays }, at.activeAt, floor) };
  return expiresAt(shorter, at.activeAt) < ends ? { award: shorter, lasts: 'shorter' } : undefined;
};

/** The terms of a shorter life, with the notice period kept. */
function withNotice(
  terms: { expireAt: number; idleDays: number },
  activeAt: number,
  floor: number,
): { expireAt: number; idleDays: number } {
  if (terms.idleDays === 0) return { idleDays: 0, expireAt: Math.max(terms.expireAt, floor) };
  // Of activity the end only moves away, so enough idle days keep the notice for good.
  const idleDays = Math.max(terms.idleDays, Math.ceil((floor - activeAt) / DAY_MS));
  return { idleDays, expireAt: terms.expireAt };
}
