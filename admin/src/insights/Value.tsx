import type { JSX } from 'preact';
import type { ForecastFigures, RfmFigures } from '@okaeri/shared/figures';
import type { AcquisitionFigures, RetentionFigures } from '@okaeri/shared/effect-figures';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Acquisition } from './Acquisition.tsx';
import { FigureOf } from './FigureOf.tsx';
import { Forecast } from './Forecast.tsx';
import { RetentionWorth } from './RetentionWorth.tsx';
import { Rfm } from './Rfm.tsx';
import { useFigure } from './use-figure.ts';

/** Buyers in groups by how lately, how often and for how much they bought. */
export const RfmPart = (): JSX.Element => {
  const figure = useFigure<RfmFigures>(() => api().insights.rfm.$get({ query: {} }));
  return (
    <FigureOf of={figure} what={messages().insightValue.rfm}>
      {(found) => <Rfm of={found} />}
    </FigureOf>
  );
};

/** What the shoppers of today will buy. */
export const ForecastPart = (): JSX.Element => {
  const figure = useFigure<ForecastFigures>(() => api().insights.forecast.$get({ query: {} }));
  return (
    <FigureOf of={figure} what={messages().insightValue.forecast}>
      {(found) => <Forecast of={found} />}
    </FigureOf>
  );
};

/** What a new buyer costs. */
export const AcquisitionPart = (): JSX.Element => {
  const figure = useFigure<AcquisitionFigures>(() =>
    api().insights.acquisition.$get({ query: {} }),
  );
  return (
    <FigureOf of={figure} what={messages().insightValue.acquisition}>
      {(found) => <Acquisition of={found} />}
    </FigureOf>
  );
};

/** What more retention would be worth. */
export const WorthPart = (): JSX.Element => {
  const figure = useFigure<RetentionFigures>(() =>
    api().insights['retention-value'].$get({ query: {} }),
  );
  return (
    <FigureOf of={figure} what={messages().insightValue.worth}>
      {(found) => <RetentionWorth of={found} />}
    </FigureOf>
  );
};

/** What shoppers have been worth, what they will be, and what they cost. */
export const Value = (): JSX.Element => (
  <>
    <RfmPart />
    <div class="insight-pair">
      <ForecastPart />
      <WorthPart />
    </div>
    <AcquisitionPart />
  </>
);
