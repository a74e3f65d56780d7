import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Reward } from '@okaeri/shared/rewards';
import type { Me } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CodeCard } from './CodeCard.tsx';
import { createRewardsModel, type RewardsModel } from './rewards-model.ts';

type Eligibility = Me['rewards'][number]['eligibility'];

interface Props {
  readonly model: AppModel;
  readonly rewards: RewardsModel;
}

const Failure = ({ model, rewards, id }: Props & { id: string }): JSX.Element | null => {
  const act = rewards.act.value;
  if (act.kind !== 'failed' || act.id !== id) return null;
  return (
    <p class="alert" role="alert">
      {act.offline ? model.messages.noAnswer : model.messages.failed}
    </p>
  );
};

const Reach = (
  props: Props & { reward: Reward; eligibility: Eligibility; cost: number },
): JSX.Element => {
  const { model, rewards, reward, eligibility, cost } = props;
  const { messages, words, state } = model;
  const busy = rewards.act.value.kind === 'busy' && rewards.act.value.id === reward.id;
  if (eligibility.kind === 'redeemable') {
    const failed = rewards.act.value.kind === 'failed' && rewards.act.value.id === reward.id;
    return (
      <Button
        busy={busy}
        label={`${messages.redeem}: ${words.localize(reward.name)}`}
        onClick={() => void rewards.redeem(reward.id)}
      >
        {failed ? messages.retry : messages.redeem}
      </Button>
    );
  }
  if (eligibility.kind !== 'insufficientPoints') return <p class="quiet-text">{messages.notNow}</p>;
  return (
    <div class="reach">
      <progress
        max={cost}
        value={state.value.me?.balance.available ?? 0}
        aria-label={words.localize(reward.name)}
      />
      <p>{messages.missing(words.points(eligibility.missing))}</p>
    </div>
  );
};

/** The least a reward can be had for, as the programme says it to everybody. */
const leastOf = ({ cost }: Reward): number => cost.fixed ?? cost.variable?.minimumPoints ?? 0;

const RewardCard = (props: Props & { reward: Reward; me: Me | null }): JSX.Element => {
  const { model, rewards, reward, me } = props;
  const { words } = model;
  const mine = me?.rewards.find(({ id }) => id === reward.id);
  const cost = mine?.points ?? leastOf(reward);
  return (
    <li class="card ticket" part="reward">
      <div class="ticket-text">
        <h3>{words.localize(reward.name)}</h3>
        <p class="quiet-text">{model.messages.cost(words.points(cost))}</p>
      </div>
      {mine && (
        <Reach
          model={model}
          rewards={rewards}
          reward={reward}
          eligibility={mine.eligibility}
          cost={cost}
        />
      )}
      <Failure model={model} rewards={rewards} id={reward.id} />
    </li>
  );
};

/** What points can be had for, what is in reach, and the codes in hand. */
export const RewardsPanel = ({ model }: { model: AppModel }): JSX.Element => {
  const rewards = useMemo(() => createRewardsModel(model), [model]);
  const { program, me } = model.state.value;
  const { messages } = model;
  const fresh = rewards.fresh.value;
  const inHand = (me?.vouchers ?? []).filter(({ id }) => id !== fresh?.id);
  // In the order the server chose for this shopper; for a guest, the programme's own.
  const rank = new Map(me?.rewards.map(({ id }, index) => [id, index]));
  const all = (program?.rewards ?? []).toSorted(
    (a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0),
  );
  return (
    <>
      {fresh && (
        <CodeCard key={fresh.id} model={model} rewards={rewards} redemption={fresh} fresh />
      )}
      {all.length === 0 && <Notice text={messages.noRewards} />}
      <ul class="list">
        {all.map((reward) => (
          <RewardCard key={reward.id} model={model} rewards={rewards} reward={reward} me={me} />
        ))}
      </ul>
      {inHand.length > 0 && (
        <section>
          <h3 class="section">{messages.inHand}</h3>
          {inHand.map((redemption) => (
            <CodeCard
              key={redemption.id}
              model={model}
              rewards={rewards}
              redemption={redemption}
              fresh={false}
            />
          ))}
        </section>
      )}
    </>
  );
};
