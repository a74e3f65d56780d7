import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { GapCurve } from '@okaeri/shared/figures';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Chart, Legend, Plot, shareTicks } from './Chart.tsx';
import { againAt, bandOf, endOf, lineOf, marksOf } from './curve-rules.ts';
import { daysRange, shareRange, shareText } from './figure-text.ts';

type Gap = GapCurve & { from: number; to: number };

const SHARES = [0, 0.25, 0.5, 0.75, 1] as const;
const TONES = ['tone-1', 'tone-2'] as const;
/** From here on what is written at a median stands left of it. */
const LATE = 0.6;

/** Who has bought again by each day, with the band of its interval; a slider over it says any day in words. */
export const Curves = ({ of }: { of: readonly Gap[] }): JSX.Element => {
  const end = endOf(of);
  const day = useSignal(Math.min(end, of[0]?.medianDays ?? MONTH_DAYS));
  const w = messages().insights;
  const said = `${w.byDay(day.value)}${w.space}${of.map((one) => saidAt(one, day.value)).join(w.space)}`;
  return (
    <>
      <header>
        <h2>{w.gaps}</h2>
        <Legend
          of={of.map(({ from, to }, i) => ({
            tone: TONES[i] ?? 'tone-2',
            isDashed: i > 0,
            text: w.gap(from, to),
          }))}
        />
      </header>
      <Chart
        label={w.daysSince}
        said={said}
        end={end}
        at={day.value}
        onMove={(next) => (day.value = next)}
        ticks={shareTicks(SHARES)}
        marks={marksOf(end).map((mark) => ({ at: mark / end, text: formatCount(mark) }))}
      >
        <Picture of={of} end={end} day={day.value} />
      </Chart>
    </>
  );
};

const MONTH_DAYS = 30;

function Picture(props: { of: readonly Gap[]; end: number; day: number }): JSX.Element {
  const { of, end, day } = props;
  return (
    <>
      <Plot ticks={SHARES} now={day / end}>
        {of.map((one, i) => (
          <path key={`band ${one.from}`} class={`curve-band ${TONES[i]}`} d={bandOf(one, end)} />
        ))}
        {of.map((one, i) => (
          <path
            key={`line ${one.from}`}
            class={`curve-line ${TONES[i]}${i > 0 ? ' dashed' : ''}`}
            d={lineOf(one, end)}
          />
        ))}
      </Plot>
      {of.map((one, i) => (
        <Median key={one.from} of={one} end={end} tone={TONES[i] ?? 'tone-2'} isNamed={i === 0} />
      ))}
    </>
  );
}

/** Where a curve has come to one half. */
function Median(props: {
  of: Gap;
  end: number;
  tone: string;
  isNamed: boolean;
}): JSX.Element | null {
  const { of, end, tone, isNamed } = props;
  const days = of.medianDays;
  if (days === null || days > end) return null;
  const share = againAt(of, days).share;
  const isLate = days / end > LATE;
  return (
    <span
      class={`curve-median ${tone}${isLate ? ' late' : ''}`}
      style={{ left: `${(days / end) * 100}%`, bottom: `${share * 100}%` }}
      aria-hidden="true"
    >
      {isNamed && <span>{messages().insights.medianAt(days, daysRange(of.low, of.high))}</span>}
    </span>
  );
}

/** `1st to 2nd order: 22.0% (20.1–24.0%).` */
function saidAt(of: Gap, day: number): string {
  const w = messages().insights;
  const { share, low, high } = againAt(of, day);
  return w.again(w.gap(of.from, of.to), shareText(share), shareRange(low, high));
}
