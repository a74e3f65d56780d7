import type { JSX } from 'preact';

/** Some words to write, and by the field what is wrong with it. */
export const TextField = (props: {
  label: string;
  /** What is missing, in words, once somebody wanted to send it without. */
  missing: string | null;
  rows: number;
  most: number;
  value: string;
  onInput: (text: string) => void;
}): JSX.Element => (
  <label>
    {props.label}
    <textarea
      rows={props.rows}
      maxLength={props.most}
      dir="auto"
      aria-invalid={props.missing !== null}
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
    {props.missing !== null && <span class="alert">{props.missing}</span>}
  </label>
);
