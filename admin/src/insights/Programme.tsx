import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { LiabilityFigures } from '@okaeri/shared/figures';
import type { DeedFigures, EffectFigures, ReturnFigures } from '@okaeri/shared/effect-figures';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Deeds } from './Deeds.tsx';
import { Effects } from './Effects.tsx';
import { takenOf } from '../app/figure-model.ts';
import { FigureOf } from './FigureOf.tsx';
import { Accounting, Issues } from './Issues.tsx';
import { Liability } from './Liability.tsx';
import { createLiabilityHistory } from './liability-history.ts';
import { PeriodSelect } from './PeriodSelect.tsx';
import { periodAsked } from './chosen-period.ts';
import { Return } from './Return.tsx';
import { useFigure } from './use-figure.ts';

/** Of more people each month takes the server a while: they are counted once somebody asks. */
const MONTHS_AT_ONCE_MAX = 20_000;

/** What the programme returned, and what its messages did. */
const Measured = ({ show }: { show: 'return' | 'effects' | 'both' }): JSX.Element => {
  const w = messages().insightProgram;
  const query = periodAsked();
  const key = query.period ?? '';
  const back = useFigure<ReturnFigures>(() => api().insights.return.$get({ query }), key);
  const effect = useFigure<EffectFigures>(
    () => api().insights.effects.programme.$get({ query }),
    key,
  );
  const shown = takenOf(back.known.value.value) ?? takenOf(effect.known.value.value);
  useEffect(() => (show === 'return' ? effect.watch() : undefined), [show, effect]);
  return (
    <>
      <PeriodSelect asOf={shown?.asOf} />
      {show !== 'effects' && (
        <FigureOf of={back} what={w.return}>
          {(found) => <Return of={found} effect={takenOf(effect.known.value.value)} />}
        </FigureOf>
      )}
      {show !== 'return' && (
        <FigureOf of={effect} what={w.effects}>
          {(found) => <Effects of={found} />}
        </FigureOf>
      )}
    </>
  );
};

export const ReturnPart = (): JSX.Element => <Measured show="return" />;
export const EffectsPart = (): JSX.Element => <Measured show="effects" />;

/** What the points in hand will cost, and the lines for the books. */
export const LiabilityPart = (): JSX.Element => {
  const figure = useFigure<LiabilityFigures>(() => api().insights.liability.$get({ query: {} }));
  const history = useMemo(createLiabilityHistory, []);
  const today = takenOf(figure.known.value.value);
  const isWanted = useSignal(false);
  const isFew = today !== undefined && today.people <= MONTHS_AT_ONCE_MAX;
  useEffect(
    () => (today !== undefined && (isFew || isWanted.value) ? history.follow(today) : undefined),
    [history, today?.takenAt, isWanted.value],
  );
  return (
    <FigureOf of={figure} what={messages().insightProgram.liability}>
      {(found) => (
        <>
          <Liability
            of={found}
            history={history}
            onWant={isFew || isWanted.value ? undefined : () => (isWanted.value = true)}
          />
          <div class="insight-pair wide-first">
            <Issues of={found} />
            <Accounting of={found} />
          </div>
        </>
      )}
    </FigureOf>
  );
};

/** Who bought again after what they said. */
export const DeedsPart = (): JSX.Element => {
  const figure = useFigure<DeedFigures>(() =>
    api().insights['words-and-deeds'].$get({ query: {} }),
  );
  return (
    <FigureOf of={figure} what={messages().insightProgram.deeds}>
      {(found) => <Deeds of={found} />}
    </FigureOf>
  );
};

/** What the programme costs, and what it really did. */
export const Programme = (): JSX.Element => (
  <>
    <Measured show="both" />
    <LiabilityPart />
    <DeedsPart />
  </>
);
