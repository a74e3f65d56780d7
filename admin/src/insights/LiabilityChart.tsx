import type { JSX } from 'preact';
import type { LiabilityFigures } from '@okaeri/shared/figures';
import { messages } from '../i18n/messages.ts';
import { formatMonth } from '../lib/format.ts';
import { dayText } from './figure-text.ts';
import { spaced } from './line-rules.ts';
import { minorOf } from './liability-rules.ts';
import { Lines } from './Lines.tsx';
import { money, moneyRange, shortMoney } from './money-text.ts';

const MARKS_MAX = 6;

type Months = readonly LiabilityFigures[];

/** The ceiling and what is expected, at the end of each month. */
export const LiabilityChart = (props: {
  months: Months;
  waiting: number;
  currency: string;
}): JSX.Element => {
  const { months, waiting, currency } = props;
  const w = messages().insightProgram;
  if (waiting > 0 || months.length < 2)
    return (
      <p class="quiet small" role="status">
        {waiting > 0 && w.monthsWaiting(waiting)}
      </p>
    );
  const last = months.length - 1;
  const stops = months.map((_, i) => i / last);
  const expected = months.flatMap((one, i) => {
    const y = one.expected.minor;
    const [low, high] = [minorOf(one, one.expected.low), minorOf(one, one.expected.high)];
    return y === null ? [] : [{ x: i / last, y, low, high }];
  });
  return (
    <Lines
      lines={[
        {
          tone: 'tone-4',
          isDashed: true,
          name: w.ceiling,
          points: months.map(({ ceiling }, i) => ({ x: i / last, y: ceiling.minor })),
        },
        { tone: 'tone-1', name: w.expected, points: expected },
      ]}
      label={w.monthHead}
      stops={stops}
      begin={last}
      saidAt={(stop) => saidAt(months[stop], currency)}
      tickText={(value) => shortMoney(value, currency)}
      marks={spaced(
        months.map(({ asOf }, i) => ({
          at: i / last,
          text: formatMonth(asOf.slice(0, 7), 'short'),
        })),
        MARKS_MAX,
      )}
    />
  );
};

/** The same in rows. */
export const LiabilityTable = ({
  months,
  currency,
}: {
  months: Months;
  currency: string;
}): JSX.Element => {
  const w = messages().insightProgram;
  return (
    <table class="table plain">
      <thead>
        <tr>
          <th scope="col">{w.day}</th>
          <th scope="col" class="number">
            {w.ceiling}
          </th>
          <th scope="col" class="number">
            {w.expected}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((one) => (
          <tr key={one.asOf}>
            <th scope="row">{dayText(one.asOf)}</th>
            <td class="number" data-label={w.ceiling}>
              {money(one.ceiling.minor, currency)}
            </td>
            <td class="number" data-label={w.expected}>
              {expectedText(one, currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

function saidAt(of: LiabilityFigures | undefined, currency: string): string {
  if (of === undefined) return '';
  const w = messages().insightProgram;
  return w.saidMonth(
    dayText(of.asOf),
    money(of.ceiling.minor, currency),
    expectedText(of, currency),
  );
}

/** `$3,901 ($3,620–$4,190)`, or that it is not known. */
function expectedText(of: LiabilityFigures, currency: string): string {
  const { minor, low, high } = of.expected;
  if (minor === null) return '–';
  const [from, to] = [minorOf(of, low), minorOf(of, high)];
  const range = from === null || to === null ? '' : ` (${moneyRange(from, to, currency)})`;
  return `${money(minor, currency)}${range}`;
}
