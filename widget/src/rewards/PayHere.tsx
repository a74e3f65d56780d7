import type { JSX } from 'preact';
import type { AppModel } from '../app/model.ts';
import { CodeCard } from './CodeCard.tsx';
import { groupsOf } from './offer-rules.ts';
import { PayWithPoints } from './PayWithPoints.tsx';
import { rewardsOf } from './rewards-model.ts';

/** Beside a cart: what one pays with as many points as one likes, and its code once it is there. */
export const PayHere = ({ model }: { model: AppModel }): JSX.Element | null => {
  const rewards = rewardsOf(model);
  const { program, me } = model.state.value;
  const fresh = rewards.fresh.value;
  if (fresh)
    return <CodeCard key={fresh.id} model={model} rewards={rewards} redemption={fresh} fresh />;
  const { now } = groupsOf(program?.rewards ?? [], me);
  const chosen = now.filter(({ reward }) => reward.cost.variable);
  return chosen.length === 0 ? null : (
    <ul>
      {chosen.map((one) => (
        <PayWithPoints key={one.reward.id} model={model} rewards={rewards} isMain {...one} />
      ))}
    </ul>
  );
};
