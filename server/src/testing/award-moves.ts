import { moveAward, type AwardTarget } from '../loyalty/ledger/award-rules.ts';
import { NO_COUNTS, type Award, type Book } from '../loyalty/ledger/book-rules.ts';
import { awardWith } from './books.ts';

/** When awards are moved. */
export const NOW = 100;

/** What an award says of itself where nobody asks. */
export const receipt: AwardTarget['receipt'] = {
  rule: 'order',
  program: 1,
  basis: 0,
  currency: 'USD',
  desired: 0,
  awarded: 0,
  reason: null,
  lines: [],
};

/** A target of nothing, changed. */
export const to = (change: Partial<AwardTarget> = {}): AwardTarget => ({
  target: 0,
  matureAt: 50,
  expireAt: 900,
  idleDays: 0,
  limited: false,
  grant: null,
  counts: NO_COUNTS,
  policy: 'withinBalance',
  receipt,
  effectiveAt: 7,
  isNew: false,
  ...change,
});

/** The award `a` of the points in its lot, as it stands when its dates are those of `to()`. */
export const given = (points: number, change: Partial<Award> = {}): Award =>
  awardWith({ posted: points, lotPoints: points, matureAt: 50, expireAt: 900, ...change });

/** The award `a` moved to its target. */
export const move = (book: Book, change: Partial<AwardTarget> = {}): Book =>
  moveAward(book, 'a', to(change), NOW);
