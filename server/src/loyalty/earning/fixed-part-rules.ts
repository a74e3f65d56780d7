import type { PartCap } from './cap-rules.ts';
import type { OwnExpiry } from '@okaeri/shared/conditions';
import type { Receipt } from '@okaeri/shared/ledger';
import type { ProgramDocument } from '@okaeri/shared/program';
import { partIds } from './campaign-rules.ts';
import type { Part } from './part-rules.ts';
import { expiryOf } from './points-rules.ts';

/** Under which programme a receipt is written. */
export interface ReceiptTerms {
  readonly document: ProgramDocument;
  readonly programVersion: number;
}

/** A receipt of nothing. */
export const emptyReceipt = (
  terms: ReceiptTerms,
  why: Pick<Receipt, 'ruleId' | 'campaignId' | 'reason'>,
): Receipt => ({
  ...why,
  programVersion: terms.programVersion,
  basisMinor: 0,
  currency: terms.document.currency,
  rate: null,
  multiplier: '1',
  rounding: null,
  desired: 0,
  awarded: 0,
  cap: null,
  lines: [],
});

/** A part that is a plain number of points for something that happened at `at`. */
export const fixedPart = (
  terms: ReceiptTerms,
  what: {
    part: string;
    points: number;
    at: number;
    matureAt?: number;
    own: OwnExpiry | null;
    caps?: readonly PartCap[];
    /** The room of its caps that it was promised. */
    granted?: number | null;
    /** Why there are no points, where there are none. */
    reason?: Receipt['reason'];
    /** Members of the receipt that say how the points came about. */
    shown?: Partial<Receipt>;
  },
): Part => {
  const { points, at, caps = [], reason = null } = what;
  const matureAt = what.matureAt ?? at;
  return {
    part: what.part,
    desired: points,
    matureAt,
    ...expiryOf(terms.document, what.own, matureAt),
    caps,
    at,
    ...(what.granted != null && { granted: what.granted }),
    settle: (awarded, cap) => ({
      target: awarded,
      receipt: {
        ...emptyReceipt(terms, { ...partIds(what.part), reason }),
        ...what.shown,
        desired: points,
        awarded,
        cap,
        reason: awarded > 0 ? null : points > 0 ? 'limitReached' : (reason ?? 'belowOnePoint'),
      },
    }),
  };
};
