import type { JSX } from 'preact';
import type { ForecastFigures } from '@okaeri/shared/figures';
import { isMissed } from '@okaeri/shared/forecast';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { shareText } from './figure-text.ts';
import { ForecastChart, ForecastTable } from './ForecastChart.tsx';
import { TooFew } from './Interval.tsx';

/** From which correlation on values say less. */
const CORRELATION_MAX = 0.3;

/** How often the shoppers of today will buy; nothing where it missed the last weeks by too much. */
export const Forecast = ({ of }: { of: ForecastFigures }): JSX.Element => {
  const w = messages().insightValue;
  const { weekly } = of;
  const isShown = of.expected !== null && weekly !== null && !isMissed(of.backtest);
  return (
    <Card title={w.forecast} path="/insights/forecast">
      {isShown ? (
        <>
          <ForecastChart of={weekly} />
          <Total of={of} />
        </>
      ) : (
        <Reason of={of} />
      )}
      <About of={of} definition={w.forecastDefinition} />
      <More path={`forecast?asOf=${of.asOf}`} name={`forecast-${of.asOf}`}>
        {isShown ? <ForecastTable of={weekly} /> : undefined}
      </More>
    </Card>
  );
};

/** What the weeks to come bring in sum, and how well the last ones were foretold. */
function Total({ of }: { of: ForecastFigures }): JSX.Element {
  const w = messages().insightValue;
  const { space } = messages().insights;
  const { expected, backtest, gammaGamma } = of;
  if (expected === null) return <></>;
  const { total, low, high, weeks } = expected;
  const isKnown = low !== null && high !== null;
  const correlation = gammaGamma?.correlation ?? 0;
  return (
    <>
      <p>
        <strong>{w.total(weeks, formatCount(Math.round(total)))}</strong>
        {space}
        {isKnown && w.totalRange(formatCount(Math.round(low)), formatCount(Math.round(high)))}
      </p>
      <p class="quiet small insight-about">
        {w.ofToday}
        {space}
        {backtest.error === null
          ? w.notChecked(backtest.weeks)
          : w.checked(backtest.weeks, shareText(backtest.error))}
        {Math.abs(correlation) >= CORRELATION_MAX && `${space}${w.correlated}`}
      </p>
    </>
  );
}

/** Why nothing is told. */
function Reason({ of }: { of: ForecastFigures }): JSX.Element {
  const w = messages().insightValue;
  if (of.people < INSIGHT_PEOPLE_MIN) return <TooFew people={of.people} />;
  const { error, weeks } = of.backtest;
  const text =
    of.reason === null ? w.missed(weeks, shareText(error ?? 0)) : w.noForecast[of.reason];
  return (
    <p class="note state">
      <span>
        <strong>{w.noForecastTitle}</strong> {text}
      </span>
    </p>
  );
}
