import type { JSX } from 'preact';

const STAR = 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.6 9.7l5.8-.8z';
export const STARS = [1, 2, 3, 4, 5] as const;

/** A star, of which a share is filled. */
export const Star = ({ share }: { share: number }): JSX.Element => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={share >= 1 ? 'star full' : 'star'}>
    <path d={STAR} />
    {share > 0 && share < 1 && (
      // What lies outside of it is cut away.
      <svg class="full" width={24 * share} height={24}>
        <path d={STAR} />
      </svg>
    )}
  </svg>
);

/** Stars to look at, which say their number once; of an average, the last is filled in part. */
export const Stars = ({ rating, label }: { rating: number; label: string }): JSX.Element => (
  <span class="stars" role="img" aria-label={label}>
    {STARS.map((star) => (
      <Star key={star} share={rating - star + 1} />
    ))}
  </span>
);
