import type { ReviewSignal, ReviewState } from '@okaeri/shared/reviews';
import type { KeptReviewOffer } from './offer-rules.ts';
import type { ReviewText } from './documents.ts';
import type { ReviewRow } from './tables.ts';

/** Edits whose earlier words are kept; what is older is dropped, the oldest first. */
export const HISTORY_MAX = 20;

/** What an author says, looked at. */
export type Draft = Pick<
  ReviewRow,
  | 'rating'
  | 'title'
  | 'body'
  | 'language'
  | 'name'
  | 'attributes'
  | 'folded'
  | 'textDigest'
  | 'orderId'
  | 'photos'
> & { readonly signals: readonly ReviewSignal[]; readonly now: number };

/** What is known of a new review beside its words. */
export type Origin = Pick<ReviewRow, 'shopId' | 'id' | 'shopperId' | 'productId' | 'insider'> & {
  readonly offer: KeptReviewOffer | null;
};

export const newReview = (draft: Draft, origin: Origin): ReviewRow => {
  const { now, ...words } = draft;
  return {
    ...origin,
    ...words,
    state: stateFor(draft.signals),
    waitingSince: draft.signals.length === 0 ? null : now,
    importedFrom: null,
    importId: null,
    helpful: 0,
    reports: 0,
    reply: null,
    decisions: [],
    reason: null,
    history: [],
    createdAt: now,
    editedAt: null,
    removedAt: null,
    pointsGivenAt: null,
    version: 1,
  };
};

const SAID = ['rating', 'title', 'body', 'language', 'name', 'photos'] as const;

/**
 * A review after its author has edited it. What was withheld waits for a person again; what
 * was removed is a review again; what says the same stays what it is.
 */
export const editedReview = (row: ReviewRow, draft: Draft): ReviewRow => {
  if (isSame(row, draft)) return row;
  const { now, ...words } = draft;
  const history = [...row.history, textOf(row, now)].slice(-HISTORY_MAX);
  const waits = row.state === 'withheld' || draft.signals.length > 0;
  return {
    ...row,
    ...words,
    state: waits ? 'queued' : 'published',
    waitingSince: waits ? now : null,
    reason: null,
    history,
    editedAt: now,
    removedAt: null,
  };
};

/** What needs a person waits; everything else is shown at once, whatever its stars. */
function stateFor(signals: readonly ReviewSignal[]): ReviewState {
  return signals.length === 0 ? 'published' : 'queued';
}

function isSame(row: ReviewRow, draft: Draft): boolean {
  return (
    row.state !== 'removed' &&
    SAID.every((key) => row[key] === draft[key]) &&
    isSameChoice(row.attributes, draft.attributes)
  );
}

function textOf(row: ReviewRow, until: number): ReviewText {
  const { rating, title, body } = row;
  return { rating, title, body, until };
}

/** Whether the same was chosen of every attribute, in whatever order they were sent. */
function isSameChoice(one: Draft['attributes'], other: Draft['attributes']): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}
