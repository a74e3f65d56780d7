import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { GapCurve } from '@okaeri/shared/figures';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { againAt, bandOf, endOf, lineOf, marksOf } from './curve-rules.ts';
import { daysRange, shareRange, shareText, wholeShareText } from './figure-text.ts';

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
        <ul class="curve-legend small">
          {of.map(({ from, to }, i) => (
            <li key={from}>
              <span class={`curve-key ${TONES[i] ?? 'tone-2'}`} aria-hidden="true" />
              {w.gap(from, to)}
            </li>
          ))}
        </ul>
      </header>
      <p class="small curve-said">{said}</p>
      <div class="curve-area">
        <div class="curve-axis" aria-hidden="true">
          {SHARES.map((share) => (
            <span key={share} style={{ bottom: `${share * 100}%` }}>
              {wholeShareText(share)}
            </span>
          ))}
        </div>
        <div class="curve-plot">
          <Picture of={of} end={end} day={day.value} />
          <input
            type="range"
            min={0}
            max={end}
            value={day.value}
            aria-label={w.daysSince}
            aria-valuetext={said}
            onInput={({ currentTarget }) => (day.value = Number(currentTarget.value))}
          />
        </div>
        <div class="curve-days" aria-hidden="true">
          {marksOf(end).map((mark) => (
            <span key={mark} style={{ left: `${(mark / end) * 100}%` }}>
              {formatCount(mark)}
            </span>
          ))}
        </div>
      </div>
    </>
  );
};

const MONTH_DAYS = 30;

function Picture(props: { of: readonly Gap[]; end: number; day: number }): JSX.Element {
  const { of, end, day } = props;
  return (
    <>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {SHARES.map((share) => (
          <line
            key={share}
            class={share === 0 ? 'curve-zero' : 'curve-grid'}
            x1="0"
            x2="100"
            y1={100 - share * 100}
            y2={100 - share * 100}
          />
        ))}
        {of.map((one, i) => (
          <path key={`band ${one.from}`} class={`curve-band ${TONES[i]}`} d={bandOf(one, end)} />
        ))}
        {of.map((one, i) => (
          <path key={`line ${one.from}`} class={`curve-line ${TONES[i]}`} d={lineOf(one, end)} />
        ))}
        <line class="curve-now" x1={(day / end) * 100} x2={(day / end) * 100} y1="0" y2="100" />
      </svg>
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
