import type { JSX } from 'preact';
import type { MapFigures } from '@okaeri/shared/effect-figures';
import { shopPath } from '../app/session.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { periodAsked } from './chosen-period.ts';
import { takenOf } from '../app/figure-model.ts';
import { FigureOf } from './FigureOf.tsx';
import { periodText } from './figure-text.ts';
import { MapGrid } from './MapGrid.tsx';
import { MapLists } from './MapLists.tsx';
import { PeriodSelect } from './PeriodSelect.tsx';
import { useFigure } from './use-figure.ts';

/** Stages, and what reaches people in them. */
export const JourneyMap = (): JSX.Element => {
  const query = periodAsked();
  const figure = useFigure<MapFigures>(
    () => api().insights.map.$get({ query }),
    query.period ?? '',
  );
  return (
    <>
      <PeriodSelect asOf={takenOf(figure.known.value.value)?.asOf} />
      <FigureOf of={figure} what={messages().insightMap.title}>
        {(found) => <Mapped of={found} />}
      </FigureOf>
    </>
  );
};

/** As a grid; on a phone as a table for each stage. */
function Mapped({ of }: { of: MapFigures }): JSX.Element {
  const w = messages().insightMap;
  const { space } = messages().insights;
  const hasTouches = of.stages.some(({ touches }) => touches.length > 0);
  const isMeasured = of.stages.some(({ touches }) => touches.some(({ effect }) => effect !== null));
  return (
    <Card
      title={w.title}
      path="/insights/map"
      beside={<span class="quiet">{w.messagesOf(periodText(of.period))}</span>}
    >
      {of.unfinished && <p class="small">{w.unfinished(of.outcome.days)}</p>}
      <MapGrid of={of} />
      <MapLists of={of} />
      {!hasTouches && <p class="quiet">{w.noTouches}</p>}
      {hasTouches && !isMeasured && (
        <p class="small">
          {w.nothingHeld}
          {space}
          <a href={shopPath('/settings/limits')}>{w.startMeasuring}</a>
        </p>
      )}
      <About of={of} definition={w.definition(of.outcome.days)} who={w.peopleOf} />
      <More path={`map?period=${of.period}&asOf=${of.asOf}`} name={`map-${of.period}`} />
    </Card>
  );
}
