import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMonth } from '../lib/format.ts';
import { Legend, type Mark } from './Chart.tsx';
import { dayText, oneDecimal } from './figure-text.ts';
import { forecastLines, type Weekly } from './forecast-rules.ts';
import { Lines } from './Lines.tsx';

const MARKS_WEEKS = 13;

/** Repeat purchases week by week: as they were, as the fit has them, and as they are expected. */
export const ForecastChart = ({ of }: { of: Weekly }): JSX.Element => {
  const w = messages().insightValue;
  const { actual, fitted, coming, today } = forecastLines(of);
  const stops = [...actual, ...coming].map(({ x }) => x);
  return (
    <>
      <Legend
        of={[
          { tone: 'tone-1', text: w.actual },
          { tone: 'tone-3', isDashed: true, text: w.expected },
        ]}
      />
      <Lines
        lines={[
          { tone: 'tone-1', points: actual },
          { tone: 'tone-3', isDashed: true, points: fitted },
          // It goes on from where the fit of the past has ended.
          { tone: 'tone-3', points: [...fitted.slice(-1), ...coming] },
        ]}
        label={w.week}
        stops={stops}
        begin={of.past.length - 1}
        saidAt={(stop) => saidAt(of, stop)}
        tickText={formatCount}
        isCount
        marks={marksOf(of, today)}
        today={today}
      />
    </>
  );
};

/** The same in rows. */
export const ForecastTable = ({ of }: { of: Weekly }): JSX.Element => {
  const w = messages().insightValue;
  const { fromTo } = messages().insights;
  return (
    <table class="table plain">
      <thead>
        <tr>
          <th scope="col">{w.weekFrom}</th>
          <th scope="col" class="number">
            {w.actual}
          </th>
          <th scope="col" class="number">
            {w.expected}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.past.map(({ from, count, fitted }) => (
          <tr key={from}>
            <th scope="row">{dayText(from)}</th>
            <td class="number" data-label={w.actual}>
              {formatCount(count)}
            </td>
            <td class="number" data-label={w.expected}>
              {oneDecimal(fitted)}
            </td>
          </tr>
        ))}
        {of.coming.map(({ from, weeks, value, low, high }) => (
          <tr key={from}>
            <th scope="row">{w.weeksFrom(dayText(from), weeks)}</th>
            <td class="number" />
            <td class="number" data-label={w.expected}>
              {oneDecimal(value ?? 0)}{' '}
              {low !== null && high !== null && (
                <span class="quiet">({fromTo(oneDecimal(low), oneDecimal(high))})</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

function saidAt({ past, coming }: Weekly, stop: number): string {
  const w = messages().insightValue;
  const week = past[stop];
  if (week !== undefined)
    return w.saidPast(dayText(week.from), formatCount(week.count), oneDecimal(week.fitted));
  const step = coming[stop - past.length];
  if (step === undefined) return '';
  const { from, weeks, value, low, high } = step;
  const range =
    low === null || high === null
      ? ''
      : messages().insights.fromTo(oneDecimal(low), oneDecimal(high));
  return w.saidComing(dayText(from), weeks, oneDecimal(value ?? 0), range);
}

/** Months along the axis, and today among them. */
function marksOf({ past, coming }: Weekly, today: number): Mark[] {
  const all = past.length + coming.reduce((sum, { weeks }) => sum + weeks, 0);
  const [first] = past;
  if (first === undefined) return [];
  const begin = Date.parse(first.from);
  const months = Array.from({ length: Math.floor(all / MARKS_WEEKS) + 1 }, (_, i) => {
    const month = new Date(begin + i * MARKS_WEEKS * 7 * 86_400_000).toISOString().slice(0, 7);
    return { at: (i * MARKS_WEEKS) / all, text: formatMonth(month, 'short') };
  });
  return [
    ...months.filter(({ at }) => Math.abs(at - today) > 0.05),
    { at: today, text: messages().insightValue.today },
  ];
}
