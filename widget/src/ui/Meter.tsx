import type { JSX } from 'preact';

/** How far something is, as a bar that is also said. */
export const Meter = (props: { value: number; max: number; label: string }): JSX.Element => (
  <progress
    part="meter"
    max={props.max}
    value={Math.min(props.value, props.max)}
    aria-label={props.label}
  />
);
