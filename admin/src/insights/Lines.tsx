import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Chart, Plot, type Mark } from './Chart.tsx';
import { bandThrough, highestIn, lineThrough, ticksFor, type Point } from './line-rules.ts';

/** A line of a chart, with the band of its interval where its points have one. */
export interface Line {
  readonly tone: string;
  readonly isDashed?: boolean;
  /** Written at its end. */
  readonly name?: string;
  readonly points: readonly Point[];
}

/** Lines over time, with a slider that says each point in words. */
export const Lines = (props: {
  lines: readonly Line[];
  /** What the slider moves along. */
  label: string;
  /** Where it may stop, from 0 to 1, and what is said there. */
  stops: readonly number[];
  saidAt: (stop: number) => string;
  /** Where it stands first. */
  begin: number;
  tickText: (value: number) => string;
  /** Only whole numbers are counted. */
  isCount?: boolean;
  marks: readonly Mark[];
  /** Where what was ends and what is expected begins. */
  today?: number;
}): JSX.Element => {
  const { lines, label, stops, saidAt, begin, tickText, isCount = false, marks, today } = props;
  const at = useSignal(begin);
  const ticks = ticksFor(highestIn(lines.map(({ points }) => points)), { whole: isCount });
  const top = ticks.at(-1) ?? 1;
  return (
    <Chart
      label={label}
      said={saidAt(at.value)}
      end={stops.length - 1}
      at={at.value}
      onMove={(next) => (at.value = next)}
      ticks={ticks.map((value) => ({ at: value / top, text: tickText(value) }))}
      marks={marks}
    >
      <Plot ticks={ticks.map((value) => value / top)} now={stops[at.value] ?? 0}>
        {today !== undefined && (
          <line class="curve-today" x1={today * 100} x2={today * 100} y1="0" y2="100" />
        )}
        {lines.map(({ tone, points }, i) => (
          <path key={`band ${i}`} class={`curve-band ${tone}`} d={bandThrough(points, top)} />
        ))}
        {lines.map(({ tone, points, isDashed = false }, i) => (
          <path
            key={`line ${i}`}
            class={`curve-line ${tone}${isDashed ? ' dashed' : ''}`}
            d={lineThrough(points, top)}
          />
        ))}
      </Plot>
      {lines.map(({ tone, name, points }) => {
        const last = points.at(-1);
        if (name === undefined || last === undefined) return null;
        return (
          <span
            key={tone}
            class="curve-name"
            style={{ bottom: `${(last.y / top) * 100}%` }}
            aria-hidden="true"
          >
            {name}
          </span>
        );
      })}
    </Chart>
  );
};
