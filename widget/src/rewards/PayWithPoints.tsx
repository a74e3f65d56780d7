import type { JSX } from 'preact';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { useSignal } from '../ui/signals.ts';
import { Tile } from '../app/Tile.tsx';
import { Confirm } from './Confirm.tsx';
import { Failure } from './Failure.tsx';
import { costOf, iconOf, type OfferedReward } from './offer-rules.ts';
import { actOf, goesToCart, type RewardsModel } from './rewards-model.ts';

interface Props extends OfferedReward {
  readonly model: AppModel;
  readonly rewards: RewardsModel;
  /** Whether it is the one thing to do here, and not a row among others. */
  readonly isMain?: boolean;
}

/** A reward whose points the shopper chooses: never more than they have, and what they are worth in the button. */
export const PayWithPoints = (props: Props): JSX.Element | null => {
  const { model, rewards, reward, offer, isMain } = props;
  const { say, localize, points, count, money } = model.words;
  const { program, me } = model.state.value;
  const least = costOf(props);
  const chosen = useSignal(least);
  const slider = reward.cost.variable;
  if (slider === undefined || program === null || offer === undefined) return null;
  const available = me?.balance.available ?? 0;
  const most = Math.min(slider.maximumPoints, available - (available % slider.stepPoints));
  const highest = Math.max(least, most);
  // After points were spent there may be fewer than were chosen.
  const value = Math.min(chosen.value, highest);
  const worthOf = (given: number): string =>
    money(((offer.worthMinor ?? 0) * given) / least, program.currency);
  const use = say('usePoints', { points: points(value), money: worthOf(value) });
  const act = actOf(rewards, reward.id);
  const cart = goesToCart(model, reward);
  const asked = (act.kind === 'asked' || act.kind === 'busy') && !cart;
  const at = highest > least ? ((value - least) / (highest - least)) * 100 : 100;
  return (
    <li class={`${isMain ? 'step' : 'card'} ticket stack`} part="reward">
      <div class="row">
        <Tile icon={iconOf(reward)} />
        <span class="row-text">
          <span class="row-title">{localize(reward.name)}</span>
          <span class="quiet-text">
            {reward.description
              ? localize(reward.description)
              : say('pointWorth', { points: points(least), money: worthOf(least) })}
          </span>
        </span>
      </div>
      <div class="slider wide">
        <input
          type="range"
          part="slider"
          min={least}
          max={highest}
          step={slider.stepPoints}
          value={value}
          style={{ '--_at': `${at}%` }}
          aria-label={say('slider', { reward: localize(reward.name) })}
          aria-valuetext={use}
          onInput={(event) => {
            chosen.value = Number(event.currentTarget.value);
          }}
        />
        <p class="quiet-text row" aria-hidden="true">
          <span>{count(least)}</span>
          <span>{count(highest)}</span>
        </p>
      </div>
      {asked ? (
        <Confirm model={model} rewards={rewards} reward={reward} points={value} />
      ) : (
        <Button
          quiet={!isMain}
          busy={act.kind === 'busy'}
          onClick={() =>
            cart ? void rewards.redeemAndApply(reward.id, value) : rewards.ask(reward.id)
          }
        >
          {act.kind === 'failed' ? say('retry') : use}
        </Button>
      )}
      <Failure model={model} rewards={rewards} id={reward.id} />
    </li>
  );
};
