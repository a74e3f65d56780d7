import type { JSX } from 'preact';
import type { RetentionFigures } from '@okaeri/shared/effect-figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { shareText } from './figure-text.ts';
import { TooFew } from './Interval.tsx';
import { money, moneyRange } from './money-text.ts';

/** What five points more of new buyers who buy again would bring in a year. */
export const RetentionWorth = ({ of }: { of: RetentionFigures }): JSX.Element => {
  const w = messages().insightValue;
  return (
    <Card title={w.worth} path="/insights/retention-value">
      <Worth of={of} />
      <About of={of} definition={w.worthDefinition} />
      <More path={`retention-value?asOf=${of.asOf}`} name={`retention-value-${of.asOf}`} />
    </Card>
  );
};

function Worth({ of }: { of: RetentionFigures }): JSX.Element {
  const { repeatShare, purchases, valueMinor, reason, currency, weeks, newBuyers } = of;
  const w = messages().insightValue;
  const { space, interval, range } = messages().insights;
  if (of.people < INSIGHT_PEOPLE_MIN) return <TooFew people={of.people} />;
  if (repeatShare === null || purchases.value === null)
    return <p class="note state">{reason === null ? w.noWorth : w.noForecast[reason]}</p>;
  const { value, low, high } = valueMinor;
  const isKnown = value !== null && low !== null && high !== null;
  const days = formatCount(Math.round(purchases.value));
  const daysRange =
    purchases.low === null || purchases.high === null
      ? ''
      : range(formatCount(Math.round(purchases.low)), formatCount(Math.round(purchases.high)));
  return (
    <>
      {isKnown ? (
        <div>
          <p class="insight-hero">{money(value, currency)}</p>
          <p class="quiet small">
            {interval} {moneyRange(low, high, currency)}
          </p>
        </div>
      ) : null}
      <p>
        {w.worthText({
          now: shareText(repeatShare.now),
          raised: shareText(repeatShare.raised),
          weeks,
          people: formatCount(newBuyers),
          days,
          range: daysRange,
        })}
        {space}
        {of.marginShare === null ? w.withoutMargin : w.withMargin(shareText(of.marginShare))}
      </p>
    </>
  );
}
