import type { ComponentChildren, JSX } from 'preact';
import { wholeShareText } from './figure-text.ts';

/** Something that is written at an axis, and where: from 0 at its beginning to 1 at its end. */
export interface Mark {
  readonly at: number;
  readonly text: string;
}

/**
 * A chart: what is drawn in it, what is written at its axes, and a slider over it that moves from point to point and
 * says each in words.
 */
export const Chart = (props: {
  /** What the slider moves along, and what it says now. */
  label: string;
  said: string;
  /** The last point, and the present one. */
  end: number;
  at: number;
  onMove: (at: number) => void;
  ticks: readonly Mark[];
  marks: readonly Mark[];
  children: ComponentChildren;
}): JSX.Element => {
  const { label, said, end, at, onMove, ticks, marks, children } = props;
  return (
    <>
      <p class="small curve-said">{said}</p>
      <div class="curve-area">
        <div class="curve-axis" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick.at} style={{ bottom: `${tick.at * 100}%` }}>
              {tick.text}
            </span>
          ))}
        </div>
        <div class="curve-plot">
          {children}
          <input
            type="range"
            min={0}
            max={end}
            value={at}
            aria-label={label}
            aria-valuetext={said}
            onInput={({ currentTarget }) => onMove(Number(currentTarget.value))}
          />
        </div>
        <div class="curve-days" aria-hidden="true">
          {marks.map((mark) => (
            <span
              key={mark.at}
              class={mark.at > 0.97 ? 'last' : undefined}
              style={{ left: `${mark.at * 100}%` }}
            >
              {mark.text}
            </span>
          ))}
        </div>
      </div>
    </>
  );
};

/** The square everything is drawn in, with a line at each tick and one at the present point. */
export const Plot = (props: {
  ticks: readonly number[];
  now: number;
  children: ComponentChildren;
}): JSX.Element => (
  <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    {props.ticks.map((tick) => (
      <line
        key={tick}
        class={tick === 0 ? 'curve-zero' : 'curve-grid'}
        x1="0"
        x2="100"
        y1={100 - tick * 100}
        y2={100 - tick * 100}
      />
    ))}
    {props.children}
    <line class="curve-now" x1={props.now * 100} x2={props.now * 100} y1="0" y2="100" />
  </svg>
);

/** Shares from none to all, as ticks. */
export const shareTicks = (shares: readonly number[]): Mark[] =>
  shares.map((at) => ({ at, text: wholeShareText(at) }));

/** What each line of a chart is, by its colour and whether it is dashed. */
export const Legend = (props: {
  of: readonly {
    readonly tone: string;
    readonly isDashed?: boolean;
    /** It stands for a bar. */
    readonly isBlock?: boolean;
    readonly text: ComponentChildren;
  }[];
}): JSX.Element => (
  <ul class="curve-legend small">
    {props.of.map(({ tone, isDashed = false, isBlock = false, text }) => (
      <li key={tone}>
        <span
          class={`curve-key ${tone}${isDashed ? ' dashed' : ''}${isBlock ? ' block' : ''}`}
          aria-hidden="true"
        />
        {text}
      </li>
    ))}
  </ul>
);
