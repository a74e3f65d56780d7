import type { JSX } from 'preact';
import { Star, STARS } from '../ui/Stars.tsx';

/** Stars to choose: a group of radio buttons, for every hand and every reader. */
export const StarChoice = (props: {
  legend: string;
  /** That they are missing, in words, once somebody wanted to send without. */
  missing: string | null;
  labelOf: (stars: number) => string;
  /** What so many stars mean, in a word. */
  word: string;
  value: number;
  onChange: (stars: number) => void;
}): JSX.Element => (
  <fieldset class="star-choice" role="radiogroup" aria-invalid={props.missing !== null}>
    <legend class="aloud">
      {props.legend} {props.missing}
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
          <Star share={star <= props.value ? 1 : 0} />
        </label>
      ))}
      <b>{props.word}</b>
    </div>
    {props.missing !== null && (
      <p class="alert" aria-hidden="true">
        {props.missing}
      </p>
    )}
  </fieldset>
);
