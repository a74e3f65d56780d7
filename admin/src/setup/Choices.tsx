import type { JSX } from 'preact';
import { entriesOf } from '@okaeri/shared/records';

/** A few things of which one is shown: buttons in a row. */
export const Choices = <Value extends string>(props: {
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onValue: (value: Value) => void;
}): JSX.Element => (
  <div class="segments" role="group" aria-label={props.label}>
    {entriesOf<Value, string>(props.options).map(([key, text]) => (
      <button
        key={key}
        type="button"
        aria-pressed={key === props.value}
        onClick={() => props.onValue(key)}
      >
        {text}
      </button>
    ))}
  </div>
);
