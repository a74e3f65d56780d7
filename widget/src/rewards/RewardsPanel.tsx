import type { JSX } from 'preact';
import { useEffect } from '../ui/hooks.ts';
import type { AppModel } from '../app/model.ts';
import { Notice } from '../ui/Notice.tsx';
import { useSignal } from '../ui/signals.ts';
import { StatusMessage } from '../ui/StatusMessage.tsx';
import { CodeCard } from './CodeCard.tsx';
import { FarReward, NearReward } from './LaterReward.tsx';
import { groupsOf, type OfferedReward } from './offer-rules.ts';
import { PayHere } from './PayHere.tsx';
import { PayWithPoints } from './PayWithPoints.tsx';
import { BestReward, RewardRow } from './RewardRow.tsx';
import { goesToCart, rewardsOf, type RewardsModel } from './rewards-model.ts';

type Filter = 'all' | 'reach';

/** More rewards than this are worth a filter. */
const FILTER_FROM = 6;

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
          part="chip"
          aria-pressed={filter === props.selected}
          onClick={() => props.onSelect(filter)}
        >
          {labels[filter]}
        </button>
      ))}
    </div>
  );
};

type Line = (
  props: OfferedReward & { model: AppModel; rewards: RewardsModel },
) => JSX.Element | null;

/** Rewards one can have; of some, one chooses how many points to give. */
const NowLine: Line = (props) =>
  props.reward.cost.variable === undefined ? (
    <RewardRow {...props} />
  ) : (
    <PayWithPoints {...props} />
  );

const Group = (props: {
  model: AppModel;
  title: string | null;
  list: readonly OfferedReward[];
  line: Line;
}): JSX.Element | null => {
  const { model, title, list, line: Line } = props;
  if (list.length === 0) return null;
  return (
    <section class="group">
      {title !== null && <h3>{title}</h3>}
      <ul class="list">
        {list.map((one) => (
          <Line key={one.reward.id} model={model} rewards={rewardsOf(model)} {...one} />
        ))}
      </ul>
    </section>
  );
};

/** A reward that was asked for elsewhere, once it is known. */
const useWanted = (model: AppModel, rewards: RewardsModel): void => {
  useEffect(() => {
    const wanted = model.state.value.program?.rewards.find(({ id }) => id === model.wanted.value);
    model.wanted.value = null;
    if (wanted === undefined) return;
    // How many points are given for a reward with a slider is for the shopper to say first.
    if (wanted.cost.fixed !== undefined && goesToCart(model, wanted))
      void rewards.redeemAndApply(wanted.id);
    else rewards.ask(wanted.id);
  });
};

/** What points can be had for; beside a cart, what one pays with points there. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const isForCart = useSignal<boolean | null>(null);
  // Known as it is put into its place, before anybody sees it.
  const look = (place: HTMLElement | null): void => {
    const root = place?.getRootNode();
    if (root instanceof ShadowRoot) isForCart.value = root.host.getAttribute('only') === 'points';
  };
  return (
    <div ref={look} class="place">
      {isForCart.value !== null &&
        (isForCart.value ? <PayHere model={model} /> : <Rewards model={model} />)}
    </div>
  );
};

/** The best first, then by how near it is. */
const Rewards = ({ model }: { model: AppModel }): JSX.Element => {
  const rewards = rewardsOf(model);
  const filter = useSignal<Filter>('all');
  const { program, me } = model.state.value;
  const { say } = model.words;
  const fresh = rewards.fresh.value;
  const all = program?.rewards ?? [];
  useWanted(model, rewards);
  const { best, now, nearly, further } = groupsOf(all, me);
  const isAll = filter.value === 'all';
  const lead = fresh === null ? best : undefined;
  const ready = best !== undefined && lead === undefined ? [best, ...now] : now;
  return (
    <>
      {rewards.undone.value !== null && <StatusMessage look="step" text={rewards.undone.value} />}
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
      {lead && <BestReward key={lead.reward.id} model={model} rewards={rewards} {...lead} />}
      {!isAll && best === undefined && now.length === 0 && <Notice text={say('noneInFilter')} />}
      <Group model={model} title={say('yoursNow')} list={ready} line={NowLine} />
      {isAll && (
        <>
          <Group model={model} title={say('becauseClose')} list={nearly} line={NearReward} />
          <Group model={model} title={me && say('furtherUp')} list={further} line={FarReward} />
        </>
      )}
    </>
  );
};
