import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import type { ShownReward } from './offer-rules.ts';
import { actOf, type RewardsModel } from './rewards-model.ts';

/** The question before points are given, with the answer that was most likely meant in reach of the thumb. */
export const Confirm = (props: {
  model: AppModel;
  rewards: RewardsModel;
  reward: ShownReward;
  points: number;
}): JSX.Element => {
  const { model, rewards, reward, points } = props;
  const { say, localize } = model.words;
  const box = useRef<HTMLDivElement | null>(null);
  const busy = actOf(rewards, reward.id).kind === 'busy';
  // The button that asked is gone: the focus goes to the answer.
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div class="confirm" ref={box} role="group" aria-label={say('confirmYes')}>
      <p>{say('confirm', { points: model.words.points(points), reward: localize(reward.name) })}</p>
      <Button
        busy={busy}
        onClick={() =>
          void rewards.redeem(reward.id, reward.cost.variable === undefined ? undefined : points)
        }
      >
        {say('confirmYes')}
      </Button>
      {!busy && (
        <Button quiet onClick={() => rewards.cancel()}>
          {say('confirmNo')}
        </Button>
      )}
    </div>
  );
};
