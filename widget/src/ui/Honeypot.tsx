import type { JSX } from 'preact';

/** A field that people neither see nor reach, and programs fill in. */
export const Honeypot = ({ onFill }: { onFill: (text: string) => void }): JSX.Element => (
  // The box is what is out of sight: a field by itself takes the width of fields.
  <span class="aloud" aria-hidden="true">
    <input
      type="text"
      name="website"
      tabIndex={-1}
      autoComplete="off"
      onInput={(event) => onFill(event.currentTarget.value)}
    />
  </span>
);
