import type { JSX } from 'preact';
import type { RfmFigures, RfmGroupFigures } from '@okaeri/shared/figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { Legend } from './Chart.tsx';
import { shareRange, shareText } from './figure-text.ts';
import { Interval, TooFew } from './Interval.tsx';
import { exactMoney, exactMoneyRange } from './money-text.ts';

/** Buyers in eight groups: how many they are, and what part of the spending is theirs. */
export const Rfm = ({ of }: { of: RfmFigures }): JSX.Element => {
  const w = messages().insightValue;
  const isTold = of.people >= INSIGHT_PEOPLE_MIN;
  const most = Math.max(
    ...of.groups.flatMap(({ share, spendShare }) => [share ?? 0, spendShare ?? 0]),
    0.01,
  );
  return (
    <Card
      title={w.rfm}
      path="/insights/rfm"
      note={w.rfmNote}
      beside={
        isTold && (
          <Legend
            of={[
              { tone: 'tone-4', isBlock: true, text: w.shareOfBuyers },
              { tone: 'tone-1', isBlock: true, text: w.shareOfSpend },
            ]}
          />
        )
      }
    >
      {isTold ? (
        <table class="insight-rows rfm">
          <thead>
            <tr>
              <th scope="col">{w.group}</th>
              <th scope="col">{w.scores}</th>
              <th scope="col" class="number">
                {w.buyers}
              </th>
              <th scope="col">
                <span class="hidden">{w.bars}</span>
              </th>
              <th scope="col" class="number">
                {w.ofAll}
              </th>
              <th scope="col" class="number">
                {w.ofSpend}
              </th>
              <th scope="col" class="number">
                {w.mean}
              </th>
              <th scope="col">{w.journey}</th>
            </tr>
          </thead>
          <tbody>
            {of.groups.map((group) => (
              <Group key={group.name} of={group} most={most} currency={of.currency} />
            ))}
          </tbody>
        </table>
      ) : (
        <TooFew people={of.people} />
      )}
      <About of={of} definition={w.rfmDefinition} />
      <More path={`rfm?asOf=${of.asOf}`} name={`rfm-${of.asOf}`} />
    </Card>
  );
};

function Group(props: { of: RfmGroupFigures; most: number; currency: string }): JSX.Element {
  const { of, most, currency } = props;
  const { share, low, high, spendShare, spendLow, spendHigh, meanMinor } = of;
  const w = messages().insightValue;
  const known = w.groups[of.name as keyof typeof w.groups];
  return (
    <tr>
      <th scope="row">
        <span>{known.name}</span>
        <span class="quiet small">{known.text}</span>
      </th>
      <td class="rfm-scores small off-phone">{known.scores}</td>
      <td class="number rfm-size">{formatCount(of.size)}</td>
      <td class="rfm-bars" aria-hidden="true">
        <Bar share={share} most={most} tone="tone-4" />
        <Bar share={spendShare} most={most} tone="tone-1" />
      </td>
      <td class="number" data-label={w.ofAll}>
        <Share of={share} low={low} high={high} />
      </td>
      <td class="number" data-label={w.ofSpend}>
        <Share of={spendShare} low={spendLow} high={spendHigh} size={of.size} />
      </td>
      <td class="number" data-label={w.mean}>
        {meanMinor.value === null ? (
          <span class="quiet">–</span>
        ) : (
          <>
            {exactMoney(meanMinor.value, currency)}
            {meanMinor.low !== null && meanMinor.high !== null && (
              <Interval>{exactMoneyRange(meanMinor.low, meanMinor.high, currency)}</Interval>
            )}
          </>
        )}
      </td>
      <td class="small off-phone">
        {of.journey === null ? <span class="quiet">–</span> : w.journeys[of.journey]}
      </td>
    </tr>
  );
}

function Share(props: {
  of: number | null;
  low: number | null;
  high: number | null;
  /** Too few of whom to say it. */
  size?: number;
}): JSX.Element {
  const { of, low, high, size = 0 } = props;
  if (of === null || low === null || high === null)
    return <span class="quiet small">{messages().insights.needed(size, INSIGHT_PEOPLE_MIN)}</span>;
  return (
    <>
      {shareText(of)}
      <Interval>{shareRange(low, high)}</Interval>
    </>
  );
}

function Bar(props: { share: number | null; most: number; tone: string }): JSX.Element {
  const { share, most, tone } = props;
  const width = `${((share ?? 0) / most) * 100}%`;
  return <span class={`rfm-bar ${tone}`} style={{ inlineSize: width }} />;
}
