import type { JSX } from 'preact';

const STAR = 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.6 9.7l5.8-.8z';
export const STARS = [1, 2, 3, 4, 5] as const;

/** A star, full or not. */
export const Star = ({ full }: { full: boolean }): JSX.Element => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={full ? 'star full' : 'star'}>
    <path d={STAR} />
  </svg>
);

/** Stars to look at, which say their number once. */
export const Stars = ({ rating, label }: { rating: number; label: string }): JSX.Element => (
  <span class="stars" role="img" aria-label={label}>
    {STARS.map((star) => (
      <Star key={star} full={star <= Math.round(rating)} />
    ))}
  </span>
);

/** Stars to choose: a group of radio buttons, for every hand and every reader. */
export const StarChoice = (props: {
  legend: string;
  /** That they are missing, in words, once somebody wanted to send without. */
  missing: string | null;
  labelOf: (stars: number) => string;
  value: number;
  onChange: (stars: number) => void;
}): JSX.Element => (
  <fieldset class="star-choice" role="radiogroup" aria-invalid={props.missing !== null}>
    <legend>
      {props.legend} {props.missing !== null && <span class="alert">{props.missing}</span>}
    </legend>
    <div class="stars">
      {STARS.map((star) => (
        <label key={star}>
          <input
            type="radio"
            name="rating"
            value={star}
            checked={props.value === star}
            aria-label={props.labelOf(star)}
            onChange={() => props.onChange(star)}
          />
          <Star full={star <= props.value} />
        </label>
      ))}
    </div>
  </fieldset>
);
