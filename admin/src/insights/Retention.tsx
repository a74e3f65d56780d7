import { useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { ChartColumn } from 'lucide';
import type { CohortFigures, GapFigures } from '@okaeri/shared/figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { api, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Empty, NotEnough } from '../ui/states.tsx';
import { Cohorts } from './Cohorts.tsx';
import { createFigure, takenOf } from '../app/figure-model.ts';
import { FigureOf } from './FigureOf.tsx';
import { daysRange, shareRange, shareText } from './figure-text.ts';
import { Gaps } from './Gaps.tsx';
import { KeyFigures } from './KeyFigures.tsx';

/** Who comes back, by the month of their first order, and how long that takes. */
export const Retention = (): JSX.Element => <Figures show="all" />;

/** Who comes back, by the month of their first order. */
export const CohortsPart = (): JSX.Element => <Figures show="cohorts" />;

/** How long it takes until somebody comes back. */
export const GapsPart = (): JSX.Element => <Figures show="gaps" />;

function Figures({ show }: { show: 'all' | 'cohorts' | 'gaps' }): JSX.Element {
  const w = messages().insights;
  const cohorts = useMemo(
    () => createFigure<CohortFigures>(() => api().insights.cohorts.$get({ query: {} })),
    [],
  );
  const gaps = useMemo(
    () => createFigure<GapFigures>(() => api().insights.gaps.$get({ query: {} })),
    [],
  );
  return (
    <FigureOf of={cohorts} what={w.cohorts}>
      {(found) =>
        found.people < INSIGHT_PEOPLE_MIN ? (
          <TooFew people={found.people} />
        ) : (
          <>
            {show === 'all' && (
              <>
                <Summary cohorts={found} gaps={takenOf(gaps.known.value.value)} />
                <KeyFigures cohorts={found} gaps={takenOf(gaps.known.value.value)} />
              </>
            )}
            {show !== 'gaps' && <Cohorts of={found} />}
            {show !== 'cohorts' && (
              <FigureOf of={gaps} what={w.gaps}>
                {(curves) => <Gaps of={curves} />}
              </FigureOf>
            )}
          </>
        )
      }
    </FigureOf>
  );
}

/** What the figures come to, in a sentence for each. */
function Summary(props: { cohorts: CohortFigures; gaps: GapFigures | undefined }): JSX.Element {
  const w = messages().insights;
  const { share, low, high } = props.cohorts.repeat;
  const first = props.gaps?.byOrder[0];
  const days = first?.medianDays ?? null;
  return (
    <p class="insight-lead">
      {share !== null &&
        low !== null &&
        high !== null &&
        w.cameBack(shareText(share), shareRange(low, high))}
      {w.space}
      {first !== undefined &&
        (days === null ? w.fewerThanHalf : w.halfWithin(days, daysRange(first.low, first.high)))}
    </p>
  );
}

function TooFew({ people }: { people: number }): JSX.Element {
  const w = messages().insights;
  if (people > 0)
    return (
      <section class="card insight-few">
        <NotEnough has={people} needed={INSIGHT_PEOPLE_MIN} />
        <p class="quiet small">{w.fewText(formatCount(INSIGHT_PEOPLE_MIN))}</p>
      </section>
    );
  return (
    <Empty icon={ChartColumn} title={w.none}>
      <p>{w.noneText(formatCount(INSIGHT_PEOPLE_MIN))}</p>
      <a class="button" href={shopPath('/orders')}>
        {w.toOrders}
      </a>
    </Empty>
  );
}
