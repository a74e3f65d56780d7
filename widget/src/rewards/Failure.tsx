import type { JSX } from 'preact';
import type { AppModel } from '../app/model.ts';
import { actOf, type RewardsModel } from './rewards-model.ts';

/** Says that an act failed, and whether it may have happened all the same; or that a code is not in the cart. */
export const Failure = (props: {
  model: AppModel;
  rewards: RewardsModel;
  id: string;
}): JSX.Element | null => {
  const act = actOf(props.rewards, props.id);
  const isUnapplied = props.rewards.unapplied.value === props.id;
  if (act.kind !== 'failed' && !isUnapplied) return null;
  return (
    <p class="alert" role="alert">
      {props.model.words.say(
        isUnapplied ? 'unapplied' : act.kind === 'failed' && act.offline ? 'noAnswer' : 'failed',
      )}
    </p>
  );
};
