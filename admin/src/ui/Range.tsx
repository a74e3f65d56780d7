import type { JSX } from 'preact';
import './range.css';

/** A value with its interval, each null while too little stands behind it. */
interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * An estimate as a strip: the interval as a soft bar, the value as a tick, 0 as a line where it lies within. It is drawn for
 * the eye alone: what it shows stands beside it in figures.
 */
export const Range = (props: {
  of: Estimate;
  ends: readonly [low: number, high: number];
}): JSX.Element | null => {
  const { value, low, high } = props.of;
  if (value === null || low === null || high === null) return null;
  const [least, most] = props.ends;
  const place = (at: number): string => `${((at - least) / (most - least)) * 100}%`;
  return (
    <span class="strip" aria-hidden="true">
      {least < 0 && most > 0 && <span class="strip-zero" style={{ left: place(0) }} />}
      <span class="strip-bar" style={{ left: place(low), right: `calc(100% - ${place(high)})` }} />
      <span class="strip-tick" style={{ left: place(value) }} />
    </span>
  );
};
