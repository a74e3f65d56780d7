import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Reward } from '@okaeri/shared/rewards';
import type { Me } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { Notice } from '../ui/Notice.tsx';
import { StatusMessage } from '../ui/StatusMessage.tsx';
import { CodeCard } from './CodeCard.tsx';
import { RewardCard } from './RewardCard.tsx';
import { goesToCart, rewardsOf } from './rewards-model.ts';

type Filter = 'all' | 'reach';

/** More rewards than this are worth a filter. */
const FILTER_FROM = 4;

const Filters = (props: {
  model: AppModel;
  selected: Filter;
  onSelect: (filter: Filter) => void;
}): JSX.Element => {
  const { say } = props.model.words;
  const labels = { all: say('filterAll'), reach: say('filterReach') };
  return (
    <div class="filters" role="group" aria-label={say('filterLabel')}>
      {(['all', 'reach'] as const).map((filter) => (
        <button
          key={filter}
          type="button"
          class="chip"
          aria-pressed={filter === props.selected}
          onClick={() => props.onSelect(filter)}
        >
          {labels[filter]}
        </button>
      ))}
    </div>
  );
};

/** In the order the server chose for this shopper; for a guest, the programme's own. */
const inOrder = (rewards: readonly Reward[], me: Me | null): Reward[] => {
  const rank = new Map(me?.rewards.map(({ id }, index) => [id, index]));
  return rewards.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
};

/** What points can be had for, and what is in reach. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const rewards = rewardsOf(model);
  const filter = useSignal<Filter>('all');
  const { program, me } = model.state.value;
  const { say } = model.words;
  const fresh = rewards.fresh.value;
  const all = inOrder(program?.rewards ?? [], me);
  useEffect(() => {
    const wanted = all.find(({ id }) => id === model.wanted.value);
    model.wanted.value = null;
    if (wanted === undefined) return;
    // How many points are given for a reward with a slider is for the shopper to say first.
    if (wanted.cost.fixed !== undefined && goesToCart(model, wanted))
      void rewards.redeemAndApply(wanted.id);
    else rewards.ask(wanted.id);
  });
  const offerOf = (id: string) => me?.rewards.find((offer) => offer.id === id);
  const shown =
    filter.value === 'all'
      ? all
      : all.filter(({ id }) => offerOf(id)?.eligibility.kind === 'redeemable');
  return (
    <>
      {rewards.undone.value !== null && (
        <StatusMessage look="card step" text={rewards.undone.value} />
      )}
      {fresh && (
        <CodeCard key={fresh.id} model={model} rewards={rewards} redemption={fresh} fresh />
      )}
      {all.length === 0 && <Notice text={say('noRewards')} />}
      {me && all.length >= FILTER_FROM && (
        <Filters
          model={model}
          selected={filter.value}
          onSelect={(next) => {
            filter.value = next;
          }}
        />
      )}
      {all.length > 0 && shown.length === 0 && <Notice text={say('noneInFilter')} />}
      <ul class="list">
        {shown.map((reward) => (
          <RewardCard
            key={reward.id}
            model={model}
            rewards={rewards}
            reward={reward}
            offer={offerOf(reward.id)}
          />
        ))}
      </ul>
    </>
  );
};
