import type { JSX } from 'preact';
import type { EffectFigures, EffectState } from '@okaeri/shared/effect-figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { NotEnough } from '../ui/states.tsx';
import { dayAfter, dayText, periodText, shareText } from './figure-text.ts';
import { points } from './money-text.ts';

/** Why nothing is told of an experiment, when it will be, and how small an effect it could show. */
export const Unmeasured = (props: {
  reason: Exclude<EffectState, 'done'>;
  effect: EffectFigures | undefined;
  period: string;
}): JSX.Element => {
  const { reason, effect, period } = props;
  const w = messages().insightProgram;
  const { space } = messages().insights;
  const outcomes = leastOutcomes(effect);
  return (
    <div class="note state">
      <div class="grow stack tight">
        <p>
          <strong>{w.unmeasured[reason].title}</strong>{' '}
          {reason === 'measuring' && effect !== undefined
            ? w.measuringUntil(
                periodText(period),
                dayText(dayAfter(effect.endsOn, effect.outcome.days + 1)),
              )
            : w.unmeasured[reason].text(periodText(period))}
        </p>
        {reason === 'notEnough' && outcomes !== null && outcomes < INSIGHT_PEOPLE_MIN && (
          <NotEnough has={outcomes} needed={INSIGHT_PEOPLE_MIN} />
        )}
        {effect !== undefined && reason !== 'noHoldout' && (
          <p class="quiet small">
            {w.inArms(formatCount(effect.treated.people), formatCount(effect.held.people))}
            {effect.smallestEffect !== null &&
              `${space}${w.smallest(shareText(effect.heldShare), points(effect.smallestEffect).replace('+', ''))}`}
          </p>
        )}
      </div>
      {reason === 'noHoldout' && (
        <a class="button" href={shopPath('/settings/limits')}>
          {w.startHoldout}
        </a>
      )}
    </div>
  );
};

/** Outcomes in the smaller arm, once they are told. */
function leastOutcomes(effect: EffectFigures | undefined): number | null {
  const { treated, held } = effect ?? {};
  if (treated?.outcomes == null || held?.outcomes == null) return null;
  return Math.min(treated.outcomes, held.outcomes);
}
