import { describe, expect, it } from 'vitest';
import { LET_GO, mayBeShown } from './photo-rules.ts';

const ofReview = { reviewId: 'r1', position: 0 };

describe('a photo', () => {
  it.each(['published', 'queued'] as const)('of a %s review is shown', (state) => {
    expect(mayBeShown({ ...ofReview, state })).toBe(true);
  });

  it.each(['withheld', 'removed', null] as const)(
    'of a review that is %s is not shown',
    (state) => {
      expect(mayBeShown({ ...ofReview, state })).toBe(false);
    },
  );

  it('without a review is shown while it waits for one, and not once it was let go', () => {
    expect(mayBeShown({ reviewId: null, state: null, position: 0 })).toBe(true);
    expect(mayBeShown({ reviewId: null, state: null, position: LET_GO })).toBe(false);
  });
});

it('a photo that was let go is kept in the place -1', () => {
  expect(LET_GO).toBe(-1);
});
