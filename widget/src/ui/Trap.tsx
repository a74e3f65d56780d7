import type { JSX } from 'preact';

/** A field that people neither see nor reach, and programs fill in. */
export const Trap = ({ onFill }: { onFill: (text: string) => void }): JSX.Element => (
  <input
    type="text"
    class="aloud"
    name="website"
    tabIndex={-1}
    aria-hidden="true"
    autoComplete="off"
    onInput={(event) => onFill(event.currentTarget.value)}
  />
);
